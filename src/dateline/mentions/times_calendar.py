"""Days, weeks, months and years as closed intervals of days."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from dateline.mentions.record import Precision

DAY = dt.timedelta(days=1)


class Reading(NamedTuple):
    """What a time expression says: its TIMEX3 value and the days it names."""

    value: str | None
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "unknown"


def on(day: dt.date, part: str | None = None) -> Reading:
    """One day, or a part of it (`MO`, `NI`)."""
    return Reading(day.isoformat() + (f"T{part}" if part else ""), day, day, "day")


def in_month(year: int, month: int, edge: str | None = None) -> Reading:
    """A month, or its early (1-10), middle (11-20) or late (21-) third."""
    last = calendar.monthrange(year, month)[1]
    first, final = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(edge or "", (1, last))
    return Reading(
        f"{year:04d}-{month:02d}", dt.date(year, month, first), dt.date(year, month, final), "month"
    )


def in_year(year: int, edge: str | None = None) -> Reading:
    """A year, or its first quarter, its summer or its last quarter (codebook: `late 2016` is October on)."""
    months = {"early": (1, 3), "mid": (6, 8), "late": (10, 12)}.get(edge or "", (1, 12))
    end = dt.date(year, months[1], calendar.monthrange(year, months[1])[1])
    return Reading(f"{year:04d}", dt.date(year, months[0], 1), end, "year")


def in_years(first: int, last: int, value: str) -> Reading:
    """A span of whole years (a decade)."""
    return Reading(value, dt.date(first, 1, 1), dt.date(last, 12, 31), "year")


def in_week(day: dt.date, edge: str | None = None) -> Reading:
    """The week, Monday to Sunday, that holds `day`; `weekend` is its last two days."""
    monday = day - DAY * (day.isoweekday() - 1)
    year, week, _ = day.isocalendar()
    value = f"{year:04d}-W{week:02d}"
    if edge == "weekend":
        return Reading(f"{value}-WE", monday + 5 * DAY, monday + 6 * DAY, "week")
    return Reading(value, monday, monday + 6 * DAY, "week")


def in_quarter(year: int, quarter: int) -> Reading:
    """A quarter of a year."""
    month = 3 * quarter
    end = dt.date(year, month, calendar.monthrange(year, month)[1])
    return Reading(f"{year:04d}-Q{quarter}", dt.date(year, month - 2, 1), end, "month")


def in_season(year: int, code: str, month: int) -> Reading:
    """Three months from `month` on; winter is counted in the year it begins."""
    final_year, final = (year + 1, 2) if month == 12 else (year, month + 2)
    end = dt.date(final_year, final, calendar.monthrange(final_year, final)[1])
    return Reading(f"{year:04d}-{code}", dt.date(year, month, 1), end, "month")


def to_unit(day: dt.date, unit: str) -> Reading:
    """What an amount in `unit` says of the `day` it leads to: that day, its week, its month or its year."""
    if unit.startswith("T") or unit.endswith("D"):
        return on(day)
    if unit.endswith("W"):
        return in_week(day)
    return in_year(day.year) if unit.endswith("Y") else in_month(day.year, day.month)


def months_from(day: dt.date, months: int) -> dt.date:
    """The same day some months on (or back), or that month's last day; the calendar's ends hold."""
    index = max(12, min(day.year * 12 + day.month - 1 + months, 9999 * 12))
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def weekday_on_or_before(day: dt.date, weekday: int) -> dt.date:
    """The nearest such weekday, `day` itself included."""
    return day - DAY * ((day.isoweekday() - weekday) % 7)


def shifted(day: dt.date, count: float, unit: str) -> dt.date | None:
    """`day` moved by `count` units (`D`, `W`, `M`, `Y`, `TH`), or None past the calendar's ends."""
    factor, letter = int(unit[:-1]) if unit[:-1].isdigit() else 1, unit[-1]
    amount = count * factor
    try:
        if unit.startswith("T"):
            hours = amount * {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}[letter]
            return day + DAY * round(hours / 24 + (0.499 if hours > 0 else -0.499) * (abs(hours) >= 1))
        if letter in "DW":
            return day + DAY * round(amount * (7 if letter == "W" else 1))
        return months_from(day, round(amount * {"M": 1, "Q": 3, "Y": 12}[letter]))
    except OverflowError:
        return None
