"""Acts that somebody denies by what he says of himself or of claims: `denied that it was behind the raid`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.claims.record import Status
from dateline.claims.status_lists import cue_words
from dateline.claims.syntax import is_finite
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token


def disowned(event: Token) -> Iterator[tuple[Status, str]]:
    """`denied that it was behind the raid`, `denied being responsible for it`, `denied it was involved`."""
    while event.dep_ == "conj":
        event = event.head
    owning = mapping("roles")["owning_up"]
    said = event.head if event.head.lower_ in owning else event.head.head
    if event.dep_ != "pobj" or said.lower_ not in owning:
        return
    verb = said if said.dep_ in ("ccomp", "xcomp") else said.head
    entry = cue_words("clause_governor").get(verb.head.lemma_.lower())
    if entry is not None and entry["sets"] == "denied" and verb.dep_ in ("ccomp", "xcomp"):
        yield entry["sets"], entry.id


def refuted(child: Token) -> Iterator[tuple[Status, str]]:
    """`rejected claims that it had shelled the camp`: what the claims say is denied."""
    claims, verb = child.head, child.head.head
    said = claims.lemma_.lower() in cue_words("accused") and claims.dep_ == "dobj"
    if (
        said
        and child.dep_ == "acl"
        and is_finite(child)
        and verb.lemma_.lower() in mapping("roles")["refuting_verbs"]
    ):
        yield cue_words("clause_governor")["deny"]["sets"], cue_words("clause_governor")["deny"].id


def left_open(verb: Token) -> bool:
    """`would neither confirm nor deny the raid`, `could not confirm that it took place`."""
    if verb.lemma_.lower() == "confirm" and any(c.dep_ == "neg" for c in verb.children):
        return True
    pair = (verb, *verb.conjuncts)
    both = {word.lemma_.lower() for word in pair} == {"confirm", "deny"}
    return both and any(c.lower_ in ("or", "nor") for word in pair for c in word.children if c.dep_ == "cc")
