"""Attitudes somebody has without reporting words: `opposes the law`, `its plan to`, `is worried about`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.annotate import Parse, Sentence
from dateline.lexicon.load import entries, mapping
from dateline.mentions.quotes_attitudes_content import complement, gap
from dateline.mentions.quotes_found import Found, cue_start, minus
from dateline.mentions.quotes_spans import NOMINAL, Tokens, phrase
from dateline.mentions.quotes_speakers import speaker
from dateline.mentions.quotes_subjects import is_passive, is_time, subject

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Attitude:
    """A lexicon entry as this finder uses it."""

    id: str
    takes: frozenset[str]
    prep: frozenset[str]
    nobody: bool


@lru_cache(maxsize=1)
def _attitudes() -> dict[tuple[str, str], tuple[Attitude, ...]]:
    made: dict[tuple[str, str], tuple[Attitude, ...]] = {}
    for entry in entries("attitudes"):
        takes, prep = frozenset(entry.get("takes", ())), frozenset(entry.get("prep", ()))
        attitude = Attitude(entry.id, takes, prep, bool(entry.get("nobody")))
        for lemma in entry["lemmas"]:
            key = (entry["kind"], lemma)
            made[key] = (*made.get(key, ()), attitude)
    return made


def attitude_quotes(parse: Parse, sentence: Sentence, taken: Collection[int]) -> Iterator[Found]:
    """Attitudes of one sentence, none inside another; words in `taken` are cues or said already."""
    found = list(_all(parse, sentence, taken))
    for each in found:
        if not any(o is not each and a <= each.cue[0] < b for o in found for a, b in o.content):
            yield each


def _all(parse: Parse, sentence: Sentence, taken: Collection[int]) -> Iterator[Found]:
    known = _attitudes()
    for at in range(sentence.first, sentence.last):
        kind, finder = _FINDERS.get(parse.tags[at][:2], ("", None))
        if finder is None or at in taken or not (attitudes := known.get((kind, parse.lemmas[at]))):
            continue
        tried = (finder(parse.tokens[at], a, sentence) for a in attitudes)
        found = next((f for f in tried if f is not None), None)
        if found is not None:
            yield found


def _of_verb(verb: Token, attitude: Attitude, sentence: Sentence) -> Found | None:
    if is_passive(verb):
        return _of_passive(verb, attitude, sentence)
    source = speaker(verb, low=sentence.first, high=sentence.last)
    if source is None:
        return None
    first = cue_start(verb)
    after = complement(verb, attitude.takes, attitude.prep)
    if after is not None:
        return _found(attitude, "active", (first, after[0]), source, after[1], sentence)
    if "object" in attitude.takes and (what := gap(verb, source, sentence)) is not None:
        return _found(attitude, "gap", (first, verb.i + 1), source, what, sentence)
    return None


def _of_passive(verb: Token, attitude: Attitude, sentence: Sentence) -> Found | None:
    by = next((c for c in verb.rights if c.dep_ == "agent"), None)
    agent = next((c for c in by.children if c.dep_ == "pobj" and not is_time(c)), None) if by else None
    what, first = subject(verb), cue_start(verb)
    if what is None or what.pos_ not in NOMINAL:
        return None
    content = phrase(what, low=sentence.first, high=max(what.i + 1, first))
    if agent is not None:
        source = phrase(agent, low=verb.i + 1, high=sentence.last)
        return _found(attitude, "passive", (first, agent.left_edge.i), source, content, sentence)
    return (
        _found(attitude, "nobody", (first, verb.i + 1), None, content, sentence) if attitude.nobody else None
    )


def _of_noun(noun: Token, attitude: Attitude, sentence: Sentence) -> Found | None:
    after = complement(noun, attitude.takes, attitude.prep)
    if after is None:
        return None
    last, content = after
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        source = phrase(owner, low=sentence.first, high=owner.i + 1)
        return _found(attitude, "owned", (noun.i, last), source, content, sentence)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in mapping("roles")["holding_verbs"] and not is_passive(verb):
        who = speaker(verb, low=sentence.first, high=sentence.last)
        if who is not None:
            return _found(attitude, "light", (cue_start(verb), last), who, content, sentence)
    by = next((c for c in noun.rights if c.lower_ in ("by", "from", "among") and c.i < content[0]), None)
    named = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if by is None or named is None:
        return None
    source = phrase(named, low=by.i + 1, high=content[0])
    return _found(attitude, "by", (noun.i, noun.i + 1), source, content, sentence)


def _of_adjective(word: Token, attitude: Attitude, sentence: Sentence) -> Found | None:
    verb = word.head
    if word.dep_ != "acomp":
        return None
    after = complement(word, attitude.takes, attitude.prep)
    who, first = subject(verb), cue_start(verb)
    if after is None or who is None or who.i > verb.i or who.pos_ not in NOMINAL:
        return None
    source = phrase(who, low=sentence.first, high=max(who.i + 1, first))
    return _found(attitude, "felt", (first, after[0]), source, after[1], sentence)


_Finder = Callable[["Token", Attitude, Sentence], Found | None]
_FINDERS: dict[str, tuple[str, _Finder]] = {
    "VB": ("verb", _of_verb),
    "NN": ("noun", _of_noun),
    "JJ": ("adjective", _of_adjective),
}
"""By the first two letters of a token's tag: the kind of lexicon entry and what reads it."""


def _found(
    attitude: Attitude, how: str, cue: Tokens, source: Tokens | None, content: Tokens, sentence: Sentence
) -> Found | None:
    holes = [cue] if source is None else [cue, source]
    pieces = tuple(minus((content[0], min(content[1], sentence.last)), holes))
    return Found(f"{attitude.id}.{how}", cue, source, pieces, "right") if pieces and cue[0] < cue[1] else None
