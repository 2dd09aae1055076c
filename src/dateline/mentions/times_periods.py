"""Whole weeks, months and years around a day, and their early and late parts."""

from __future__ import annotations

import datetime as dt

from dateline.mentions.times_absolute_days import edge_of
from dateline.mentions.times_calendar import (
    DAY,
    Reading,
    in_month,
    in_quarter,
    in_week,
    in_year,
    in_years,
    months_from,
)


def period(anchor: dt.date, unit: str, step: int) -> Reading:
    """The week, month, ... that lies `step` periods from the one the anchor is in."""
    if unit == "week":
        return in_week(anchor + 7 * step * DAY)
    if unit == "month":
        day = months_from(anchor, step)
        return in_month(day.year, day.month)
    if unit == "quarter":
        day = months_from(anchor, 3 * step)
        return in_quarter(day.year, (day.month - 1) // 3 + 1)
    if unit == "year":
        return in_year(anchor.year + step)
    size = 10 if unit == "decade" else 100
    first = (anchor.year // size + step) * size
    value = f"{str(first)[:3]}X" if size == 10 else str(first)[:2]
    return in_years(first, first + size - 1, value)


def cut(reading: Reading, words: str | None, anchor: dt.date, step: int) -> Reading:
    """The part of a period that `earlier`, `later`, `early` or `the end of` leaves."""
    start, end = reading.start, reading.end
    if not words or start is None or end is None:
        return reading
    if words.startswith("earlier"):
        return reading._replace(end=min(end, anchor) if step == 0 else end)
    if words.startswith("later"):
        return reading._replace(start=max(start, anchor) if step == 0 else start)
    edge = edge_of(words)
    if len(reading.value or "") == 4:
        return in_year(start.year, edge)
    if reading.precision == "month":
        return in_month(start.year, start.month, edge)
    return reading
