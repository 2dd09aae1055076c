"""Times that prepositions and conjunctions stretch: `since 2011`, `from Monday to Friday`, clock and day."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.document import Span
from dateline.mentions.record import Time
from dateline.mentions.times_calendar import DAY
from dateline.mentions.times_scene import Scene

_SINCE = re.compile(r"\bsince\s+(?:the\s+|on\s+|in\s+|at\s+least\s+)*\Z")
# `since the war broke out in March 2011`: the clause after `since` gives the beginning.
_SINCE_BEGAN = re.compile(r"\bsince\s+(?:[\w'’\"“”-]+\s+){1,14}(?:(?:in|on|at)\s+(?:the\s+)?)?\Z")
WEEKDAY = "relative.weekday"
_OF_A_DAY = ("time.clock", "time.part")
SINCE_REACH = 120
"""Characters before a date in which the `since` of its clause may stand."""
_RANGE_LEAD = re.compile(r"\b(?:between|from)\s+(?:the\s+|on\s+)*\Z")
_RANGE = re.compile(r"\s*(?:-|–|—|to|until|till|through|up to)\s*(?:the\s+)?")
_AND = re.compile(r"\s*(?:and|,)\s*(?:on\s+|the\s+)*")
_CLOCK_JOIN = re.compile(
    r"\s*(?:local\s+time|gmt|edt|est|utc|hours|\([^)]{1,30}\))?\s*(?:local\s+time\s*)?(?:,|on|of|\(|\))?\s*"
)


def joined(found: list[Time], scene: Scene) -> list[Time]:
    """The times of one sentence with stretched intervals; a clock time takes the day beside it."""
    made = _clocks(found, scene)
    for at, time in enumerate(made):
        made[at] = _since(time, scene)
    for at in range(len(made) - 1):
        first, second = made[at], made[at + 1]
        first = _week_before(first, second, scene)
        if first.start is None or second.end is None or second.start is None:
            continue
        if first.start <= second.start and _are_range(first, second, scene):
            made[at] = replace(first, end=second.end)
            made[at + 1] = replace(second, start=first.start)
    return made


def _week_before(first: Time, second: Time, scene: Scene) -> Time:
    """Monday of `from Monday to Wednesday` told on the next Monday: the one before that Wednesday."""
    if first.start is None or second.start is None or first.rule != WEEKDAY or second.rule != WEEKDAY:
        return first
    if first.start <= second.start or not _are_range(first, second, scene):
        return first
    return replace(first, start=first.start - 7 * DAY)


def _are_range(first: Time, second: Time, scene: Scene) -> bool:
    between = scene.folded[first.span.end : second.span.start]
    before = scene.folded[max(0, first.span.start - 16) : first.span.start]
    if _RANGE.fullmatch(between):
        return True
    if not _AND.fullmatch(between) or "," in between:
        return False
    between_led = _RANGE_LEAD.search(before)
    same_kind = first.rule == second.rule and first.precision == second.precision
    return between_led is not None or same_kind


def _since(time: Time, scene: Scene) -> Time:
    if time.start is None or scene.anchor is None or time.start > scene.anchor:
        return time
    before = scene.folded[max(scene.sentence.start, time.span.start - SINCE_REACH) : time.span.start]
    if _SINCE.search(before) is None and _SINCE_BEGAN.search(before) is None:
        return time
    return replace(time, end=scene.anchor, said_end=time.end)


def _clocks(found: list[Time], scene: Scene) -> list[Time]:
    """`10:35 a.m. (0735 GMT) Friday` is one time: the day, with the clock in its value."""
    made: list[Time] = []
    for time in found:
        last = made[-1] if made else None
        if last is not None and last.rule in _OF_A_DAY and time.rule in _OF_A_DAY:
            if _CLOCK_JOIN.fullmatch(scene.folded, last.span.end, time.span.start):
                continue
        elif (
            last is not None and last.rule in _OF_A_DAY and time.start is not None and time.start == time.end
        ) and _CLOCK_JOIN.fullmatch(scene.folded, last.span.end, time.span.start):
            span = Span(last.span.start, time.span.end)
            value = f"{time.start}{last.value}"
            time = replace(time, span=span, text=scene.text[span.start : span.end], value=value)
            made.pop()
        made.append(time)
    return [_dated(time, scene) for time in made]


def _dated(time: Time, scene: Scene) -> Time:
    """A clock time alone, with the day last spoken of in its value; which day it is of stays open."""
    day = scene.last or scene.anchor
    if time.rule not in _OF_A_DAY or day is None or time.value is None:
        return time
    return replace(time, value=f"{day}{time.value}")
