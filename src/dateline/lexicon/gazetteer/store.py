"""The index file: one SQLite database of places and hashed keys, written once and read in place.

SQLite and not DuckDB: a look-up is a point query, which a b-tree answers in microseconds from a file
that opens in a millisecond and stays in the page cache of the machine, not in this process.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.lexicon.gazetteer.keys import FAMILY, Family, consonants, fold, spoken

FORMAT = 7
"""Raised when keys or tables change: an older file is then built anew."""

SCHEMA = """
CREATE TABLE place (
  row INTEGER PRIMARY KEY, ref TEXT, name TEXT, kind TEXT, feature TEXT, iso2 TEXT, country TEXT,
  admin1 TEXT, admin1_row INTEGER, parent INTEGER, lat REAL, lon REAL, population INTEGER, radius_km REAL);
CREATE TABLE name (
  key INTEGER, row INTEGER, tier INTEGER, main INTEGER, PRIMARY KEY (key, row)) WITHOUT ROWID;
CREATE TABLE shape (row INTEGER PRIMARY KEY, wkb BLOB);
CREATE TABLE spelling (row INTEGER PRIMARY KEY, others TEXT);
"""
INDEXES = """
CREATE INDEX of_country ON place (iso2);
CREATE INDEX of_province ON place (admin1_row);
CREATE INDEX of_unit ON place (parent);
"""
"""Which places lie in a unit. Made last, when the table is full; a file without them answers too, slowly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place on its way into an index; `others` are its further names."""

    row: int
    ref: str
    name: str
    kind: str
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
    others: tuple[str, ...] = ()
    shape: bytes | None = None


def hashed(tier: int, key: str) -> int:
    """The signed 64-bit number a key is filed under."""
    digest = hashlib.blake2b(f"{tier}:{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def in_family(key: str | None, family: Family) -> str:
    """The key as heard by one family alone: what an Arab hears in al-Mashi is no name of Moscow."""
    return f"{family}:{key}" if key else ""


def keys_of(row: Row) -> Iterator[tuple[int, int, int, int]]:
    """(key, row, tier, main) for every tier of every name; a key's best tier comes first."""
    seen: set[int] = set()
    family = FAMILY.get(row.iso2)
    names = [(row.name, 1), *((other, 0) for other in row.others)]
    keyed = [(1, fold(name), main) for name, main in names]
    if family and row.kind != "country":
        heard = [(spoken(name, family), main) for name, main in names]
        keyed += [(2, in_family(key, family), main) for key, main in heard]
        keyed += [(3, in_family(consonants(key), family), main) for key, main in heard]
    for tier, key, main in keyed:
        number = hashed(tier, key)
        if key and number not in seen:
            seen.add(number)
            yield number, row.row, tier, main


def write(path: Path, rows: Iterable[Row], *, keep_spellings: bool = False) -> None:
    """Writes an index beside `path` and renames it into place: never half there, whoever else builds.

    `keep_spellings` holds the other names as written, so that the file can be rebuilt from itself.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    except OSError as error:
        raise GazetteerError(
            f"{path.parent}: cannot hold the gazetteer ({error.strerror}); "
            "set DATELINE_HOME to a folder you may write"
        ) from None
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as base:
            _fill(base, rows, keep_spellings=keep_spellings)
        part.replace(path)
    except (sqlite3.Error, OSError) as error:
        raise GazetteerError(
            f"{path}: the gazetteer could not be written: {error}; is the disk full?"
        ) from None
    finally:
        part.unlink(missing_ok=True)


def _fill(base: sqlite3.Connection, rows: Iterable[Row], *, keep_spellings: bool) -> None:
    # The file is thrown away if anything fails, so it needs no journal.
    base.executescript(
        f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA user_version={FORMAT};" + SCHEMA
    )
    keys: list[tuple[int, int, int, int]] = []
    base.execute("BEGIN")
    for row in rows:
        values = (row.row, row.ref, row.name, row.kind, row.feature, row.iso2, row.country, row.admin1)
        more = (row.admin1_row, row.parent, row.lat, row.lon, row.population, row.radius_km)
        base.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", values + more)
        if row.shape is not None:
            base.execute("INSERT OR REPLACE INTO shape VALUES (?,?)", (row.row, row.shape))
        if keep_spellings:
            base.execute("INSERT OR REPLACE INTO spelling VALUES (?,?)", (row.row, "|".join(row.others)))
        keys.extend(keys_of(row))
    keys.sort()
    base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?)", keys)
    base.execute("COMMIT")
    base.executescript(INDEXES)


def usable(path: Path) -> bool:
    """True if an index of this format is there."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as base:
            return bool(base.execute("PRAGMA user_version").fetchone()[0] == FORMAT)
    except sqlite3.Error:
        return False
