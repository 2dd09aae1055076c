"""Actions that hang on what is done to what: `took Orvane`, `seized the deputy`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.syntax import is_passive, is_verbal, objects, surface_subjects
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.mentions.record import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_object(parse: Parse, trigger: Trigger, places: Sequence[Toponym]) -> Trigger:
    """The trigger with its lexicon action where its object is a place: one captures a town, detains a man."""
    head = parse.doc[trigger.head]
    action, rule = _with_place(trigger, head)
    if action in (None, trigger.action):
        return trigger
    taken = surface_subjects(head) if is_passive(head) else objects(head)
    starts = {token.idx for token in taken}
    if any(place.span.start <= start < place.span.end for place in places for start in starts):
        return replace(trigger, action=action, rule=f"{rule} by its object")
    return trigger


def _with_place(trigger: Trigger, head: Token) -> tuple[str | None, str]:
    """The action that the trigger's verb has when its object is a place, and the rule; None for most."""
    if trigger.hit is None:
        action = mapping("roles")["with_place"].get(head.lemma_.lower()) if is_verbal(head) else None
        return action, f"roles.with_place.{head.lemma_.lower()}"
    said = "objects" in trigger.hit.entry.fields
    return trigger.hit.action if said else None, trigger.hit.entry.id
