"""Days and periods told from the day of the report: `yesterday`, `last week`, `the next day`."""

from __future__ import annotations

import datetime as dt
import re

from dateline.mentions.times_absolute import Rule
from dateline.mentions.times_calendar import DAY, Reading, on
from dateline.mentions.times_periods import cut, period
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import PART, part_of, pattern

_UNANCHORED = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _day(m: re.Match[str], scene: Scene) -> Reading | None:
    word = m["word"]
    if scene.anchor is None:
        return Reading("PRESENT_REF" if word in ("today", "tonight") else None, precision="day")
    if word.startswith("day"):
        return on(scene.anchor + DAY * (-2 if "before" in word else 2))
    part = "NI" if word == "tonight" else part_of(m["part"])
    return on(scene.anchor + DAY * _UNANCHORED[word], part)


def _part_day(m: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return Reading(None, precision="day")
    if m["overnight"]:
        return Reading(f"{scene.anchor}TNI", scene.anchor - DAY, scene.anchor, "day")
    back = 1 if m["which"].startswith(("last", "previous")) else 0
    return on(scene.anchor - DAY * back, part_of(m["part"]))


_STEPS = {
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


def _unit(m: re.Match[str], scene: Scene) -> Reading | None:
    anchor = scene.anchor
    if anchor is None:
        return Reading(None)
    which, unit = m["which"].split()[-1], m["unit"]
    if which in ("following", "preceding") and m["which"].startswith("the") and scene.spoken is not None:
        anchor = scene.spoken
    step = _STEPS[which]
    if step == 0 and unit != "month" and not m["edge"]:
        return _so_far(m, scene, anchor)
    return cut(period(anchor, unit, step), m["edge"], anchor, step)


def _running(m: re.Match[str], scene: Scene) -> Reading | None:
    """`of the week`, `for the year`: the one that runs, unless the text tells of another year."""
    told, anchor = scene.spoken, scene.anchor
    if anchor is None or (told is not None and told.year != anchor.year):
        return None
    return _so_far(m, scene, anchor)


def _so_far(m: re.Match[str], scene: Scene, anchor: dt.date) -> Reading:
    """The period of the anchor day: until that day, or whole where the sentence looks ahead."""
    whole = period(anchor, m["unit"], 0)
    if whole.start is None or scene.looks_ahead(m):
        return whole
    return whole._replace(end=max(whole.start, anchor))


def _same(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the same day`, `the next week`, `the night before`: told from the day or period last spoken of."""
    unit = m["unit"] or m["told"] or m["within"]
    which = m["way"] or (m["which"] or "same").split()[-1]
    by_day = unit not in ("week", "month", "year")
    reference = (scene.last if by_day else scene.spoken) or scene.anchor
    if reference is None:
        return Reading(None)
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1}.get(which, 0)
    if by_day:
        part = part_of(unit) if unit != "day" else None
        return on(reference + step * DAY, part)
    return period(reference, unit, step)


def _edge(m: re.Match[str], scene: Scene) -> Reading | None:
    anchor = scene.anchor
    if anchor is None:
        return Reading(None)
    step = {"last": -1, "next": 1}.get((m["which"] or "").strip(), 0)
    return cut(period(anchor, m["unit"], step), m["edge"], anchor, step)


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
        "relative.unit",
        pattern(
            rf"\b{_EARLINESS}(?P<which>last|this|next|(?:the\s+)?(?:previous|current|coming|following|preceding))\s+(?P<unit>week|month|year|quarter|decade|century)\b(?:'s)?"
        ),
        _unit,
    ),
    (
        "relative.running",
        pattern(
            r"\b(?:for|of|in|during|over)\s+the\s+(?P<unit>week|year)\b"
            r"(?='s\b|\s*(?:[.,;:)](?!\d)|\Z)|\s+(?:of\s+[$\d]|as|by|with|on|at|from|but|was|were)\b)"
        ),
        _running,
    ),
    (
        "relative.same",
        pattern(
            r"\b(?P<which>(?:the\s+)?(?:very\s+)?(?:same|next|following|previous)|that(?:\s+same)?)\s+(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?!s)"
            r"|\bthe\s+(?P<told>day|night|week|month|year)\s+(?P<way>before|after)(?=\s*(?:[.,;:)]|\Z)|\s+(?:in|at|near|by)\b)"
            r"|\b(?:earlier|later)\s+in\s+the\s+(?P<within>day)\b"
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
)
