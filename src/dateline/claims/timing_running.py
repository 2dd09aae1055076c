"""Events of several days: `the fifth day of an offensive`, `killed nine in two days`, `have died since`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.record import ClaimTime
from dateline.claims.timing_spans import has_been
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.mentions.record import Time
from dateline.mentions.times_amounts import SAME_DAY
from dateline.mentions.times_anchor import anchor_of
from dateline.mentions.times_calendar import shifted

if TYPE_CHECKING:
    from spacy.tokens import Token

_LASTED = re.compile(r"P(?P<time>T?)(?P<count>\d+)(?P<unit>[HDW])")
_WITHIN = re.compile(
    r"\b(?:in|within)\s+(?:(?:less|more)\s+than\s+|just\s+|under\s+|over\s+|about\s+)?\Z", re.I
)
REACH = 24
"""Characters before an amount of time in which it is said that something took so long."""
_GO_ON = frozenset(("continue", "rage", "go", "last", "persist", "enter"))
"""Verbs of an event that goes on."""


def from_first_day(parse: Parse, trigger: Trigger, found: ClaimTime | None) -> ClaimTime | None:
    """The time found, from the first day on where the event's words tell which day of it that was.

    `Sunday, the fifth day of the offensive`: the offensive began on Wednesday.
    """
    if found is None or found.start is None or found.start != found.end:
        return found
    for word in parse.tokens[trigger.sentence.first : trigger.sentence.last]:
        nth = _nth(word) if word.lower_ == "day" else None
        if nth is not None and _is_day_of(word, trigger.head, parse):
            return replace(found, start=found.start - dt.timedelta(days=nth - 1), precision="day")
    return found


def _nth(day: Token) -> int | None:
    """4 of `the fourth straight day`."""
    told = (
        mapping("number_labels")["ordinals"].get(child.lower_)
        for child in day.children
        if child.dep_ == "amod"
    )
    return next((nth for nth in told if nth is not None), None)


def _is_day_of(day: Token, event: int, parse: Parse) -> bool:
    """True for `the second day of fighting`, and for `fighting continued for a second day`."""
    of = [pobj for prep in day.children if prep.lower_ == "of" for pobj in prep.children]
    if of:
        return any(noun.i == event for noun in of)
    verb = next((parse.tokens[i] for i in parse.path_up(day.i) if parse.tokens[i].pos_ == "VERB"), None)
    if verb is None:
        return False
    while verb.dep_ == "xcomp" and verb.lemma_ not in _GO_ON:
        verb = verb.head
    own = (*verb.children, verb)
    return verb.lemma_ in _GO_ON and any(
        t.i == event and (t is verb or t.dep_ in ("nsubj", "dobj", "xcomp")) for t in own
    )


def lasted(parse: Parse, own: Sequence[Time]) -> tuple[Time, dt.date, dt.date] | None:
    """The amount of time that a report says something took, with its first and last day.

    Where nothing else tells when it was, it ended on the report's day: `Shells kill 84 in three days`.
    """
    anchor = anchor_of(parse)
    for time in own if anchor is not None else ():
        amount = _LASTED.fullmatch(time.value or "") if time.rule == "duration" else None
        before = parse.document.text[max(0, time.span.start - REACH) : time.span.start]
        if amount is None or anchor is None or not _WITHIN.search(before):
            continue
        if amount["time"] and int(amount["count"]) <= SAME_DAY:
            continue
        first = shifted(anchor.day, -int(amount["count"]), amount["time"] + amount["unit"])
        if first is not None:
            return time, first, anchor.day
    return None


def until_now(parse: Parse, trigger: Trigger, found: ClaimTime | None) -> ClaimTime | None:
    """The time found, up to the report's day where what began before it has gone on: `The war began in 2011.
    Thousands have died.`"""
    anchor = anchor_of(parse)
    if found is None or anchor is None or found.end is None or not found.inherited:
        return found
    long = found.precision in ("month", "year") and found.end < anchor.day
    return replace(found, end=anchor.day) if long and has_been(parse.tokens[trigger.head]) else found
