"""Every candidate of every name of a document in one table, whose columns are weighed at once."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from itertools import accumulate
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace
from dateline.resolve.places_candidates import Name, Setting
from dateline.resolve.places_score import Features, features_of

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Table(NamedTuple):
    """The candidates in one row: name `k` owns `[begins[k], begins[k + 1])`."""

    names: tuple[Name, ...]
    begins: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    places: Mapping[str, tuple[Any, ...]]
    """Their places' fields, each as a column."""
    owner: Counts
    """The number of its name, by candidate."""
    points: Numbers
    """(candidates, 3) on the unit sphere."""
    marks: Numbers
    """(candidates, 4): 1; whether it is no country; whether it is sure besides; whether it has a province."""
    tiers: Counts
    sounding: Counts
    """The numbers of those that only sound like their name."""
    main: Flags
    towns: Flags
    """Which candidates are no countries."""
    listed: Flags
    sure: Flags
    """Which are alike in more than consonants, and of no long list."""
    lands: Counts
    """The number of the country each lies in, one of the document's candidates'."""
    units: Counts
    """The number of its province, likewise; 0 for none, and for a country."""
    told: Counts
    """How often the text names its country."""
    mentions: int
    """How often it names any."""
    rows: tuple[Features, ...]
    """The features of each that hang on no choice."""

    @classmethod
    def of(cls, setting: Setting) -> Self:
        """The names of a document that have candidates, in text order."""
        names = tuple([n for n in setting.names.values() if n.candidates])
        candidates = tuple([c for n in names for c in n.candidates])
        sizes = [len(n.candidates) for n in names]
        found, tiers, main = _columns(candidates, len(Candidate._fields))
        places = dict(zip(GazetteerPlace._fields, _columns(found, len(GazetteerPlace._fields)), strict=True))
        countries, kinds = setting.countries, places["kind"]
        towns = np.array([kind != "country" for kind in kinds], np.bool_)
        tiered = np.array(tiers, np.int64)
        listed = np.array([place.added and place.listed for place in found], np.bool_)
        sure = (tiered < 3) & ~listed
        units = _numbered(places["admin1_row"], None) * towns
        marks = np.ones((len(found), 4))
        marks[:, 1], marks[:, 2], marks[:, 3] = towns, towns & sure, units > 0
        return cls(
            names=names,
            begins=tuple(accumulate(sizes, initial=0)),
            candidates=candidates,
            places=places,
            owner=np.repeat(np.arange(len(names)), sizes),
            points=np.array(list(map(_on_sphere, places["lat"], places["lon"]))).reshape(-1, 3),
            marks=marks,
            tiers=tiered,
            sounding=np.flatnonzero(tiered > 1),
            main=np.array(main, np.bool_),
            towns=towns,
            listed=listed,
            sure=sure,
            lands=_numbered(places["iso2"], None),
            units=units,
            told=np.array([countries[iso2] for iso2 in places["iso2"]], np.int64),
            mentions=sum(countries.values()),
            rows=tuple([row for name in names for row in features_of(name, setting)]),
        )


def _columns(rows: Iterable[tuple[Any, ...]], count: int) -> list[tuple[Any, ...]]:
    return list(zip(*rows, strict=True)) or [()] * count


def _numbered(values: Iterable[Hashable], none: Hashable) -> Counts:
    """A number for each value, the same for the same, 0 for `none`."""
    numbers = {none: 0}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], np.int64)


def _on_sphere(lat: float, lon: float) -> tuple[float, float, float]:
    up, east = math.radians(lat), math.radians(lon)
    return math.cos(up) * math.cos(east), math.cos(up) * math.sin(east), math.sin(up)
