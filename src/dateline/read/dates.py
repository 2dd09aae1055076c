"""Complete calendar dates as reports and tables write them. Nothing is filled in."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from dateline.lexicon.calendar import MONTH_STEMS, MONTHS, WEEKDAY_STEMS, date_of

DateOrder = Literal["iso", "dmy", "mdy"]

_MONTH = rf"(?P<{{0}}>(?:{MONTH_STEMS})[a-z]*\.?)"
_WEEKDAY = rf"(?:(?:{WEEKDAY_STEMS})[a-z]*\.?,? (?:the )?)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"

_FORMS = (
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format('m1')},? {_YEAR.format('y1')}",
    rf"{_MONTH.format('m2')} (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? ?{_YEAR.format('y2')}",
    rf"{_YEAR.format('y3')}-(?P<m3>\d\d)-(?P<d3>\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?",
    rf"(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.{_YEAR.format('y4')}",
    rf"(?P<a5>\d{{1,2}})(?P<s5>[/-])(?P<b5>\d{{1,2}})(?P=s5){_YEAR.format('y5')}",
    rf"(?P<d6>\d{{1,2}}) {_MONTH.format('m6')} '?(?P<y6>\d\d)(?!\d|:)",
)
DATE = rf"(?i:{_WEEKDAY}(?:{'|'.join(_FORMS)}))"
"""Regular expression of a complete date; its groups are read by `date_at`. Use it once a pattern."""

PLAIN_DATE = re.sub(r"\(\?P<\w+>", "(?:", DATE).replace("(?P=s5)", "[/-]")
"""The same without named groups, to stand inside other patterns."""

_DATE = re.compile(DATE)


def date_at(text: str, *, near: dt.date | None = None) -> dt.date | None:
    """The first complete date in `text`, or None.

    `3/4/2016` is read only when one part exceeds 12, when both are equal, or when one of its two
    readings lies within 45 days of `near`. Two-digit years (`13 JAN 90`) count as 1969 to 2068.
    """
    found = _DATE.search(text)
    if found is None:
        return None
    part = found.groupdict()
    if part["a5"]:
        return _either(int(part["a5"]), int(part["b5"]), int(part["y5"]), near)
    n = next(k for k in "12346" if part[f"y{k}"])
    year = int(part[f"y{n}"])
    if n == "6":
        year += 2000 if year < 69 else 1900
    month = part[f"m{n}"]
    return date_of(year, int(month) if month.isdigit() else _month(month), int(part[f"d{n}"]))


def _month(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word[:3].lower()))


def _either(a: int, b: int, year: int, near: dt.date | None) -> dt.date | None:
    readings = {d for d in (date_of(year, b, a), date_of(year, a, b)) if d is not None}
    if len(readings) == 1:
        return readings.pop()
    close = [d for d in readings if near is not None and abs((d - near).days) <= 45]
    return close[0] if len(close) == 1 else None


def column_date(value: object, *, order: DateOrder) -> dt.date | None:
    """The date in a table's cell; None when the cell is empty. Raises ValueError when it is no date.

    ISO dates and times are always read; `order` says how `8/12/2016` is meant, and without it
    ("iso") such a cell is refused rather than guessed.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = str(value).strip()
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        # Other event tables write days so (ISO 8601, basic form).
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    numbers = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T].*)?", text)
    if numbers is not None:
        a, b, year = map(int, numbers.groups())
        found = (
            date_of(year, b, a)
            if order == "dmy"
            else date_of(year, a, b)
            if order == "mdy"
            else _either(a, b, year, None)
        )
    else:
        whole = _DATE.match(text)
        found = date_at(text) if whole is not None else None
    if found is None:
        raise ValueError(
            f"'{text[:40]}' is not a date in {order} order; write YYYY-MM-DD or set --date-order"
        )
    return found
