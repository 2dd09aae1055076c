"""Records of the gazetteer."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

Kind = Literal["region", "country", "admin1", "admin2", "place", "feature"]


class GazetteerPlace(NamedTuple):
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
    """True for a place of a file that an analyst added."""
    picked: bool = False
    """True if that file is short, its places chosen one by one: then it wins over the base gazetteer."""

    @property
    def listed(self) -> bool:
        """True of a settlement of a long file, one of thousands that bear the names of places that matter."""
        return self.added and not self.picked and self.kind in ("place", "feature")


_TIER_WORDS = {1: "same {}", 2: "same {} in another romanisation", 3: "same consonants as its {}"}
_LIKENESS = {
    (tier, main): words.format("name" if main else "further name")
    for tier, words in _TIER_WORDS.items()
    for main in (True, False)
}
_TIER_SCORE = {1: 0.45, 2: 0.25, 3: 0.1}
_KIND_SCORE = {"region": 0.3, "country": 0.3, "admin1": 0.12, "admin2": 0.0, "place": 0.0, "feature": 0.0}
"""Reporters mean the country, then the province, when a bare name could be either."""


class Candidate(NamedTuple):
    """A place a name may stand for. `tier` tells how alike the names are: 1 folded, 2 spoken, 3 skeleton."""

    place: GazetteerPlace
    tier: int
    main: bool
    """True if the place's own name matched, False if one of its other names did."""

    @property
    def score(self) -> float:
        """Standing among the candidates of a name alone, without a text, in 0..1."""
        size = min(math.log10(self.place.population + 1) / 7, 1.0)
        name = _TIER_SCORE[self.tier] + 0.1 * self.main
        return round(min(name + 0.15 * size + _KIND_SCORE[self.place.kind] + 0.3 * self.place.picked, 1.0), 3)

    @property
    def likeness(self) -> str:
        """How alike the names are, in words."""
        return _LIKENESS[self.tier, self.main]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for it, in words, the likeness of the names first."""
        made = [self.likeness]
        if self.place.added:
            made.append("added by an analyst")
        if self.place.kind != "place":
            made.append(self.place.feature or self.place.kind)
        if self.place.population:
            made.append(f"{self.place.population:,} inhabitants")
        return tuple(made)
