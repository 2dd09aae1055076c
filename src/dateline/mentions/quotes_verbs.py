"""Reported speech with a reporting verb: its cue, its speaker, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import Parse, Sentence
from dateline.lexicon import mapping
from dateline.mentions.quotes_content import content_of
from dateline.mentions.quotes_cues import Cue, reporting_forms, verb_cues
from dateline.mentions.quotes_found import Found, cue_span, minus
from dateline.mentions.quotes_next import does_next
from dateline.mentions.quotes_objects import responsibility
from dateline.mentions.quotes_passives import passive
from dateline.mentions.quotes_spans import Tokens, phrase
from dateline.mentions.quotes_speakers import speaker
from dateline.mentions.quotes_subjects import goes_on, is_passive, speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

_CITING = ("citing", "quoting")
_SELF = frozenset({"i", "we", "you"})


def verb_quotes(parse: Parse, sentence: Sentence) -> Iterator[Found]:
    """Quotations of one sentence that hang on a verb, in text order of their cues."""
    last: Tokens | None = None
    previous: Found | None = None
    ahead: tuple[int, Tokens] | None = None
    for token in _reporting(parse, sentence):
        if (named := _cited(token, sentence)) is not None:
            if previous is not None:
                yield _from(token.i, named, previous)
            ahead = (token.i, named) if previous is None else None
            continue
        found, spoken = _found(token, sentence, last)
        if found is None:
            continue
        if ahead is not None and found.source is not None and found.source[0] < ahead[0] < found.source[1]:
            # `The radio citing nurses said`: the nurses are cited and say nothing themselves.
            found = replace(found, source=(found.source[0], ahead[0]))
        previous = found
        if ahead is not None:
            yield _from(*ahead, found)
            ahead = None
        if spoken and found.source is not None:
            last = found.source
        yield found


def _reporting(parse: Parse, sentence: Sentence) -> Iterator[Token]:
    """The words of a sentence that may report at all: few of them do."""
    forms, verbs = reporting_forms(), mapping("roles")["responsible_verbs"]
    for at in range(sentence.first, sentence.last):
        word = parse.lowers[at]
        if word in forms or word in _CITING or parse.lemmas[at] in verbs:
            yield parse.tokens[at]


def _found(token: Token, sentence: Sentence, last: Tokens | None) -> tuple[Found | None, bool]:
    """The quotation that hangs on one word, and whether its source speaks in it."""
    if (claimed := responsibility(token, sentence)) is not None:
        return claimed, True
    for cue in verb_cues(token):
        found = passive(token, cue, sentence) if is_passive(token) else _active(token, cue, sentence, last)
        if found is not None:
            return found, cue.stance == "speech"
    return None, False


def _cited(token: Token, sentence: Sentence) -> Tokens | None:
    """Whom a reporter leans on: `citing a nurse`, `quoting witnesses`; None for other words."""
    if token.lower_ not in _CITING:
        return None
    named = next((c for c in token.children if c.dep_ == "dobj"), None)
    if named is None or not speaks(named) or named.lemma_ == "report":
        return None
    return phrase(named, low=token.i + 1, high=sentence.last)


def _from(cue: int, cited: Tokens, found: Found) -> Found:
    """What a quotation says, as the words of whom its speaker cites."""
    content = tuple(p for c in found.content for p in minus(c, [(cue, cited[1])]))
    return Found("quote.citing", (cue, cue + 1), cited, content, found.side)


def _active(verb: Token, cue: Cue, sentence: Sentence, last: Tokens | None) -> Found | None:
    source = speaker(verb, low=sentence.first, high=sentence.last)
    if last is not None and last[0] < verb.i and (goes_on(verb) or does_next(verb, last[1])):
        # `said nine died, adding that ...`: the parser hangs `adding` on whatever stands before it.
        source = last
    purpose = (
        verb.tag_ == "VB"
        and verb.dep_ in ("advcl", "acl", "relcl")
        and any(c.tag_ == "TO" for c in verb.lefts)
    )
    if purpose or source is None or not _may_speak(verb, cue, source):
        return None
    span = cue_span(verb, cue)
    made = content_of(verb, cue, source, span, sentence)
    if made is None:
        return None
    side, content = made
    holes = [h for h in (span, source) if h is not None]
    pieces = tuple(p for c in content for p in minus(c, holes))
    return Found(f"{cue.id}.{side}", span, source, pieces, side) if pieces else None


def _may_speak(verb: Token, cue: Cue, source: Tokens) -> bool:
    """The lexicon allows this source: `I think` reports nobody's belief, a soldier's `saw` no report."""
    if cue.speakers and not any(speaks(t) for t in verb.doc[source[0] : source[1]]):
        return False
    if not cue.sources and cue.stance not in ("belief", "intent"):
        return True
    words = {t.lower_ for t in verb.doc[source[0] : source[1]]}
    return bool(words & cue.sources) if cue.sources else not words & _SELF
