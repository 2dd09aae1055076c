"""What the present choices for a document's other names say of every candidate, all at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.resolve.geometry import EARTH_KM
from dateline.resolve.places_score import Features
from dateline.resolve.places_table import Counts, Flags, Numbers, Table

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


def company(table: Table, chosen: Sequence[int]) -> Company:
    """What the candidates of those numbers say, chosen for some names; nothing of those of their own name."""
    if not chosen:
        return _no_company(table)
    tops = np.array(chosen)
    towns = table.towns[tops]
    other = table.owner[:, None] != table.owner[tops]
    same_land = table.lands[:, None] == table.lands[tops]
    choices, others, sure, in_units = (other @ table.marks[tops]).T
    accompanied = others > 0
    there = (same_land & other).sum(1)
    among = table.mentions + choices
    chords = _apart(table, tops)
    chords = np.where(other & towns, chords, np.inf)
    made = np.zeros((len(table.candidates), len(BESIDE)))
    _tell_sounding(made, table, tops)
    made[:, 2] = there / np.maximum(choices, 1)
    # A country is where no place is near, and lies in no province.
    made[:, 3] = (chords < NEAR).sum(1) * table.towns / np.maximum(others, 1)
    made[:, 4] = _nearness(_nearest(chords)) * table.towns
    made[:, 5] = _in_unit(table, tops, other) / np.maximum(in_units, 1)
    made[:, 6] = table.towns & ~accompanied
    beyond = np.where(chords > SAME, chords, np.inf)
    next_sure = _nearest(np.where(table.sure[tops], beyond, np.inf))
    return Company(
        made,
        accompanied,
        sure > 0,
        np.where(among > 0, (table.told + there) / np.maximum(among, 1), 1.0),
        table.mentions + int(np.count_nonzero(towns)) < OFTEN,
        _nearest(beyond) < NEAR,
        _nearest(np.where(same_land, beyond, np.inf)) < NEAR,
        next_sure < NEAR,
        next_sure < LOCAL,
        next_sure < NEXT,
        next_sure < SOUNDING,
    )


def _no_company(table: Table) -> Company:
    """The same before anything is chosen."""
    count = len(table.candidates)
    made, nobody = np.zeros((count, len(BESIDE))), np.zeros(count, np.bool_)
    _tell_sounding(made, table, np.arange(0))
    made[:, 6] = table.towns
    spoken = table.told / table.mentions if table.mentions else np.ones(count)
    return Company(made, nobody, nobody, spoken, True, nobody, nobody, nobody, nobody, nobody, nobody)


def _apart(table: Table, tops: Counts) -> Numbers:
    """(candidates, chosen) chords between them."""
    apart = table.points[:, None] - table.points[tops]
    chords: Numbers = np.sqrt(np.einsum("ijk,ijk->ij", apart, apart))
    return chords


def _nearness(chords: Numbers) -> Numbers:
    """1 where there is no distance, 0 from the other side of the globe."""
    km = 2 * EARTH_KM * np.arcsin(np.minimum(chords / 2, 1.0))
    near: Numbers = 1.0 - np.minimum(np.log10(km + 10) / 4.3, 1.0)
    return near


def _in_unit(table: Table, tops: Counts, other: Flags) -> Counts:
    """How many of the other choices lie in each candidate's province."""
    units = table.units[tops]
    # Who lies in none has none in common with anybody.
    same = table.units[:, None] == np.where(units > 0, units, -1)
    found: Counts = (same & other).sum(1)
    return found


def _nearest(chords: Numbers) -> Numbers:
    """How near the nearest choice is to each candidate; infinite where there is none."""
    found: Numbers = np.minimum.reduce(chords, axis=1, initial=np.inf)
    return found


def _tell_sounding(made: Numbers, table: Table, tops: Counts) -> None:
    """Fills the features of those that only sound like their name: whether the text tells of their country,
    by name or by a choice that is called exactly so."""
    sounding = table.sounding
    if len(sounding):
        lands = table.lands[tops][table.tiers[tops] == 1]
        here = (table.told[sounding] > 0) | (table.lands[sounding, None] == lands).any(1)
        made[sounding, np.where(here, 0, 1)] = 1.0
