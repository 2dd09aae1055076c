"""The calendar: what months and weekdays are called (lexicon `times`), and which dates there are."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from dateline.lexicon.load import entries

LEXICON = "times"


@cache
def table(name: str) -> dict[str, Any]:
    """The values of one vocabulary entry: `month`, `weekday`, `unit`, `part_of_day`, `season`, ..."""
    entry = next(e for e in entries(LEXICON) if e.id == name)
    return dict(entry["values"])


def _full(name: str) -> tuple[str, ...]:
    """The name that the lexicon gives first for each number, in order: `january`, not `jan`."""
    first: dict[int, str] = {}
    for word, number in table(name).items():
        first.setdefault(number, word)
    return tuple(first[number] for number in sorted(first))


MONTHS = _full("month")
WEEKDAYS = _full("weekday")
MONTH_STEMS = "|".join(name[:3] for name in MONTHS)
"""What every way to write a month begins with, as alternatives of a regular expression: `jan|feb|...`."""
WEEKDAY_STEMS = "|".join(name[:3] for name in WEEKDAYS)
"""The same for weekdays."""


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None if the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
