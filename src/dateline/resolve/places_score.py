"""How well each candidate fits the document: named features with readable, fitted weights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace
from dateline.lexicon.load import mapping
from dateline.resolve.places_candidates import LEVELS, Name, Setting

Features = dict[str, float]
NEAR_KM = 150.0
"""Places of one story lie this near each other; of the candidates of LGL's neighbours nine tenths do."""
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


def km(a: GazetteerPlace, b: GazetteerPlace) -> float:
    """Distance in kilometres on a sphere."""
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(h, 1.0)))


def features(name: Name, candidate: Candidate, setting: Setting, chosen: Mapping[str, Candidate]) -> Features:
    """What speaks for a candidate; `chosen` are the present choices for all names, by key."""
    place = candidate.place
    found: Features = {f"kind={place.kind}": 1.0, f"tier={candidate.tier}": 1.0}
    found["size"] = math.log10(place.population + 1) / 7
    if candidate.main:
        found["main"] = 1.0
    if place.added:
        found["added"] = 1.0
    level = LEVELS.get(name.toponyms[0].feature or "")
    if level:
        found["kind_fits" if level == place.kind else "kind_differs"] = 1.0
    if said := name.toponyms[0].feature:
        found[f"said={said}>{place.kind}"] = 1.0
    total = sum(setting.countries.values())
    if place.kind != "country" and total:
        found["country_share"] = setting.countries[place.iso2] / total
        found["country_named"] = float(setting.countries[place.iso2] > 0)
    if place.kind == "place" and any(c.place.row == place.admin1_row for c in name.candidates):
        found["namesake_of_province"] = 1.0
    if candidate.tier > 1:
        here = setting.countries[place.iso2] > 0 or any(
            c.place.iso2 == place.iso2 for c in chosen.values() if c.tier == 1
        )
        found["sound_here" if here else "sound_elsewhere"] = 1.0
    found.update(_hierarchy(name, place, setting))
    found.update(_company(name, place, chosen))
    return found


def _hierarchy(name: Name, place: GazetteerPlace, setting: Setting) -> Iterator[tuple[str, float]]:
    following = {r for key in name.parents for r in _rows(setting.names[key])}
    if (following and {place.admin1_row, place.parent} & following - {place.row}) or (
        following
        and place.kind != "country"
        and any(_is_country(setting.names[k], place.iso2) for k in name.parents)
    ):
        yield "inside_next", 1.0
    elif following:
        yield "not_inside_next", 1.0
    if place.kind != "country" and place.admin1_row != place.row:
        others = {r for key, other in setting.names.items() if key != name.key for r in _rows(other)}
        if place.admin1_row in others:
            yield "inside_named", 1.0
        if place.parent in others and place.parent != place.admin1_row:
            yield "inside_named_district", 1.0


def _rows(name: Name) -> set[int]:
    return {c.place.row for c in name.candidates if c.place.kind in ("admin1", "admin2") and c.tier == 1}


def _is_country(name: Name, iso2: str) -> bool:
    return any(c.place.kind == "country" and c.place.iso2 == iso2 for c in name.candidates)


def _company(
    name: Name, place: GazetteerPlace, chosen: Mapping[str, Candidate]
) -> Iterator[tuple[str, float]]:
    others = [c.place for key, c in chosen.items() if key != name.key and c.place.kind != "country"]
    lands = [c.place.iso2 for key, c in chosen.items() if key != name.key]
    if lands:
        yield "same_country", sum(iso2 == place.iso2 for iso2 in lands) / len(lands)
    if others and place.kind != "country":
        distances = sorted(km(place, other) for other in others)
        yield "near", sum(d < NEAR_KM for d in distances) / len(distances)
        yield "nearest", 1.0 - min(math.log10(distances[0] + 10) / 4.3, 1.0)
        same = [o for o in others if o.admin1_row is not None]
        yield "same_province", sum(o.admin1_row == place.admin1_row for o in same) / max(len(same), 1)
    elif place.kind != "country":
        yield "alone", 1.0


@cache
def weights() -> dict[str, float]:
    """Weight of each feature (`place_relations_weights.yaml`)."""
    held: dict[str, float] = mapping("place_relations_weights")["weights"]
    return held


def value(found: Features, known: Mapping[str, float]) -> float:
    """The sum of weighted features."""
    return sum(known.get(n, 0.0) * v for n, v in found.items())


def reasons(found: Features, candidate: Candidate) -> tuple[str, ...]:
    """The weightiest features of a choice, in words, after the reasons of its name."""
    known = weights()
    ranked = sorted(((known.get(n, 0.0) * v, n) for n, v in found.items() if n in WORDS), reverse=True)
    return candidate.reasons[:1] + tuple(WORDS[n] for gain, n in ranked if gain > 0.2)
