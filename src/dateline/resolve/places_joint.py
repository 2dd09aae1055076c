"""Chooses a place for every name of a document at once, by rounds of mutual support."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace
from dateline.resolve.geometry import distance_km
from dateline.resolve.places_candidates import Setting
from dateline.resolve.places_company import BESIDE, company
from dateline.resolve.places_lookup import SAME_KM
from dateline.resolve.places_score import Features, value
from dateline.resolve.places_standing import Standing
from dateline.resolve.places_table import Flags, Numbers, Table

PICKED = 10.0
"""Log-odds for a place that an analyst picked: more than all that may speak for a namesake."""
LISTED = -1.4
"""Log-odds for a settlement of an analyst's long list (FA-KES with OCHA's list: where the base gazetteer
holds the name elsewhere, its place is right four times in five)."""
UNIT = -2.0
"""Log-odds for a state or county called as its country's capital is: Washington is no state of the west where
nothing says so."""
RIGHT_KM = 161.0
"""How near a choice has to be to be right; a town this near to its province's centre is one with it."""
APART = 2.0
"""Degrees of latitude, further than `RIGHT_KM`."""
ROUNDS = 3
"""Choices no longer change after the third round in 98 of 100 articles of LGL."""


class Choice(NamedTuple):
    """The best candidate of a name, its features, and its share among the candidates, 0..1."""

    candidate: Candidate
    features: Features
    share: float
    margin: float
    """Weighted sum of the best candidate: how much speaks for it at all."""


def choose(setting: Setting, known: Mapping[str, float]) -> dict[str, Choice]:
    """A choice for every name that has candidates, by key."""
    table = Table.of(setting)
    if not table.names:
        return {}
    still = np.array([_still(c, row, known) for c, row in zip(table.candidates, table.rows, strict=True)])
    by_company = np.array([known.get(name, 0.0) for name in BESIDE])
    standing = Standing.of(table, setting)
    tops: dict[int, int] = {}
    for _ in range(ROUNDS):
        before = tops
        beside = company(table, list(before.values()))
        values = still + beside.beside @ by_company
        able = standing.of_company(beside)
        tops = _tops(table, values, able)
        if tops == before:
            break
    # What cannot stand takes no share from what can.
    values[~able] = -np.inf
    told, weighed = beside.beside.tolist(), values.tolist()
    return {table.names[k].key: _choice(table, k, top, weighed, told[top]) for k, top in tops.items()}


def _still(candidate: Candidate, row: Features, known: Mapping[str, float]) -> float:
    """What speaks for a candidate before the other names are asked."""
    own = PICKED * row.get("added", 0.0) + LISTED * candidate.place.listed
    return value(row, known) + own + UNIT * row.get("unit_of_capitals_name", 0.0)


def _tops(table: Table, values: Numbers, able: Flags) -> dict[int, int]:
    """The number of the best candidate that stands, by the number of its name."""
    stands, scored = able.tolist(), np.where(able, values, -np.inf).tolist()
    tops = [
        low if high - low == 1 else max(range(low, high), key=scored.__getitem__)
        for low, high in pairwise(table.begins)
    ]
    return {k: top for k, top in enumerate(tops) if stands[top]}


def _choice(table: Table, k: int, top: int, values: list[float], beside: list[float]) -> Choice:
    low, high = table.begins[k], table.begins[k + 1]
    own = best = table.candidates[top]
    share, margin = 1.0, values[top]
    if high - low > 1:
        held = table.candidates[low:high]
        masses = [math.exp(value - margin) for value in values[low:high]]
        one = [mass for mass, c in zip(masses, held, strict=True) if c is best or _one(c, best)]
        share = sum(one) / sum(masses)
        own = next((c for c in held if _replaces(c, best)), best)
    row = table.rows[top].copy()
    for name, amount in zip(BESIDE, beside, strict=True):
        if amount:
            row[name] = amount
    return Choice(own, row, share, margin)


def _replaces(candidate: Candidate, top: Candidate) -> bool:
    """True if an analyst's short file has an entry of its own, with its outline, for what was chosen."""
    own, other = candidate.place, top.place
    if not own.picked or other.picked:
        return False
    return _same_unit(own, other) and distance_km(own.lat, own.lon, other.lat, other.lon) <= RIGHT_KM


def _same_unit(one: GazetteerPlace, other: GazetteerPlace) -> bool:
    """True if both are units of one level and country; near each other, and of one name, they are one."""
    return (one.kind, one.iso2) == (other.kind, other.iso2) and one.kind in ("admin1", "admin2")


def _one(candidate: Candidate, top: Candidate) -> bool:
    """True if two candidates are one place in two entries, or a town and the province called after it."""
    a, b = candidate.place, top.place
    if abs(a.lat - b.lat) > APART:
        return False
    held = a.row in (b.row, b.parent, b.admin1_row) or b.row in (a.parent, a.admin1_row) or _same_unit(a, b)
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= (RIGHT_KM if held else SAME_KM)
