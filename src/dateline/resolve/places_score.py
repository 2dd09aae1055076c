"""How well each candidate fits the document: named features with readable, fitted weights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace
from dateline.lexicon.load import mapping
from dateline.resolve.places_candidates import LEVELS, Name, Setting

Features = dict[str, float]
EARTH_KM = 12742.0
"""Diameter."""
NEAR_KM = 150.0
"""Places of one story lie this near each other; of the candidates of LGL's neighbours nine tenths do."""
NEAR = 2 * math.sin(NEAR_KM / EARTH_KM)
"""The same as a chord of the unit sphere."""
SAME = 2 * math.sin(0.5 / EARTH_KM)
"""Half a kilometre as a chord: one place."""
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


@dataclass(frozen=True, slots=True)
class Company:
    """The present choices for a document's other names: their countries, provinces and points."""

    lands: tuple[str, ...]
    provinces: tuple[int, ...]
    points: NDArray[np.float64]
    """(n, 3) on the unit sphere, countries left out."""
    exact: frozenset[str]
    """Countries of the choices that bear their name exactly; the name itself included."""
    sure: NDArray[np.float64]
    """Those of `points` that share more with their name than its consonants, none from an added list."""


def company_of(name: Name, chosen: Mapping[str, Candidate]) -> Company:
    """What the choices for the other names say; made once for all candidates of a name."""
    beside = [c for key, c in chosen.items() if key != name.key]
    others = [c.place for c in beside]
    placed = [place for place in others if place.kind != "country"]
    return Company(
        lands=tuple(place.iso2 for place in others),
        provinces=tuple(place.admin1_row for place in placed if place.admin1_row is not None),
        points=_points(placed),
        sure=_points(
            [c.place for c in beside if c.tier < 3 and c.place.kind != "country" and not c.place.listed]
        ),
        exact=frozenset(c.place.iso2 for c in chosen.values() if c.tier == 1),
    )


def _points(places: Sequence[GazetteerPlace]) -> NDArray[np.float64]:
    return np.array([_on_sphere(place.lat, place.lon) for place in places]).reshape(-1, 3)


@lru_cache(maxsize=65536)
def _on_sphere(lat: float, lon: float) -> tuple[float, float, float]:
    up, east = math.radians(lat), math.radians(lon)
    return math.cos(up) * math.cos(east), math.cos(up) * math.sin(east), math.sin(up)


def features(name: Name, candidate: Candidate, setting: Setting, company: Company) -> Features:
    """What speaks for a candidate beside the present choices for the other names."""
    place = candidate.place
    found: Features = {f"kind={place.kind}": 1.0, f"tier={candidate.tier}": 1.0}
    found["size"] = math.log10(place.population + 1) / 7
    if candidate.main:
        found["main"] = 1.0
    # An outline of a province says where it is, and not that a name means the province and not the town.
    if place.picked and place.kind in ("place", "feature"):
        found["added"] = 1.0
    level = LEVELS.get(name.toponyms[0].feature or "") or ("place" if name.town else None)
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
        here = setting.countries[place.iso2] > 0 or place.iso2 in company.exact
        found["sound_here" if here else "sound_elsewhere"] = 1.0
    found.update(_hierarchy(name, place, setting))
    found.update(_company(place, company))
    return found


def _hierarchy(name: Name, place: GazetteerPlace, setting: Setting) -> Iterator[tuple[str, float]]:
    following = {r for key in name.parents for r in setting.names[key].units}
    if (following and {place.admin1_row, place.parent} & following - {place.row}) or (
        following
        and place.kind != "country"
        and any(_is_country(setting.names[k], place.iso2) for k in name.parents)
    ):
        yield "inside_next", 1.0
    elif following:
        yield "not_inside_next", 1.0
    if place.kind != "country" and place.admin1_row != place.row:
        if _named_elsewhere(place.admin1_row, name, setting):
            yield "inside_named", 1.0
        if place.parent != place.admin1_row and _named_elsewhere(place.parent, name, setting):
            yield "inside_named_district", 1.0


def _named_elsewhere(row: int | None, name: Name, setting: Setting) -> bool:
    return row is not None and setting.units[row] > (row in name.units)


def _is_country(name: Name, iso2: str) -> bool:
    return any(c.place.kind == "country" and c.place.iso2 == iso2 for c in name.candidates)


def _company(place: GazetteerPlace, company: Company) -> Iterator[tuple[str, float]]:
    if company.lands:
        yield "same_country", company.lands.count(place.iso2) / len(company.lands)
    if len(company.points) and place.kind != "country":
        chords = _chords(place, company.points)
        yield "near", np.count_nonzero(chords < NEAR) / len(chords)
        nearest = EARTH_KM * math.asin(min(float(chords.min()) / 2, 1.0))
        yield "nearest", 1.0 - min(math.log10(nearest + 10) / 4.3, 1.0)
        yield "same_province", company.provinces.count(place.admin1_row) / max(len(company.provinces), 1)
    elif place.kind != "country":
        yield "alone", 1.0


def _chords(place: GazetteerPlace, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distance to every point as chords of the unit sphere."""
    apart = points - _on_sphere(place.lat, place.lon)
    chords: NDArray[np.float64] = np.sqrt(np.einsum("ij,ij->i", apart, apart))
    return chords


def neighboured(place: GazetteerPlace, points: NDArray[np.float64], *, within: float = NEAR) -> bool:
    """True if one of the points is near; the same place under another name is no neighbour."""
    chords = _chords(place, points)
    return bool(((chords > SAME) & (chords < within)).any())


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
