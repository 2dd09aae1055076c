"""The events of a document: its triggers, each act once, with the places that its words name."""

from __future__ import annotations

from dateline.annotate import Parse
from dateline.claims.spots import named_places
from dateline.claims.triggers import Trigger, triggers
from dateline.claims.triggers_denied import without_denials
from dateline.claims.triggers_described import without_descriptions
from dateline.claims.triggers_objects import by_object
from dateline.claims.triggers_once import said_once
from dateline.mentions.record import Mentions, Toponym


def events_in(parse: Parse, mentions: Mentions) -> tuple[tuple[Trigger, ...], tuple[Toponym, ...]]:
    """The events in text order, and the places among `mentions` that are no part of one."""
    found = tuple(without_denials(parse, tuple(said_once(parse, triggers(parse)))))
    found = tuple(without_descriptions(parse, found))
    toponyms = named_places(parse, mentions, found)
    return tuple(by_object(parse, trigger, toponyms) for trigger in found), toponyms
