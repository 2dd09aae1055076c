"""Quarters and years of business: `the quarter`, `the latest fiscal year`, `the year ended in March`."""

from __future__ import annotations

import re

from dateline.lexicon.calendar import date_of
from dateline.mentions.times_absolute import Rule
from dateline.mentions.times_calendar import Reading, in_quarter, in_year, on
from dateline.mentions.times_durations import duration_value
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import pattern, unit_of

LATE = 10
"""From this month on `year-end` is the end of the year that runs."""


def _this_quarter(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the quarter`, `the year-earlier period`: the quarter the report is about, or a year before it."""
    if scene.quarter is None:
        return None
    year, quarter = scene.quarter
    return in_quarter(year - (1 if "year" in m.group() else 0), quarter)


def _fiscal_year(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the latest fiscal year`: the last one that is over; `the fiscal year`: the one that runs."""
    if scene.anchor is None:
        return None
    return in_year(scene.anchor.year - (1 if m["over"] else 0))


def _year_end(m: re.Match[str], scene: Scene) -> Reading | None:
    """The last day of the year that runs, where it is near or to come, else of the one before."""
    if scene.anchor is None:
        return Reading("XXXX-12-31", precision="day")
    to_come = not scene.is_since(m.start()) and (
        scene.anchor.month >= LATE or m["by"] is not None or scene.looks_ahead(m)
    )
    end = date_of(scene.anchor.year - (0 if to_come else 1), 12, 31)
    return on(end) if end else None


def _ended(m: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(duration_value(1, unit_of(m["unit"])))


RULES: tuple[Rule, ...] = (
    (
        "relative.quarter",
        pattern(
            r"\b(?:the\s+)?(?:(?:latest|same|comparable|corresponding|year-earlier|year-ago|prior-year)\s+)+(?:quarter|period)\b"
            r"|\b(?:the|that)\s+quarter\b|\byear-(?:earlier|ago)\b"
        ),
        _this_quarter,
    ),
    (
        "relative.fiscal_year",
        pattern(r"\bthe\s+(?:(?P<over>latest|past|most\s+recent)\s+)?fiscal\s+year\b(?!\s+end)"),
        _fiscal_year,
    ),
    ("relative.year_end", pattern(r"\b(?P<by>by\s+)?(?:the\s+)?year[\s-]end\b"), _year_end),
    (
        "duration.ended",
        pattern(r"\bthe\s+(?:fiscal\s+)?(?P<unit>year|month|week)\b(?=\s+end(?:ed|ing)\b)"),
        _ended,
    ),
)
