"""The gazetteer at work: opened in milliseconds, looked up by key, searched by name with reasons."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.lexicon.gazetteer import added, base, store
from dateline.lexicon.gazetteer.filed import FIELDS, Fields, filed, keys_of
from dateline.lexicon.gazetteer.generic import bare_name
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.gazetteer.record import Candidate, GazetteerPlace

BASE, OVERLAY = "gazetteer.sqlite", "places.sqlite"
PICKED = 500
"""Places of an analyst's file up to which each was chosen by hand; a country's list has thousands, many of
them namesakes of places that matter, and weighs no more than the base gazetteer."""
_NEITHER = (False, False)
"""Neither added by an analyst nor picked."""
REMEMBERED = 16384
"""Names remembered with what was found; then all are forgotten, which costs less than knowing the oldest."""


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
        self._short: frozenset[str] = frozenset()
        if store.usable(folder / OVERLAY):
            self._lay(_opened(folder / OVERLAY))
        # A report says the same names over and over, and so do reports of one war.
        self._remembered: dict[tuple[str, tuple[int, ...]], tuple[Candidate, ...]] = {}
        # Parts of the same few areas are named all along, and finding one's settlements reads the table.
        self._settled = lru_cache(maxsize=256)(self._inside)

    def lookup(self, name: str, *, tiers: Iterable[int] = (1, 2, 3)) -> tuple[Candidate, ...]:
        """Every place that `name` may stand for, unordered, each with the best tier it has."""
        asked = name, tuple(tiers)
        held = self._remembered.get(asked)
        return self._ask((name,), asked[1])[name] if held is None else held

    def ahead(self, names: Iterable[str], *, tiers: tuple[int, ...] = (1, 2)) -> None:
        """Looks many names up at once, for which `lookup` is asked next: one query takes less than many."""
        if fresh := [name for name in dict.fromkeys(names) if (name, tiers) not in self._remembered]:
            self._ask(fresh, tiers)

    def _ask(self, names: Sequence[str], tiers: tuple[int, ...]) -> dict[str, tuple[Candidate, ...]]:
        """What stands under names that are not remembered; from now on it is."""
        keyed = {name: keys_of(name, tiers) for name in names}
        sought = list({key for keys in keyed.values() for key in keys})
        held = [(own, filed(c, sought, self._analysts if own else _of_the_base)) for c, own in self._bases]
        short = base.abbreviations()
        made = {}
        for name, keys in keyed.items():
            found: dict[tuple[bool, int], Candidate] = {}
            if name in short and (place := self.place(short[name])) is not None:
                found[False, short[name]] = Candidate(place, 1, False)
            for own, under in held:
                for candidate in [c for key in keys if key in under for c in under[key]]:
                    known = found.get(at := (own, candidate.place.row))
                    if known is None or candidate.tier < known.tier:
                        found[at] = candidate
            made[name] = tuple(found.values())
        if len(self._remembered) > REMEMBERED:
            self._remembered.clear()
        self._remembered.update(((name, tiers), places) for name, places in made.items())
        return made

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
            line = connection.execute(f"SELECT {FIELDS} FROM place p WHERE row=?", (row,)).fetchone()  # noqa: S608
            if line and is_own == own:
                return self._place(line, is_own)
        return None

    def named(self, ref: str) -> GazetteerPlace | None:
        """The place of a public id (`geonames:170063`), or None."""
        for connection, own in self._bases:
            # The base is numbered as its source is; no index holds the ids themselves.
            where, values = ("ref=?", (ref,)) if own else ("row=? AND ref=?", (ref.partition(":")[2], ref))
            sql = f"SELECT {FIELDS} FROM place p WHERE {where}"  # noqa: S608 - our own words
            if line := connection.execute(sql, values).fetchone():
                return self._place(line, own)
        return None

    def district(self, place: GazetteerPlace) -> GazetteerPlace | None:
        """The second-level unit that a place is or lies in, or None where the gazetteer holds none."""
        if place.kind == "admin2" or place.parent is None:
            return place if place.kind == "admin2" else None
        around = self.place(place.parent)
        return around if around is not None and around.kind == "admin2" else None

    def _place(self, fields: Fields, own: bool) -> GazetteerPlace:
        return self._analysts(fields) if own else _of_the_base(fields)

    def _analysts(self, fields: Fields) -> GazetteerPlace:
        return GazetteerPlace._make((*fields, True, _source(fields[1]) in self._short))

    def _lay(self, overlay: sqlite3.Connection) -> None:
        """Puts the analyst's places before the base."""
        counted = Counter(_source(ref) for (ref,) in overlay.execute("SELECT ref FROM place"))
        self._short = frozenset(source for source, count in counted.items() if count <= PICKED)
        self._bases = [(overlay, True), *((c, own) for c, own in self._bases if not own)]

    def country(self, iso2: str) -> GazetteerPlace | None:
        """The country of a code, or None."""
        row = base.country_rows().get(iso2)
        return None if row is None else self.place(row)

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

    def settlements(self, ref: str) -> tuple[tuple[float, float], ...]:
        """(lat, lon) of every place of the base that lies in the country, province or district `ref`."""
        return self._settled(ref)

    def _inside(self, ref: str) -> tuple[tuple[float, float], ...]:
        base = self._bases[-1][0]
        # The base is numbered as its source is; no index holds the ids themselves.
        sought = (ref.partition(":")[2], ref)
        unit = base.execute("SELECT row, kind, iso2 FROM place WHERE row=? AND ref=?", sought).fetchone()
        columns = {"country": "iso2", "admin1": "admin1_row", "admin2": "parent"}
        if unit is None or unit[1] not in columns:
            return ()
        value = unit[2] if unit[1] == "country" else unit[0]
        sql = f"SELECT lat, lon FROM place WHERE kind='place' AND {columns[unit[1]]}=? ORDER BY row"  # noqa: S608
        return tuple(base.execute(sql, (value,)))

    def shape(self, place: GazetteerPlace) -> bytes | None:
        """The outline of an analyst's area as WKB, or None where only a point is known."""
        for connection, own in self._bases:
            if own == place.added:
                line = connection.execute("SELECT wkb FROM shape WHERE row=?", (place.row,)).fetchone()
                return bytes(line[0]) if line else None
        return None

    def add(self, path: Path) -> added.Added:
        """Adds an analyst's places (see `added`), a short file's before all others; what the file gave."""
        given = added.merge(Path(path), self.folder / OVERLAY, known=self)
        self._lay(_opened(self.folder / OVERLAY))
        self._remembered.clear()
        return given

    def remove(self, source: str) -> int:
        """Takes away the places of a file that was added, by its name as ids have it; how many there were."""
        count = added.forget(source, self.folder / OVERLAY)
        self._bases, self._short = [(c, own) for c, own in self._bases if not own], frozenset()
        if store.usable(self.folder / OVERLAY):
            self._lay(_opened(self.folder / OVERLAY))
        self._remembered.clear()
        return count


def _opened(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        connection.execute("PRAGMA mmap_size=268435456")
    except sqlite3.Error as error:
        raise GazetteerError(f"{path}: cannot be opened: {error}; delete it and it is built anew") from None
    return connection


def _of_the_base(fields: Fields) -> GazetteerPlace:
    return GazetteerPlace._make(fields + _NEITHER)


def _source(ref: str) -> str:
    return ref.partition(":")[0]


@lru_cache(maxsize=4)
def _open(folder: Path) -> Gazetteer:
    if not store.usable(folder / BASE):
        store.write(folder / BASE, base.rows())
    return Gazetteer(folder)


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer in `folder` (default: `home()`), built there at first use, in about half a minute."""
    return _open(folder or home())
