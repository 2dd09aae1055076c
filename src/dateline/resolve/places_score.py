"""How well each candidate fits the document by itself: named features with readable, fitted weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import cache

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace
from dateline.lexicon.load import mapping
from dateline.resolve.places_candidates import LEVELS, Name, Setting, is_capital
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
    feature = name.toponyms[0].feature
    level = LEVELS.get(feature or "") or ("place" if name.town else None)
    rows = {c.place.row for c in name.candidates}
    following: set[int] = set()
    lands: set[str] = set()
    for key in name.parents:
        following |= setting.names[key].units
        lands |= setting.names[key].lands
    countries, units = setting.countries, setting.units
    total = sum(countries.values()) if countries else 0
    seats = {c.place.iso2 for c in name.candidates if is_capital(c)}
    holders = [(said, setting.names[said.key].candidates) for said in name.told]
    made = []
    for candidate in name.candidates:
        place = candidate.place
        kind, iso2, row, province = place.kind, place.iso2, place.row, place.admin1_row
        found = _by_itself(candidate, level, feature)
        if total and kind != "country":
            said = countries.get(iso2, 0)
            found["country_share"] = said / total
            found["country_named"] = 1.0 if said > 0 else 0.0
        if kind == "place" and province in rows:
            found["namesake_of_province"] = 1.0
        if following or lands:
            inside = bool({province, place.parent} & following - {row}) or (
                kind != "country" and iso2 in lands
            )
            found["inside_next" if inside else "not_inside_next"] = 1.0
        if units and kind != "country" and province != row:
            _tell_units(found, place, name.units, units)
        if iso2 in seats and kind in ("admin1", "admin2") and feature not in UNITS_SAID:
            found["unit_of_capitals_name"] = 1.0
        if holders and kind not in WIDE and place.population < TOWN and elsewhere(place, holders):
            found["told_elsewhere"] = 1.0
        made.append(found)
    return made


def _by_itself(candidate: Candidate, level: str | None, said: str | None) -> Features:
    place = candidate.place
    kind = place.kind
    size = math.log10((place.population or UNKNOWN.get(kind, 0)) + 1) / 7
    found: Features = {f"kind={kind}": 1.0, f"tier={candidate.tier}": 1.0, "size": size}
    if candidate.main:
        found["main"] = 1.0
    # An outline of a province says where it is, and not that a name means the province and not the town.
    if place.picked and kind in ("place", "feature"):
        found["added"] = 1.0
    if level:
        found["kind_fits" if level == kind else "kind_differs"] = 1.0
    if said:
        found[f"said={said}>{kind}"] = 1.0
    return found


def _tell_units(found: Features, place: GazetteerPlace, own: frozenset[int], units: Counter[int]) -> None:
    """Adds the features of a place whose province or district the text names by another name than its own."""
    province, parent = place.admin1_row, place.parent
    if province is not None and units[province] > (province in own):
        found["inside_named"] = 1.0
    if parent not in (None, province) and units[parent] > (parent in own):
        found["inside_named_district"] = 1.0


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
    gains = [(known.get(n, 0.0) * v, n) for n, v in found.items() if n in WORDS]
    return candidate.likeness, *[WORDS[n] for gain, n in sorted(gains, reverse=True) if gain > 0.2]
