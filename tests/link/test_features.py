"""What two claims have in common, by the names of the features that are 1."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from dateline.claims.record import Claim
from dateline.link.columns import encode
from dateline.link.features import measure
from dateline.link.pairs import pairs

DAY = dt.date(2020, 6, 9)


@pytest.fixture
def common(report):
    def names(*claims) -> set[str]:
        columns = encode(claims, {d: report(d) for d in "ab"})
        found = measure(pairs(columns, np.array([0]), np.array([1])))
        return {name for name, values in found.items() if values[0] == 1}

    return names


def test_one_town_in_two_spellings_on_one_day(claim, common) -> None:
    a = claim("a", 0, "airstrike", places=["Sukhnah"], day=DAY)
    b = claim("b", 0, "airstrike", places=["Sokhneh"], day=DAY)
    assert {"same action", "across: same place", "across: same day", "between two reports"} <= common(a, b)


def test_two_towns_a_week_apart(claim, common) -> None:
    a = claim("a", 0, "airstrike", places=["Karmin"], day=DAY)
    b = claim("b", 0, "kill", places=["Orvane"], day=DAY + dt.timedelta(days=7))
    assert {"act and its harm", "across: places differ", "across: days apart"} <= common(a, b)


@pytest.mark.parametrize(("days", "name"), [(1, "a day apart"), (2, "days apart"), (9, "days apart")])
def test_a_night_is_told_from_days_between(days, name, claim, common) -> None:
    a = claim("a", 0, "airstrike", places=["Karmin"], day=DAY)
    b = claim("a", 50, "airstrike", places=["Karmin"], day=DAY + dt.timedelta(days=days))
    named = {"a day apart", "days apart", "dated apart"}
    assert {n for n in named if f"within: {n}" in common(a, b)} == {name, "dated apart"}


@pytest.mark.parametrize(("days", "name"), [(2, "a day apart"), (9, "days apart")])
def test_a_day_that_is_not_in_a_claims_own_words_may_be_wrong(days, name, claim, common) -> None:
    a = claim("a", 0, "airstrike", places=["Karmin"], day=DAY)
    b = claim("a", 50, "airstrike", places=["Karmin"], day=DAY + dt.timedelta(days=days))
    named = {"a day apart", "days apart", "dated apart"}
    found = common(a, replace(b, time=replace(b.time, inherited=True)))
    assert {n for n in named if f"within: {n}" in found} == {name}


def test_rival_tolls_and_reversed_roles_in_one_report(claim, common) -> None:
    a = claim("a", 0, "kill", agents=["group:north"], targets=["AAA:military"], figures=[("killed", 40)])
    b = claim("a", 50, "kill", agents=["AAA:military"], targets=["group:north"], figures=[("killed", 9)])
    found = common(a, b)
    assert {"within: figures differ", "within: roles reversed", "within: same sentence"} <= found
    assert "within: same figure" not in found


PLACE = {"lat": 10.0, "lon": 20.0, "radius_km": 6.0, "precision": 1}
"""A town; a degree of latitude is 111 km."""


@pytest.fixture
def placed(claim):
    def make(document: str, name: str, **where: float) -> Claim:
        made = claim(document, 0, "airstrike", places=[name], day=DAY)
        return replace(made, places=(replace(made.places[0], **{**PLACE, **where}),))

    return make


@pytest.mark.parametrize(
    ("where", "apart"),
    [
        ({"lat": 10.08}, True),  # the next town, 9 km away
        ({"lat": 10.04}, False),  # a quarter or a suburb
        ({"lat": 10.3, "radius_km": 80.0, "precision": 3}, False),  # the province around it
        ({"lat": 12.0, "radius_km": 80.0, "precision": 3}, True),  # another province
    ],
)
def test_two_named_places_lie_apart_unless_one_holds_or_touches_the_other(
    placed, common, where, apart
) -> None:
    found = common(placed("a", "Karmin"), placed("b", "Orvane", **where))
    assert ("across: known to lie apart" in found) is apart


def test_a_claim_of_two_towns_is_not_apart_from_a_claim_of_the_second(placed, common) -> None:
    one, other = placed("a", "Karmin"), placed("b", "Orvane", lat=11.0)
    both = replace(one, places=(*one.places, *other.places))
    assert "across: a place in common" in common(both, other)


def test_the_dead_told_beside_a_battle_are_no_strike_and_its_harm(claim, common) -> None:
    battle, strike, dead = (claim("a", k, action) for k, action in enumerate(("clash", "airstrike", "kill")))
    assert "battle and harm" in common(battle, dead)
    assert "battle and harm" not in common(strike, dead)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (["AAA:civilians"], ["AAA:medical"], True),
        (["AAA:civilians"], ["AAA:civilians", "AAA:military"], False),
        (["AAA:civilians"], [], False),
    ],
)
def test_that_both_hit_civilians_says_little(one, other, both, claim, common) -> None:
    a, b = claim("a", 0, "kill", targets=one), claim("b", 0, "kill", targets=other)
    assert ("across: both hit civilians" in common(a, b)) == both


def test_a_wars_dead_are_told_from_an_events(claim, common) -> None:
    event = claim("a", 0, "kill", figures=[("killed", 40)])
    war, later = (claim("a", at, "kill", figures=[("killed", 300_000)]) for at in (50, 90))
    name = "within: a war's toll against an event's"
    assert name in common(event, war)
    assert name not in common(war, later)


@pytest.mark.parametrize(("days", "long"), [(10, False), (90, True)])
def test_a_day_in_months_is_told_from_a_day_in_a_week(days, long, claim, common) -> None:
    a = claim("a", 0, "attack", day=DAY)
    b = claim("b", 0, "attack", day=DAY - dt.timedelta(days=days), end=DAY, precision="month")
    assert ("across: days overlap, one of months" in common(a, b)) == long
