"""Where the land borders of the world's countries are (Natural Earth, by `scripts/borders.py`)."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from dateline.lexicon.load import entries


class Border(NamedTuple):
    """The disc that holds the whole border of two countries: its middle in degrees, its radius."""

    lat: float
    lon: float
    radius_km: float


def border(one: str, other: str) -> Border | None:
    """The border of two countries by their ISO2, in either order; None where they do not touch."""
    return _borders().get(frozenset((one, other)))


@lru_cache(maxsize=1)
def _borders() -> dict[frozenset[str], Border]:
    held = resources.files("dateline.lexicon.gazetteer").joinpath("data/borders.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in held.splitlines()[1:]]
    return {frozenset(row[:2]): Border(*map(float, row[2:])) for row in rows}


@lru_cache(maxsize=2)
def border_words(kind: str = "line") -> frozenset[str]:
    """Nouns for what parts two countries (`border`); of kind `spot` for what is called after it (`post`)."""
    return frozenset(w for entry in entries("place_borders") if entry["kind"] == kind for w in entry["words"])
