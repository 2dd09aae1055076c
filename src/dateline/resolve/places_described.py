"""What a description stands for: `the city`, `parts of the province`, `the southern countryside`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.lexicon.gazetteer import country_terms, open_gazetteer
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import mapping
from dateline.mentions.places_barred import adjectives
from dateline.resolve.places_record import ResolvedPlace
from dateline.resolve.places_relations import compass_words

KINDS = {
    "city": "place", "town": "place", "village": "place", "capital": "place",
    "province": "admin1", "governorate": "admin1", "countryside": "admin1",
    "district": "admin2", "country": "country",
}  # fmt: skip
"""Kind of place by the noun that stands for it."""
MIDDLE = frozenset("center centre heart middle".split())
WIDEST_KM = {"village": 2.7, "town": 4.6}
"""Radius up to which a named place may be called so: that of 50,000 people and of 150,000."""
FEATURES = {"village": "village", "town": "city", "city": "city"}
"""What the words beside a name say where they call it a village, a town, a city."""
CALLED = {
    "village": "village", "town": "city", "province": "province", "governorate": "province",
    "district": "district",
}  # fmt: skip
"""The same for nouns that go back to what was called so. `The city` need not: towns and cities are called
alike, and a great one seldom is."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NOUNS = "|".join(noun for noun in KINDS if noun != "countryside")
_OWNED = re.compile(rf"(?P<owner>.*\b(?:{_NOUNS}))(?:['’]s|(?<=y)s)\s+(?P<rest>[a-z].*)", re.DOTALL)
"""`The town's hospital`, `the countrys center`: what lies in what was named; apostrophes may be lost."""
_DEFINITE = frozenset("the this that his her their its same".split())
_SMALL = _DEFINITE | frozenset("a of in and or all most much".split())
_PARTS = frozenset(
    "part parts area areas side edge edges outskirts suburb suburbs countryside centre center heart".split()
)


def meant(
    words: str, before: Sequence[ResolvedPlace], country: str | None
) -> tuple[ResolvedPlace, str] | None:
    """The named place that `words` stand for, of those named `before`, and what of the words goes before it:
    `parts of the` of `parts of the city`; None where they name something or nothing fits.

    `country` is the one the report tells of most (ISO3).
    """
    if (owned := _OWNED.match(words)) is not None:
        owner = meant(owned["owner"], before, country)
        return None if owner is None else (owner[0], _side(owned["rest"]))
    said = [(hit.group(), hit.start()) for hit in _WORD.finditer(words)]
    if not said or said[-1][0].lower() not in KINDS:
        return None
    noun, at = said[-1][0].lower(), said[-1][1]
    lead = [word.lower() for word, _ in said[:-1]]
    own = [word for word in lead if word not in _SMALL | _PARTS and word not in compass_words()]
    nations = [_nation(word) for word in own if word in adjectives()]
    # One word may describe what was named: `the rebel-held town`, but no name: `the Orvane town`.
    named = sum(word[0].isupper() for word, _ in said[1:-1])
    if _DEFINITE.isdisjoint(lead) or len(own) > 1 or named > len(nations):
        return None
    if nations:
        before, country = [place for place in before if place.country in (None, nations[0])], nations[0]
    if noun == "countryside" and (own or compass_words().isdisjoint(lead)):
        return None
    found = _last(noun, before, country)
    return None if found is None else (found, words if noun == "countryside" else words[:at])


def _nation(adjective: str) -> str | None:
    """ISO3 of the country that an adjective is of."""
    iso2 = country_terms().get(fold(adjective))
    return None if iso2 is None else open_gazetteer().iso3(iso2)


def _side(rest: str) -> str:
    """Which part of its owner a place is, as it is said before a name: `the north` of `the city's north` is
    `northern`."""
    first = rest.split()[0].lower()
    if first in MIDDLE:
        return "central "
    side = first if first.endswith("ern") else f"{first}ern"
    return f"{side} " if side in compass_words() else ""


def _last(noun: str, before: Sequence[ResolvedPlace], country: str | None) -> ResolvedPlace | None:
    """The last that fits, one that the words call so first. A village of that noun that no source holds is
    meant itself, and has no point; the country is the one in which the report plays all along, while others
    act in it.
    """
    fitting = [place for place in before if _fits(place, noun, country)]
    called = [place for place in fitting if place.feature is not None and place.feature == CALLED.get(noun)]
    last = (called or fitting)[-1:]
    return last[0] if last and last[0].lat is not None else None


def _fits(place: ResolvedPlace, noun: str, country: str | None) -> bool:
    if place.kind is None:
        return place.feature is not None and place.feature == FEATURES.get(noun)
    if place.kind != KINDS[noun] or (place.radius_km or 0.0) > WIDEST_KM.get(noun, float("inf")):
        return False
    if noun == "country":
        return place.country == country
    # Another country's capital speaks for its government, and nothing said of `the city` was there.
    if _is_capital(place):
        return place.country == country
    return noun != "capital"


def is_capital(name: str) -> bool:
    """True for what some country's capital is called, by which its government may be meant."""
    return fold(name) in _all_capitals()


def _is_capital(place: ResolvedPlace) -> bool:
    return place.country is not None and fold(place.text) in _capitals().get(place.country, ())


@cache
def _all_capitals() -> frozenset[str]:
    return frozenset().union(*_capitals().values())


@cache
def _capitals() -> dict[str, frozenset[str]]:
    """Folded names of each country's capital, by ISO3."""
    return {
        iso3: frozenset(fold(name) for name in country.get("capitals", ()))
        for iso3, country in mapping("demonyms").items()
    }
