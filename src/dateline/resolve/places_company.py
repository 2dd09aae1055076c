"""What the present choices for a document's other names say of every candidate, all at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from dateline.lexicon.gazetteer import Candidate
from dateline.resolve.geometry import EARTH_KM
from dateline.resolve.places_candidates import Name, Setting
from dateline.resolve.places_score import Features, features_of

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
STORY_KM = 150.0
"""Places of one story lie this near each other; of the candidates of LGL's neighbours nine tenths do."""


def chord(km: float) -> float:
    """A distance over the ground as a chord of the unit sphere."""
    return 2 * math.sin(km / (2 * EARTH_KM))


NEAR, SAME = chord(STORY_KM), chord(0.5)
LOCAL = chord(40.0)
"""How near another place has to be to a settlement of an analyst's long list."""
NEXT = chord(25.0)
"""How near to one that only sounds like the name."""
SOUNDING = chord(75.0)
"""How near to one that has but its consonants."""
OFTEN = 8
"""Mentions of countries from which a text's only place has to be in one of them; a local paper names few."""
BESIDE = ("sound_here", "sound_elsewhere", "same_country", "near", "nearest", "same_province", "alone")
"""The features that hang on the choices for the other names."""


class Table(NamedTuple):
    """Every candidate of every name of a document in one row: name `k` owns `[begins[k], begins[k + 1])`."""

    names: tuple[Name, ...]
    begins: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    owner: NDArray[np.int64]
    """The number of its name, by candidate."""
    points: Numbers
    """(candidates, 3) on the unit sphere."""
    tiers: NDArray[np.int64]
    countries: Flags
    """Which candidates are countries."""
    lands: NDArray[np.str_]
    """ISO2 of the country each lies in."""
    rows: tuple[Features, ...]
    """The features of each that hang on no choice."""

    @classmethod
    def of(cls, setting: Setting) -> Self:
        """The names of a document that have candidates, in text order."""
        names = tuple(n for n in setting.names.values() if n.candidates)
        candidates = tuple(c for n in names for c in n.candidates)
        sizes = [len(n.candidates) for n in names]
        return cls(
            names,
            tuple(accumulate(sizes, initial=0)),
            candidates,
            np.repeat(np.arange(len(names)), sizes),
            np.array([_on_sphere(c.place.lat, c.place.lon) for c in candidates]).reshape(-1, 3),
            np.array([c.tier for c in candidates], np.int64),
            np.array([c.place.kind == "country" for c in candidates], np.bool_),
            np.array([c.place.iso2 for c in candidates]),
            tuple(row for n in names for row in features_of(n, setting)),
        )


@dataclass(frozen=True, slots=True)
class Company:
    """By candidate: the features of `BESIDE`, whether any other name is placed, and who is near it."""

    beside: Numbers
    accompanied: Flags
    sure: Flags
    """Whether another name is placed whose choice is more than its consonants, and of no long list."""
    spoken: Numbers
    """What share of all mentions of countries and of the other names placed falls to its country."""
    few: bool
    """True if the text names so few countries and places that any may be meant."""
    near: Flags
    near_own: Flags
    """Whether a place near it lies in its own country."""
    near_sure: Flags
    local_sure: Flags
    next_sure: Flags
    sounding_sure: Flags


def rows_beside(table: Table, said: Company, name: int) -> list[Features]:
    """The features of each candidate of a name, those that hang on the other names among them."""
    span = range(table.begins[name], table.begins[name + 1])
    return [table.rows[i] | dict(zip(BESIDE, said.beside[i].tolist(), strict=True)) for i in span]


def company(table: Table, chosen: Mapping[str, Candidate], setting: Setting) -> Company:
    """What the choices say; a name's own choice says nothing of its candidates."""
    numbered = [(k, c) for k, n in enumerate(table.names) if (c := chosen.get(n.key)) is not None]
    if not numbered:
        return _no_company(table, setting)
    placed = [(k, c) for k, c in numbered if c.place.kind != "country"]
    count = len(table.candidates)
    at = np.array([_on_sphere(c.place.lat, c.place.lon) for _, c in placed]).reshape(-1, 3)
    apart = table.points[:, None, :] - at[None]
    chords = np.sqrt(np.einsum("ijk,ijk->ij", apart, apart))
    other = table.owner[:, None] != np.array([k for k, _ in placed], np.int64)[None]
    chords = np.where(other, chords, np.inf)
    sure = np.array([c.tier < 3 and not c.place.listed for _, c in placed], np.bool_)
    lands = np.array([c.place.iso2 for _, c in placed], table.lands.dtype)
    others = other.sum(1)
    accompanied = others > 0
    made = np.zeros((count, len(BESIDE)))
    made[:, :2] = _sounds(table, numbered, setting)
    made[:, 2], made[:, 5] = _shared(table, numbered, placed, others)
    towns = ~table.countries
    here = accompanied & towns
    made[:, 3] = np.where(here, (chords < NEAR).sum(1) / np.maximum(others, 1), 0.0)
    nearest = 2 * EARTH_KM * np.arcsin(np.minimum(_nearest(chords) / 2, 1.0))
    made[:, 4] = np.where(here, 1.0 - np.minimum(np.log10(nearest + 10) / 4.3, 1.0), 0.0)
    made[:, 6] = towns & ~accompanied
    beyond = np.where(chords > SAME, chords, np.inf)
    next_to, next_sure = _nearest(beyond), _nearest(np.where(sure, beyond, np.inf))
    return Company(
        made,
        accompanied,
        _any(other & sure),
        _spoken(table, numbered, setting),
        sum(setting.countries.values()) + len(placed) < OFTEN,
        next_to < NEAR,
        _nearest(np.where(table.lands[:, None] == lands[None], beyond, np.inf)) < NEAR,
        next_sure < NEAR,
        next_sure < LOCAL,
        next_sure < NEXT,
        next_sure < SOUNDING,
    )


def _no_company(table: Table, setting: Setting) -> Company:
    """The same before anything is chosen."""
    made, nobody = np.zeros((len(table.candidates), len(BESIDE))), np.zeros(len(table.candidates), np.bool_)
    made[:, :2], made[:, 6] = _sounds(table, [], setting), ~table.countries
    spoken = _spoken(table, [], setting)
    return Company(made, nobody, nobody, spoken, True, nobody, nobody, nobody, nobody, nobody, nobody)


def _spoken(table: Table, chosen: list[tuple[int, Candidate]], setting: Setting) -> Numbers:
    """The share of each candidate's country, its name's own choice left out; 1 where none is told of."""
    told = setting.countries + Counter(c.place.iso2 for _, c in chosen)
    own = {k: c.place.iso2 for k, c in chosen}
    total = told.total()
    made = np.ones(len(table.candidates))
    for i, (iso2, k) in enumerate(zip(table.lands.tolist(), table.owner.tolist(), strict=True)):
        among = total - (k in own)
        if among:
            made[i] = (told[iso2] - (own.get(k) == iso2)) / among
    return made


def _nearest(chords: Numbers) -> Numbers:
    """How near the nearest choice is to each candidate; infinite where there is none."""
    found: Numbers = np.minimum.reduce(chords, axis=1, initial=np.inf)
    return found


def _any(pairs: Flags) -> Flags:
    """Which candidates are in such a pair with some choice."""
    found: Flags = np.logical_or.reduce(pairs, axis=1)
    return found


def _sounds(table: Table, chosen: list[tuple[int, Candidate]], setting: Setting) -> Numbers:
    """(candidates, 2) for those that only sound like their name: whether the text tells of their country."""
    made = np.zeros((len(table.candidates), 2))
    sounding = np.flatnonzero(table.tiers > 1).tolist()
    exact = {c.place.iso2 for _, c in chosen if c.tier == 1} if sounding else set()
    for i in sounding:
        iso2 = table.candidates[i].place.iso2
        made[i, 0 if setting.countries[iso2] > 0 or iso2 in exact else 1] = 1.0
    return made


def _shared(
    table: Table, chosen: list[tuple[int, Candidate]], placed: list[tuple[int, Candidate]], others: Numbers
) -> tuple[list[float], list[float]]:
    """The share of the other choices in each candidate's country, and in its province."""
    lands, own_land = Counter(c.place.iso2 for _, c in chosen), {k: c.place.iso2 for k, c in chosen}
    units = Counter(c.place.admin1_row for _, c in placed if c.place.admin1_row is not None)
    own_unit = {k: c.place.admin1_row for k, c in placed}
    total, held = len(chosen), units.total()
    country, province = [], []
    for candidate, k, company in zip(table.candidates, table.owner.tolist(), others.tolist(), strict=True):
        place = candidate.place
        iso2, unit, own = place.iso2, place.admin1_row, own_unit.get(k)
        among = total - (k in own_land)
        country.append((lands.get(iso2, 0) - (own_land.get(k) == iso2)) / among if among else 0.0)
        if unit is None or not company or place.kind == "country":
            province.append(0.0)
        else:
            province.append((units.get(unit, 0) - (own == unit)) / max(held - (own is not None), 1))
    return country, province


@lru_cache(maxsize=65536)
def _on_sphere(lat: float, lon: float) -> tuple[float, float, float]:
    up, east = math.radians(lat), math.radians(lon)
    return math.cos(up) * math.cos(east), math.cos(up) * math.sin(east), math.sin(up)
