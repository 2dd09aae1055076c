"""Hedges that count elsewhere than they stand: `a suspected rebel raid`, `will stay until they leave`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.claims.record import Status
from dateline.claims.status_lists import cue_words
from dateline.claims.syntax import SUBJECTS_OF_ANY, surface_subjects
from dateline.lexicon import Entry, entries, mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = frozenset(
    ("military", "police", "intelligence", "militia", "rebels", "government", "ruler", "armed")
)
"""Roles of actor_words.yaml that fire at somebody."""

_AHEAD = frozenset(("will", "wo", "'ll", "would", "shall", "to"))
"""Before a verb, what is still to come."""


def is_of_author(event: Token, hedge: Token) -> bool:
    """True for `a suspected rebel raid`: there was a raid, only whose is open."""
    if hedge.lower_ not in mapping("roles")["suspecting"]:
        return False
    between = event.doc[hedge.i + 1 : event.i]
    proved = any(word.lower_ in mapping("roles")["proving"] for word in between)
    return not proved and any(word.ent_type_ == "NORP" or word.lower_ in _bodies() for word in between)


def hedged_before(verb: Token) -> Iterator[tuple[Status, str]]:
    """`allegedly beat men and burned a mill`: the adverb is said of both verbs of one subject."""
    first = verb.head
    if verb.dep_ != "conj" or any(c.dep_ in SUBJECTS_OF_ANY for c in verb.children):
        return
    for child in first.children:
        entry = cue_words("modifier").get(child.lower_)
        if child.dep_ == "advmod" and child.i < first.i and entry is not None and entry["sets"] == "possible":
            yield entry["sets"], entry.id


def awaited(verb: Token) -> Iterator[tuple[Status, str]]:
    """`will not disarm until the army leaves`, `vowed to fight until it left`: it may or may not come."""
    above = verb.head
    if verb.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ == "until" for c in verb.children):
        return
    if any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in above.children):
        yield "conditional", "marker.until"


def of_outcome(modal: Token) -> Entry | None:
    """`the capture of the mill would give them the river`: what it would bring is not planned."""
    verb = modal.head
    entry = cue_words("outcome").get(verb.lemma_.lower()) if modal.lower_ == "would" else None
    subjects = surface_subjects(verb)
    told = all(t.dep_ == "csubj" or (t.pos_ == "NOUN" and t.lower_ not in _bodies()) for t in subjects)
    return entry if subjects and told else None


@cache
def _bodies() -> frozenset[str]:
    return frozenset(noun for e in entries("actor_words") if e["role"] in _BODIES for noun in e["words"])
