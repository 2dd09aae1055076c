"""What the words between two names say of the first: that it lies in the second, or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace, generic_words
from dateline.resolve.geometry import distance_km
from dateline.resolve.places_relations import compass_words, relation_before

REACH_IN, REACH_BESIDE = 40.0, 60.0
"""Kilometres beyond the radius of the second place: a province's outline is no circle."""
SMALL_WORDS = frozenset(
    "to the of from just about some which is lies that located situated in near outside away and a km "
    "kilometers kilometres miles mile countryside outskirts suburb suburbs parts part".split()
)
_NUMBER = re.compile(r"[\d.,]+")
_NEAR = re.compile(r"\b(?:near|outside|close to|(?:outskirts|suburbs?) of)\b", re.I)
_UNITS = ("admin1", "country")


class Told(NamedTuple):
    """A name that holds another or lies beside it: its key, and how far from it the other may be."""

    key: str
    reach_km: float
    unit: bool = False
    """True if nothing but a comma says so, which only a province or country after it makes plain."""


def told(gap: str, key: str, after: str) -> Told | None:
    """What the words `gap` before the name `key`, in one sentence with the name before them, say, or None;
    `after` are the words behind that name.

    A comma is said of a town in its province, and of the next in a list.
    """
    low = " ".join(gap.lower().split())
    if low == ",":
        return None if _goes_on(after) else Told(key, REACH_IN, unit=True)
    words = [word for word in re.split(r"[\s,(]+", low) if word and not _NUMBER.fullmatch(word)]
    if not words or not all(map(_is_small, words)):
        return None
    relation = relation_before(gap)
    if _NEAR.search(low) or (relation is not None and not relation.inner):
        return Told(key, REACH_BESIDE + ((relation and relation.km) or 0.0))
    return Told(key, REACH_IN) if "in" in words else None


def _is_small(word: str) -> bool:
    return word in SMALL_WORDS or word in compass_words() or word in generic_words()


def _goes_on(after: str) -> bool:
    """True where a further name follows: `Orvane, Mora, Sol`, `Orvane, Mora and Sol`."""
    return re.match(r"\s*,?\s*(?:and|or|&|,)?\s*[A-Z]", after) is not None and not re.match(
        r"\s*[A-Z]", after
    )


def elsewhere(place: GazetteerPlace, holders: Iterable[tuple[Told, Sequence[Candidate]]]) -> bool:
    """True if the text says where a place lies, and this one lies apart from every place so called.

    `holders` are the names said, each with its candidates; those that no source holds say nothing.
    """
    known = [(told.reach_km, _meant(told, found)) for told, found in holders]
    return any(places for _, places in known) and not any(
        _holds(holder, place, reach_km) for reach_km, places in known for holder in places
    )


def _meant(told: Told, found: Sequence[Candidate]) -> list[GazetteerPlace]:
    places = [c.place for c in found if c.tier < 3]
    if told.unit and not any(place.kind in _UNITS for place in places):
        return []
    return places


def _holds(holder: GazetteerPlace, place: GazetteerPlace, reach_km: float) -> bool:
    if holder.kind == "region":
        return True
    if holder.kind == "country":
        return holder.iso2 == place.iso2
    if holder.row in (place.row, place.admin1_row, place.parent):
        return True
    return distance_km(holder.lat, holder.lon, place.lat, place.lon) <= holder.radius_km + reach_km
