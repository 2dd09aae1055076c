"""Where an incident is: the narrowest place of its claims, and whose point a nameless place is lent."""

from __future__ import annotations

import dataclasses

from dateline.claims.record import Place
from dateline.document import Span
from dateline.link.incident import incident
from dateline.link.record import Settings

TOWN = Place(
    text="Karmin", span=Span(0, 6), role="at", name="Karmin", gazetteer="x:1", country="XAA", admin1="Dolv",
    lat=10.0, lon=20.0, precision=1, score=0.9,
)  # fmt: skip
PROVINCE = dataclasses.replace(
    TOWN, text="northern Dolv", name="Dolv", gazetteer="x:2", lat=11.0, lon=21.0, precision=2
)
COUNTRY = dataclasses.replace(
    TOWN, text="the republic", name="Aaland", gazetteer="x:3", admin1=None, precision=3
)
QUARTER = Place(text="Seventh Mile", span=Span(0, 6), role="at")


def placed(claim, *places):
    claims = [
        dataclasses.replace(claim("d", at, "shelling"), places=listed) for at, listed in enumerate(places)
    ]
    found = incident(claims, {}, settings=Settings())
    return found.place, found.lat, found.precision


def test_the_town_counts_and_not_its_province(claim) -> None:
    assert placed(claim, (PROVINCE, TOWN), (PROVINCE, TOWN), (PROVINCE,)) == ("Karmin", 10.0, 1)


def test_a_place_without_a_point_is_lent_the_towns(claim) -> None:
    assert placed(claim, (QUARTER, TOWN), (QUARTER,)) == ("Seventh Mile", 10.0, 2)


def test_a_country_lends_no_point(claim) -> None:
    assert placed(claim, (QUARTER, COUNTRY)) == ("Seventh Mile", None, None)
    assert placed(claim, ()) == (None, None, None)


def test_the_point_is_lent_by_a_claim_that_names_the_place(claim) -> None:
    other = dataclasses.replace(TOWN, text="Albin", name="Albin", gazetteer="x:4", lat=30.0)
    assert placed(claim, (QUARTER, PROVINCE), (QUARTER,), (other,), (other,), (QUARTER,))[1] == 11.0
