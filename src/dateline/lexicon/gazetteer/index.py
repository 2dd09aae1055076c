"""The gazetteer at work: opened in milliseconds, looked up by key, searched by name with reasons."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import GazetteerError
from dateline.lexicon.gazetteer import added, base, store
from dateline.lexicon.gazetteer.generic import bare_name
from dateline.lexicon.gazetteer.keys import fold, skeleton, spoken
from dateline.lexicon.gazetteer.record import Candidate, GazetteerPlace

BASE, OVERLAY = "gazetteer.sqlite", "places.sqlite"
_FIELDS = "p.row,ref,p.name,kind,feature,iso2,country,admin1,admin1_row,parent,lat,lon,population,radius_km"


def home() -> Path:
    """Where indexes live: $DATELINE_HOME, else the user's cache folder."""
    local = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    return _home(*map(os.environ.get, ("DATELINE_HOME", local, "HOME")))


@lru_cache(maxsize=4)
def _home(chosen: str | None, cache: str | None, user: str | None) -> Path:
    # Asked for every name looked up, and making a path takes as long as finding the name.
    if chosen:
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/dateline"
    return Path(cache) / "dateline" if cache else Path.home() / ".cache/dateline"


class Gazetteer:
    """Places by name. Read-only; several processes may hold one at a time."""

    attribution = base.ATTRIBUTION

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._bases = [(_opened(folder / BASE), False)]
        if store.usable(folder / OVERLAY):
            self._bases.insert(0, (_opened(folder / OVERLAY), True))
        # A report says the same names over and over, and so do reports of one war.
        self._remembered = lru_cache(maxsize=16384)(self._lookup)

    def lookup(self, name: str, *, tiers: Iterable[int] = (1, 2, 3)) -> tuple[Candidate, ...]:
        """Every place that `name` may stand for, unordered, each with the best tier it has."""
        return self._remembered(name, tuple(tiers))

    def _lookup(self, name: str, tiers: tuple[int, ...]) -> tuple[Candidate, ...]:
        found: dict[tuple[bool, int], Candidate] = {}
        if (row := base.abbreviations().get(name)) is not None and (place := self.place(row)) is not None:
            found[False, row] = Candidate(place, 1, False)
        keys = [key for tier in tiers for key in _keys(name, tier)]
        for connection, own in self._bases:
            for line in _query(connection, keys) if keys else ():
                candidate = _candidate(line, own)
                held = found.get((own, line[0]))
                if held is None or candidate.tier < held.tier:
                    found[own, line[0]] = candidate
        return tuple(found.values())

    def find(self, name: str, *, limit: int = 10) -> tuple[Candidate, ...]:
        """The likeliest places of a name standing alone, best first, each with its reasons."""
        found = self.lookup(name, tiers=(1, 2)) or self.lookup(name, tiers=(3,))
        if not found and (bare := bare_name(name)) != name:
            found = self.lookup(bare)
        order = sorted(found, key=lambda c: (-c.score, -c.place.population, c.place.ref))
        return tuple(order[:limit])

    def knows(self, name: str) -> bool:
        """True if some place has exactly this name (tier 1)."""
        key = store.hashed(1, fold(name))
        return any(
            c.execute("SELECT 1 FROM name WHERE key=? LIMIT 1", (key,)).fetchone() for c, _ in self._bases
        )

    def place(self, row: int, *, own: bool = False) -> GazetteerPlace | None:
        """The place in a row, or None."""
        for connection, is_own in self._bases:
            line = connection.execute(f"SELECT {_FIELDS} FROM place p WHERE row=?", (row,)).fetchone()  # noqa: S608
            if line and is_own == own:
                return GazetteerPlace._make((*line, is_own))
        return None

    def iso3(self, iso2: str) -> str | None:
        """ISO 3166-1 alpha-3 of a country, or None."""
        return base.iso3_of().get(iso2)

    def nearest_country(self, lat: float, lon: float) -> str | None:
        """ISO2 of the place nearest to a point, within about 100 km, or None."""
        line = (
            self._bases[-1][0]
            .execute(
                "SELECT iso2 FROM place WHERE kind='place' AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
                " ORDER BY (lat - ?) * (lat - ?) + (lon - ?) * (lon - ?) LIMIT 1",
                (lat - 1, lat + 1, lon - 1, lon + 1, lat, lat, lon, lon),
            )
            .fetchone()
        )
        return str(line[0]) if line else None

    def shape(self, place: GazetteerPlace) -> bytes | None:
        """The outline of an analyst's area as WKB, or None where only a point is known."""
        for connection, own in self._bases:
            if own == place.added:
                line = connection.execute("SELECT wkb FROM shape WHERE row=?", (place.row,)).fetchone()
                return bytes(line[0]) if line else None
        return None

    def add(self, path: Path) -> added.Added:
        """Adds an analyst's places (see `added`) and returns what the file gave; they win over all others."""
        given = added.merge(Path(path), self.folder / OVERLAY, known=self)
        fresh = (_opened(self.folder / OVERLAY), True)
        self._bases = [fresh, *((c, own) for c, own in self._bases if not own)]
        self._remembered.cache_clear()
        return given


def _opened(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        connection.execute("PRAGMA mmap_size=268435456")
    except sqlite3.Error as error:
        raise GazetteerError(f"{path}: cannot be opened: {error}; delete it and it is built anew") from None
    return connection


def _query(connection: sqlite3.Connection, keys: list[int]) -> list[tuple[Any, ...]]:
    marks = ",".join("?" * len(keys))
    sql = (
        f"SELECT {_FIELDS}, n.tier, n.main FROM name n JOIN place p ON p.row = n.row WHERE n.key IN ({marks})"  # noqa: S608
    )
    return connection.execute(sql, keys).fetchall()


def _keys(name: str, tier: int) -> list[int]:
    if tier == 1:
        return [store.hashed(1, fold(name))]
    by_family = [spoken(name, f) if tier == 2 else skeleton(name, f) for f in ("arabic", "cyrillic")]
    return [store.hashed(tier, key) for key in dict.fromkeys(by_family) if key]


def _candidate(line: tuple[Any, ...], own: bool) -> Candidate:
    return Candidate(GazetteerPlace._make((*line[:-2], own)), line[-2], bool(line[-1]))


@lru_cache(maxsize=4)
def _open(folder: Path) -> Gazetteer:
    if not store.usable(folder / BASE):
        store.write(folder / BASE, base.rows())
    return Gazetteer(folder)


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer in `folder` (default: `home()`), built there at first use, in about half a minute."""
    return _open(folder or home())
