"""Complete dates are read, incomplete and ambiguous ones are not guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.dates import column_date, date_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue Aug 4 2020", "2020-08-04"),
        ("Tuesday 4 August 2020", "2020-08-04"),
        ("Aug 42020", "2020-08-04"),
        ("Jul 152020", "2020-07-15"),
        ("March 11, 2025", "2025-03-11"),
        ("31 JAN 90", "1990-01-31"),
        ("20 Oct 04", "2004-10-20"),
        ("04.08.2020", "2020-08-04"),
        ("2020-08-04T10:00:00Z", "2020-08-04"),
        ("17-08-2020", "2020-08-17"),
        ("08/17/2020", "2020-08-17"),
        ("5/5/2020", "2020-05-05"),
        ("4th of August 2020", "2020-08-04"),
        ("August 4", None),
        ("August 2020", None),
        ("04-08-2020", None),
        ("31 February 2020", None),
        ("19 NOV (AFP)", None),
    ],
)
def test_dates_in_text(text, expected):
    assert date_at(text) == (dt.date.fromisoformat(expected) if expected else None)


def test_an_ambiguous_date_is_read_by_the_publication_date():
    assert date_at("04-08-2020", near=dt.date(2020, 8, 5)) == dt.date(2020, 8, 4)
    assert date_at("04-08-2020", near=dt.date(2020, 12, 5)) is None


@pytest.mark.parametrize(
    ("value", "order", "expected"),
    [
        ("2020-08-04", "iso", dt.date(2020, 8, 4)),
        ("8/4/2020", "mdy", dt.date(2020, 8, 4)),
        ("8/4/2020", "dmy", dt.date(2020, 4, 8)),
        ("8/24/2020", "iso", dt.date(2020, 8, 24)),
        (20200804, "iso", dt.date(2020, 8, 4)),
        (dt.datetime(2020, 8, 4, 10), "iso", dt.date(2020, 8, 4)),
        ("", "iso", None),
        (None, "iso", None),
    ],
)
def test_dates_in_cells(value, order, expected):
    assert column_date(value, order=order) == expected


@pytest.mark.parametrize("value", ["8/4/2020", "last week", "24/24/2020", "2020-13-01", 7, "20201304"])
def test_a_cell_that_is_no_certain_date_is_refused(value):
    with pytest.raises(ValueError, match="is not a date"):
        column_date(value, order="iso")


@given(st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(2067, 12, 31)))
def test_every_written_form_of_a_day_reads_back(day):
    forms = ("%d %B %Y", "%B %d, %Y", "%a %b %d %Y", "%d.%m.%Y", "%Y-%m-%d", "%d %b %y")
    assert {date_at(day.strftime(form)) for form in forms} == {day}
