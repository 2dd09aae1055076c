"""Stretches of days as people write them, so that a year that is told never looks like its first day."""

from __future__ import annotations

import datetime as dt


def told_days(start: dt.date, end: dt.date | None) -> str:
    """`2017-06-08`, `2017-06` of a whole month, `2017` of a whole year, else `2017-06-08..2017-06-09`.

    >>> told_days(dt.date(2017, 1, 1), dt.date(2017, 12, 31))
    '2017'
    """
    if start == end:
        return str(start)
    if end and start.day == 1 and (end + dt.timedelta(days=1)).day == 1 and start.year == end.year:
        if start.month == end.month:
            return f"{start:%Y-%m}"
        if (start.month, end.month) == (1, 12):
            return f"{start:%Y}"
    return f"{start}..{end or ''}"
