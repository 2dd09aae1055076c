"""What an incident is called, and how many independent origins it has."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.link.incident import incident
from dateline.link.record import Settings


@pytest.mark.parametrize(
    ("start", "end", "precision", "name"),
    [
        ("2021-03-04", "2021-03-04", "day", "shelling at Karmin, 2021-03-04"),
        ("2021-03-01", "2021-03-31", "month", "shelling at Karmin, 2021-03"),
        ("2021-01-01", "2021-12-31", "year", "shelling at Karmin, 2021"),
        ("2012-01-01", "2021-03-04", "year", "shelling at Karmin, 2012-01-01..2021-03-04"),
    ],
)
def test_a_name_tells_no_day_that_no_source_tells(start, end, precision, name, claim) -> None:
    day, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    told = claim("d", 0, "shelling", places=("Karmin",), day=day, end=last, precision=precision)
    assert incident([told], {}, settings=Settings()).name == name


def test_an_agency_and_who_carries_it_are_counted_once(claim, report) -> None:
    claims = [claim("a", 0, "attack"), claim("b", 0, "attack", by=("a Reuters witness", "media", None))]
    reports = {"a": report("a", "Reuters"), "b": report("b", "Valley Post")}
    made = incident(claims, reports, settings=Settings())
    assert made.origins == ("agency:reuters",)
    assert made.grade == "weak"


def test_two_that_one_agency_quotes_may_contradict_each_other(claim, report) -> None:
    tolls = [
        claim("a", at, "kill", day=dt.date(2021, 3, 4), figures=[("killed", dead)], by=(who, "witness", None))
        for at, dead, who in ((0, 4, "a doctor"), (300, 40, "a baker"))
    ]
    made = incident(tolls, {"a": report("a", "Reuters")}, settings=Settings())
    assert [found.kind for found in made.contradictions] == ["quantity"]
