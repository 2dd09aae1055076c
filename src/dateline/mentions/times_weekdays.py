"""Weekdays and weekends: `on Monday`, `last Friday night`, `the previous Tuesday`, `over the weekend`."""

from __future__ import annotations

import datetime as dt
import re

from dateline.mentions.times_absolute import Rule
from dateline.mentions.times_calendar import DAY, Reading, in_week, on, weekday_on_or_before
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import PART, WEEKDAY, part_of, pattern, weekday_of


def _weekday(m: re.Match[str], scene: Scene) -> Reading | None:
    weekday, lead = weekday_of(m["weekday"]), m["lead"] or ""
    part = part_of(m["part"] or m["part_before"])
    if m["every"] or m["parts"] or (m["days"] and m["on"]):
        return Reading(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""), precision="unknown")
    if scene.anchor is None:
        return Reading(f"XXXX-WXX-{weekday}", precision="day")
    if lead.startswith("the ") and scene.last is not None:
        return on(_beside(scene.last, weekday, ahead="following" in lead), part)
    day = weekday_on_or_before(scene.anchor, weekday)
    if lead.startswith(("last", "previous", "the previous", "past")) and day == scene.anchor:
        day -= 7 * DAY
    ahead = lead.startswith(("next", "this coming", "coming", "the following"))
    if m["into"]:
        day = weekday_on_or_before(scene.anchor, weekday)
        return Reading(f"{day - DAY}TNI", day - DAY, day, "day")
    owned = m.group().endswith("'s")
    if ahead or (not (lead or owned) and day != scene.anchor and scene.looks_ahead(m)):
        day += 7 * DAY
    return on(day, part)


def _beside(told: dt.date, weekday: int, *, ahead: bool) -> dt.date:
    """`the following Friday`, `the previous Friday`: counted from the day last told."""
    if ahead:
        return weekday_on_or_before(told + 7 * DAY, weekday)
    return weekday_on_or_before(told - DAY, weekday)


def _weekend(m: re.Match[str], scene: Scene) -> Reading | None:
    anchor = scene.anchor
    if anchor is None:
        return Reading(None)
    which = m["which"] or ""
    if which.startswith(("next", "coming")) or ("last" not in which and scene.looks_ahead(m)):
        return in_week(anchor + (7 * DAY if anchor.isoweekday() >= 6 else 0 * DAY), "weekend")
    saturday = weekday_on_or_before(anchor, 6)
    if which.startswith("last") and anchor.isoweekday() >= 6:
        saturday -= 7 * DAY
    return in_week(saturday, "weekend")


RULES: tuple[Rule, ...] = (
    (
        "relative.weekday",
        pattern(
            rf"\b(?:overnight\s+(?:(?P<into>into|to)\s+|from\s+)?)?(?P<every>(?:every|each)\s+)?(?:(?P<lead>last|this\s+past|this\s+coming|this|next|coming|past|the\s+previous|previous|the\s+following)\s+)?"
            rf"(?:(?:early|late|earlier|later)\s+)?(?:(?P<part_before>{PART})\s+(?:of\s+|on\s+)?)?(?P<on>on\s+)?"
            rf"(?P<weekday>{WEEKDAY})(?P<days>s)?\b(?:'s)?(?:[\s-]+(?P<part>{PART})(?P<parts>s)?\b)?"
        ),
        _weekday,
    ),
    (
        "relative.weekend",
        pattern(
            r"\b(?:the\s+)?(?:(?P<which>last|this\s+past|this|past|next|coming|previous)\s+)?weekend\b"
            r"(?<!a\ weekend)"
        ),
        _weekend,
    ),
)
