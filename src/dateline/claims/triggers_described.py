"""Words that only describe a party or a thing: `troops backed by jets`, `destroyed a rebel-held tank`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.syntax import PASSIVE_SUBJECTS
from dateline.claims.triggers import Trigger
from dateline.lexicon import entries, mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = ("dobj", *PASSIVE_SUBJECTS)


def without_descriptions(parse: Parse, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """The triggers without those that say who stands by a party, or whose thing it is that is destroyed.

    Gold of several corpora counts the first in one of twelve (`backed by`), the second nowhere: held are
    places, and whose a thing is makes it a target of the destruction.
    """
    destroyed = {trigger.head for trigger in triggers if trigger.action == "destroy"}
    for trigger in triggers:
        head = parse.doc[trigger.head]
        if trigger.action == "aid" and _stands_by(head):
            continue
        if trigger.action == "hold" and head.dep_ == "amod" and _thing(head.head) in destroyed:
            continue
        yield trigger


def _stands_by(participle: Token) -> bool:
    """True for the `backed` of `troops backed by jets`."""
    told = participle.dep_ == "acl" and participle.lemma_.lower() in mapping("roles")["helping_verbs"]
    return told and any(child.dep_ == "agent" for child in participle.children)


def _thing(noun: Token) -> int:
    """The verb whose object a thing is, alone or in a list; -1 for none, and for a place."""
    if noun.lower_ in _land():
        return -1
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.head.i if noun.dep_ in _OBJECTS else -1


@cache
def _land() -> frozenset[str]:
    return frozenset(next(e["words"] for e in entries("place_sites") if e.id == "site.land"))
