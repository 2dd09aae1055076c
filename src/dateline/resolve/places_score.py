"""How well each candidate fits the document by itself: named features with readable, fitted weights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace
from dateline.lexicon.load import mapping
from dateline.resolve.places_candidates import LEVELS, Name, Setting
from dateline.resolve.places_lookup import TOWN, UNITS_SAID
from dateline.resolve.places_told import elsewhere

Features = dict[str, float]
UNKNOWN = {"admin1": 300_000, "admin2": 30_000, "place": 1_000}
"""Inhabitants that a unit or a town of unknown size is taken to have."""
WIDE = frozenset({"region", "country", "admin1"})
WORDS = {
    "inside_next": "lies in the place named after it",
    "inside_named": "its province is named in the text",
    "country_named": "its country is named in the text",
    "near": "near the text's other places",
    "kind_fits": "is the kind of place that the text says",
    "size": "its size",
    "added": "added by an analyst",
}
"""Reasons for users, by feature; features without words are not shown."""


def features_of(name: Name, setting: Setting) -> list[Features]:
    """What speaks for each candidate of a name whatever the other names turn out to be."""
    first = name.toponyms[0]
    level = LEVELS.get(first.feature or "") or ("place" if name.town else None)
    rows = {c.place.row for c in name.candidates}
    parents = [setting.names[key] for key in name.parents]
    following = frozenset().union(*[parent.units for parent in parents])
    lands = frozenset().union(*[parent.lands for parent in parents])
    total = sum(setting.countries.values())
    made = []
    seats = {c.place.iso2 for c in name.candidates if _is_capital(c)}
    holders = [(said, setting.names[said.key].candidates) for said in name.told]
    for candidate in name.candidates:
        place = candidate.place
        found = _by_itself(candidate, level, first.feature)
        if place.kind != "country" and total:
            said = setting.countries.get(place.iso2, 0)
            found["country_share"] = said / total
            found["country_named"] = float(said > 0)
        if place.kind == "place" and place.admin1_row in rows:
            found["namesake_of_province"] = 1.0
        if following or lands:
            inside = bool({place.admin1_row, place.parent} & following - {place.row}) or (
                place.kind != "country" and place.iso2 in lands
            )
            found["inside_next" if inside else "not_inside_next"] = 1.0
        if place.kind != "country" and place.admin1_row != place.row:
            found.update((level, 1.0) for level in _units_named(name, place, setting))
        if place.iso2 in seats and place.kind in ("admin1", "admin2") and first.feature not in UNITS_SAID:
            found["unit_of_capitals_name"] = 1.0
        if holders and place.kind not in WIDE and place.population < TOWN and elsewhere(place, holders):
            found["told_elsewhere"] = 1.0
        made.append(found)
    return made


def _is_capital(candidate: Candidate) -> bool:
    """True of the capital of a country under its own name."""
    place = candidate.place
    capitals = mapping("demonyms").get(place.country or "", {}).get("capitals", ())
    return candidate.main and place.kind == "place" and place.population >= TOWN and place.name in capitals


def _by_itself(candidate: Candidate, level: str | None, said: str | None) -> Features:
    place = candidate.place
    found: Features = {f"kind={place.kind}": 1.0, f"tier={candidate.tier}": 1.0}
    found["size"] = math.log10((place.population or UNKNOWN.get(place.kind, 0)) + 1) / 7
    if candidate.main:
        found["main"] = 1.0
    # An outline of a province says where it is, and not that a name means the province and not the town.
    if place.picked and place.kind in ("place", "feature"):
        found["added"] = 1.0
    if level:
        found["kind_fits" if level == place.kind else "kind_differs"] = 1.0
    if said:
        found[f"said={said}>{place.kind}"] = 1.0
    return found


def _units_named(name: Name, place: GazetteerPlace, setting: Setting) -> Iterator[str]:
    """The features of a place whose province or district the text names."""
    if _named_elsewhere(place.admin1_row, name, setting):
        yield "inside_named"
    if place.parent != place.admin1_row and _named_elsewhere(place.parent, name, setting):
        yield "inside_named_district"


def _named_elsewhere(row: int | None, name: Name, setting: Setting) -> bool:
    return row is not None and setting.units.get(row, 0) > (row in name.units)


@cache
def weights() -> dict[str, float]:
    """Weight of each feature (`place_relations_weights.yaml`)."""
    held: dict[str, float] = mapping("place_relations_weights")["weights"]
    return held


def value(found: Features, known: Mapping[str, float]) -> float:
    """The sum of weighted features."""
    return sum([known.get(n, 0.0) * v for n, v in found.items()])


def reasons(found: Features, candidate: Candidate) -> tuple[str, ...]:
    """The weightiest features of a choice, in words, after the reasons of its name."""
    known = weights()
    ranked = sorted(((known.get(n, 0.0) * v, n) for n, v in found.items() if n in WORDS), reverse=True)
    return (candidate.likeness, *(WORDS[n] for gain, n in ranked if gain > 0.2))
