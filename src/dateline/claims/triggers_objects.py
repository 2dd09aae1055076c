"""Actions that hang on what is done to what: `took Orvane`, `seized the deputy`, `lost the airfield`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.syntax import DEFINITE, is_passive, is_verbal, objects, surface_subjects
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.mentions.record import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_object(parse: Parse, trigger: Trigger, places: Sequence[Toponym]) -> Trigger:
    """The trigger with its lexicon action where its object is a place: one captures a town, detains a man."""
    head = parse.doc[trigger.head]
    action, rule = _with_place(trigger, head)
    if action in (None, trigger.action):
        return trigger
    if any(_is_place(token, places) for token in _taken(head)):
        return replace(trigger, action=action, rule=f"{rule} by its object")
    return trigger


def _taken(verb: Token) -> list[Token]:
    """What the verb is done to; what falls is its subject."""
    if is_passive(verb) or verb.lemma_.lower() == "fall":
        return surface_subjects(verb)
    return objects(verb)


def _is_place(noun: Token, places: Sequence[Toponym]) -> bool:
    """A place named or described, or one that the text takes for known: `the airfield`."""
    known = noun.lower_ in site_nouns() and any(c.lower_ in DEFINITE for c in noun.children)
    of = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of")
    within = (noun, *(owner for preposition in of for owner in preposition.children))
    return known or any(place.span.start <= t.idx < place.span.end for place in places for t in within)


def _with_place(trigger: Trigger, head: Token) -> tuple[str | None, str]:
    """The action that the trigger's verb has when its object is a place, and the rule; None for most."""
    action = mapping("roles")["with_place"].get(head.lemma_.lower()) if is_verbal(head) else None
    if action is not None or trigger.hit is None:
        return action, f"roles.with_place.{head.lemma_.lower()}"
    said = "objects" in trigger.hit.entry.fields
    return trigger.hit.action if said else None, trigger.hit.entry.id
