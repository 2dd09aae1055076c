"""Which words report speech, by the lexicon `reporting.yaml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.lexicon.inflect import noun_forms, verb_forms
from dateline.lexicon.load import entries

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """A lexicon entry as a finder uses it."""

    id: str
    kind: str
    stance: str
    takes: frozenset[str]
    to: str | None
    prep: frozenset[str]
    sources: frozenset[str]
    speakers: bool
    not_of: frozenset[str]
    needs: frozenset[str]


@lru_cache(maxsize=1)
def _by_form() -> tuple[Mapping[str, tuple[Cue, ...]], Mapping[str, Cue]]:
    verbs: dict[str, list[Cue]] = {}
    nouns: dict[str, Cue] = {}
    for entry in entries("reporting"):
        cue = Cue(
            entry.id, entry["kind"], entry["stance"], frozenset(entry.get("takes", ())),
            entry.get("to"), frozenset(entry.get("prep", ())), frozenset(entry.get("sources", ())),
            bool(entry.get("speakers")), frozenset(entry.get("not_of", ())),
            frozenset(entry.get("with", ())),
        )  # fmt: skip
        irregular = entry.get("forms", {})
        for lemma in entry["lemmas"]:
            if cue.kind == "verb":
                forms = {*verb_forms(lemma), *(f for f, base in irregular.items() if base == lemma)}
                for form in forms:
                    verbs.setdefault(form, []).append(cue)
            elif cue.kind == "noun":
                nouns.update(dict.fromkeys(noun_forms(lemma), cue))
    return {form: tuple(cues) for form, cues in verbs.items()}, nouns


@lru_cache(maxsize=1)
def adverbs() -> frozenset[str]:
    """Adverbs that report without a speaker: `reportedly`."""
    return frozenset(w for e in entries("reporting") if e["kind"] == "adverb" for w in e["lemmas"])


@lru_cache(maxsize=1)
def accounts() -> Mapping[str, str]:
    """Nouns of what somebody tells or counts, with their entry: `by the mayor's account`."""
    return {w: e.id for e in entries("reporting") if e["kind"] == "account" for w in e["lemmas"]}


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, tuple[list[str], ...]]:
    """By first word, the words of phrases before whose words they are: `according to`, `in the words of`."""
    made: dict[str, tuple[list[str], ...]] = {}
    for words in (w.split() for e in entries("reporting") if e["kind"] == "phrase" for w in e["lemmas"]):
        made[words[0]] = (*made.get(words[0], ()), words)
    return made


def phrase_length(words: Sequence[str], at: int) -> int:
    """Words of the lexicon phrase that starts at `at` (`according to`), 0 where none does."""
    begun = phrases().get(words[at])
    if begun is None:
        return 0
    return next((len(p) for p in begun if list(words[at : at + len(p)]) == p), 0)


def reporting_forms() -> Collection[str]:
    """Every form of every verb that may report, in lower case."""
    return _by_form()[0].keys()


def reporting_nouns() -> Collection[str]:
    """Every form of every noun that may report, in lower case."""
    return _by_form()[1].keys()


def verb_cues(token: Token) -> tuple[Cue, ...]:
    """The entries whose verb this token may be; empty for a noun of the same form."""
    cues = _by_form()[0].get(token.lower_, ())
    if not cues:
        return ()
    if not token.tag_.startswith("VB") and token.lower_ not in ("said", "says", "told", "added"):
        return ()
    if token.text == "Said" and token.ent_type_ == "PERSON":
        return ()  # a name
    taken = {child.lower_ for child in token.children if child.dep_ == "dobj"}
    beside = taken | {child.lower_ for child in token.rights if child.dep_ == "prt"}
    fitting = (cue for cue in cues if cue.not_of.isdisjoint(taken))
    return tuple(cue for cue in fitting if not cue.needs or cue.needs & beside)


def noun_cue(token: Token) -> Cue | None:
    """The entry whose noun this token is, or None."""
    cue = _by_form()[1].get(token.lower_)
    return cue if cue is not None and token.tag_ in ("NN", "NNS", "NNP", "NNPS") else None
