"""The calendar's full names and stems, and dates that exist."""

from __future__ import annotations

import calendar
import datetime as dt

from dateline.lexicon.calendar import MONTH_STEMS, MONTHS, WEEKDAY_STEMS, WEEKDAYS, date_of, table


def test_full_names_stand_in_the_order_of_the_year_and_the_week() -> None:
    assert [name.title() for name in MONTHS] == list(calendar.month_name)[1:]
    assert [name.title() for name in WEEKDAYS] == list(calendar.day_name)


def test_every_way_to_write_one_begins_with_a_stem() -> None:
    assert {word[:3] for word in table("month")} == set(MONTH_STEMS.split("|"))
    assert {word[:3] for word in table("weekday")} == set(WEEKDAY_STEMS.split("|"))


def test_a_day_that_no_month_has_is_none() -> None:
    assert date_of(2016, 2, 29) == dt.date(2016, 2, 29)
    assert date_of(2017, 2, 29) is None
