"""Days counted from another event: `rebels left on Monday, two days after the bridge fell`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.mentions.record import Time
from dateline.mentions.times_anchor import anchor_of
from dateline.mentions.times_calendar import shifted, to_unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_AMOUNT = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")
_HOW_OFTEN = re.compile(r"\b(?:in|within)\s+\Z", re.IGNORECASE)
"""What stands before an amount in which something happened again, and which counts from nothing."""
_WAY = re.compile(r"\s+(?P<way>after|before)\b", re.IGNORECASE)


def counted(parse: Parse, trigger: Trigger, times: Sequence[Time]) -> Time | None:
    """The day of an event that a count of days joins to another's, None where no count does.

    In the example the bridge fell on Saturday. In `two days after the bridge fell on Monday rebels left`
    they left on Wednesday.
    """
    sentence = [t for t in times if t.span.overlaps(trigger.sentence.span)]
    for time in sentence:
        amount = _AMOUNT.fullmatch(time.value or "") if time.rule == "duration" else None
        way = _WAY.match(parse.document.text, time.span.end)
        often = _HOW_OFTEN.search(parse.document.text[: time.span.start][-12:])
        way = way if often is None else None
        other = _governed(parse, Span(*way.span("way"))) if way is not None else None
        if amount is None or way is None or other is None:
            continue
        inside = Span(other.left_edge.idx, other.right_edge.idx + len(other.right_edge))
        within = [t for t in sentence if t.span.overlaps(inside) and _is_day(t)]
        around = [t for t in sentence if not t.span.overlaps(inside) and _is_day(t)]
        later = -1 if way["way"].lower() == "before" else 1
        if trigger.head in (other.i, *(child.i for child in other.children if child.dep_ == "dobj")):
            day, told, sign = _day(parse, around), within, -later
        elif trigger.head in parse.path_up(other.i):
            day, told, sign = (within[0].start if within else None), around, later
        else:
            continue
        moved = shifted(day, sign * int(amount["count"]), amount["unit"]) if day and not told else None
        if moved is not None:
            found = to_unit(moved, amount["unit"])
            return replace(
                time, value=found.value, start=found.start, end=found.end, precision=found.precision,
                rule="time.counted",
            )  # fmt: skip
    return None


def _is_day(time: Time) -> bool:
    return time.start is not None and time.start == time.end


def _day(parse: Parse, around: Sequence[Time]) -> dt.date | None:
    """The day told for the event counted from, else the report's."""
    anchor = anchor_of(parse)
    return around[-1].start if around else anchor.day if anchor is not None else None


def _governed(parse: Parse, way: Span) -> Token | None:
    """The head of the clause or noun phrase after the word."""
    word = parse.tokens_in(way)[0]
    if word.dep_ == "mark":
        return word.head
    return next((child for child in word.children if child.dep_ in ("pobj", "pcomp")), None)
