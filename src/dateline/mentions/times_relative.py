"""Days and periods told from the day of the report: `yesterday`, `on Monday`, `last week`, `the next day`."""

from __future__ import annotations

import re

from dateline.mentions.times_absolute import Rule
from dateline.mentions.times_calendar import DAY, Reading, in_quarter, in_week, on, weekday_on_or_before
from dateline.mentions.times_periods import cut, period
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import PART, WEEKDAY, pattern, table, weekday_of

_UNANCHORED = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _part(word: str | None) -> str | None:
    return str(table("part_of_day")[word]) if word else None


def _day(m: re.Match[str], scene: Scene) -> Reading | None:
    word = m["word"]
    if scene.anchor is None:
        return Reading("PRESENT_REF" if word in ("today", "tonight") else None, precision="day")
    if word.startswith("day"):
        return on(scene.anchor + DAY * (-2 if "before" in word else 2))
    part = "NI" if word == "tonight" else _part(m["part"])
    return on(scene.anchor + DAY * _UNANCHORED[word], part)


def _part_day(m: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return Reading(None, precision="day")
    if m["overnight"]:
        return Reading(f"{scene.anchor}TNI", scene.anchor - DAY, scene.anchor, "day")
    back = 1 if m["which"].startswith(("last", "previous")) else 0
    return on(scene.anchor - DAY * back, _part(m["part"]))


def _weekday(m: re.Match[str], scene: Scene) -> Reading | None:
    weekday, lead = weekday_of(m["weekday"]), m["lead"] or ""
    part = _part(m["part"] or m["part_before"])
    if m["every"]:
        return Reading(f"XXXX-WXX-{weekday}", precision="unknown")
    if scene.anchor is None:
        return Reading(f"XXXX-WXX-{weekday}", precision="day")
    day = weekday_on_or_before(scene.anchor, weekday)
    if lead.startswith(("last", "previous", "the previous", "past")) and day == scene.anchor:
        day -= 7 * DAY
    ahead = lead.startswith(("next", "this coming", "coming", "the following"))
    owned = m.group().endswith("'s")
    if ahead or (not (lead or owned) and day != scene.anchor and scene.looks_ahead(m.start())):
        day += 7 * DAY
    return on(day, part)


def _unit(m: re.Match[str], scene: Scene) -> Reading | None:
    anchor = scene.anchor
    if anchor is None:
        return Reading(None)
    which, unit = m["which"].split()[-1], m["unit"]
    if which in ("following", "preceding") and m["which"].startswith("the") and scene.spoken is not None:
        anchor = scene.spoken
    step = {
        "last": -1,
        "previous": -1,
        "preceding": -1,
        "this": 0,
        "current": 0,
        "next": 1,
        "coming": 1,
        "following": 1,
    }[which]
    whole = period(anchor, unit, step)
    if step == 0 and unit != "month" and not m["edge"] and not scene.looks_ahead(m.start()) and whole.start:
        return whole._replace(end=max(whole.start, anchor))
    return cut(whole, m["edge"], anchor, step)


def _weekend(m: re.Match[str], scene: Scene) -> Reading | None:
    anchor = scene.anchor
    if anchor is None:
        return Reading(None)
    which = m["which"] or ""
    if which.startswith(("next", "coming")) or ("last" not in which and scene.looks_ahead(m.start())):
        return in_week(anchor + (7 * DAY if anchor.isoweekday() >= 6 else 0 * DAY), "weekend")
    saturday = weekday_on_or_before(anchor, 6)
    if which.startswith("last") and anchor.isoweekday() >= 6:
        saturday -= 7 * DAY
    return in_week(saturday, "weekend")


def _same(m: re.Match[str], scene: Scene) -> Reading | None:
    by_day = m["unit"] not in ("week", "month", "year")
    reference = (scene.last if by_day else scene.spoken) or scene.anchor
    if reference is None:
        return Reading(None)
    step = {"same": 0, "that": 0, "next": 1, "following": 1, "previous": -1}.get(m["which"].split()[-1], 0)
    if by_day:
        part = _part(m["unit"]) if m["unit"] != "day" else None
        return on(reference + step * DAY, part)
    return period(reference, m["unit"], step)


def _edge(m: re.Match[str], scene: Scene) -> Reading | None:
    anchor = scene.anchor
    if anchor is None:
        return Reading(None)
    step = {"last": -1, "next": 1}.get((m["which"] or "").strip(), 0)
    return cut(period(anchor, m["unit"], step), m["edge"], anchor, step)


def _this_quarter(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the quarter`, `the year-earlier period`: the quarter last spoken of, or a year before it."""
    if scene.quarter is None:
        return None
    year, quarter = scene.quarter
    return in_quarter(year - (1 if "year" in m.group() else 0), quarter)


_EARLINESS = (
    r"(?:(?P<edge>earlier|later|early|late|mid|(?:the\s+)?(?:beginning|start|end|middle)\s+of)[\s-]+"
    r"(?:in\s+)?(?:the\s+)?)?"
)


RULES: tuple[Rule, ...] = (
    (
        "relative.day",
        pattern(
            rf"\b(?:(?:early|late|earlier|later)\s+)?(?P<word>today|tonight|yesterday|tomorrow|day\s+before\s+yesterday|day\s+after\s+tomorrow)\b(?:'s)?(?:\s+(?P<part>{PART})\b)?"
        ),
        _day,
    ),
    (
        "relative.part",
        pattern(
            rf"\b(?:(?P<overnight>overnight)|(?:(?:early|late|earlier|later)\s+)?(?P<which>this|last|previous)\s+(?P<part>{PART}))\b"
        ),
        _part_day,
    ),
    (
        "relative.weekday",
        pattern(
            rf"\b(?P<every>(?:every|each)\s+)?(?:(?P<lead>last|this\s+past|this\s+coming|this|next|coming|past|the\s+previous|previous|the\s+following)\s+)?"
            rf"(?:(?:early|late|earlier|later)\s+)?(?:(?P<part_before>{PART})\s+(?:of\s+|on\s+)?)?(?:on\s+)?(?P<weekday>{WEEKDAY})s?\b(?:'s)?(?:[\s-]+(?P<part>{PART})s?\b)?"
        ),
        _weekday,
    ),
    (
        "relative.unit",
        pattern(
            rf"\b{_EARLINESS}(?P<which>last|this|next|(?:the\s+)?(?:previous|current|coming|following|preceding))\s+(?P<unit>week|month|year|quarter|decade|century)\b(?:'s)?"
        ),
        _unit,
    ),
    (
        "relative.weekend",
        pattern(
            r"\b(?:the\s+)?(?:(?P<which>last|this\s+past|this|past|next|coming|previous)\s+)?weekend\b"
            r"(?<!a\ weekend)"
        ),
        _weekend,
    ),
    (
        "relative.same",
        pattern(
            r"\b(?P<which>(?:the\s+)?(?:very\s+)?(?:same|next|following|previous)|that(?:\s+same)?)\s+(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?!s)"
        ),
        _same,
    ),
    (
        "relative.edge",
        pattern(
            r"\b(?P<edge>(?:the\s+)?(?:beginning|start|end|middle)\s+of|earlier\s+in|later\s+in|early\s+in|late\s+in)\s+(?:the\s+)?(?P<which>last\s+|next\s+|this\s+)?(?P<unit>week|month|year|decade|century)\b"
        ),
        _edge,
    ),
    (
        "relative.quarter",
        pattern(
            r"\b(?:the\s+)?(?:(?:latest|same|comparable|corresponding|year-earlier|year-ago|prior-year)\s+)+(?:quarter|period)\b|\bthe\s+quarter\b|\byear-(?:earlier|ago)\b"
        ),
        _this_quarter,
    ),
)
