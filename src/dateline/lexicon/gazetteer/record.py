"""Frozen records of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["region", "country", "admin1", "admin2", "place", "feature"]


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One place of one source.

    `ref` is its public id (`geonames:170063`), `feature` the source's own kind (`village`, `PPL`),
    `population` 0 when unknown, `radius_km` the distance from (lat, lon) that holds most of it.
    `parent` is the row of the smallest unit around it that the gazetteer holds, or None.
    """

    row: int
    ref: str
    name: str
    kind: Kind
    feature: str
    iso2: str
    country: str | None
    admin1: str | None
    admin1_row: int | None
    parent: int | None
    lat: float
    lon: float
    population: int
    radius_km: float
    added: bool
    """True for an analyst's own place: it wins over the base gazetteer."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may stand for, with what speaks for it. `tier` 1 folded, 2 spoken, 3 skeleton."""

    place: GazetteerPlace
    tier: int
    main: bool
    """True if the place's own name matched, False if one of its other names did."""
    score: float
    """Standing among the candidates of a name alone, without a text, in 0..1."""
    reasons: tuple[str, ...]
