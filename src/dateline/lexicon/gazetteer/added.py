"""An analyst's own places: GeoNames dumps, GeoJSON (OCHA's among them), CSV with named columns."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.errors import GazetteerError
from dateline.lexicon.gazetteer import store
from dateline.lexicon.gazetteer.columns import Fields, fields_of
from dateline.lexicon.gazetteer.store import Row

if TYPE_CHECKING:
    from dateline.lexicon.gazetteer.index import Gazetteer

Records = Iterator[tuple[dict[str, Any], Any]]
"""(properties, GeoJSON geometry or None) of each place in a file."""


@dataclass(frozen=True, slots=True)
class Parent:
    """Where a file's places lie, as far as the base gazetteer knows."""

    iso2: str
    country: str | None
    admin1: str | None
    admin1_row: int | None


class Added(NamedTuple):
    """What a file gave: places, and records without a name and coordinates, which were left out."""

    places: int
    skipped: int


def merge(path: Path, overlay: Path, *, known: Gazetteer) -> Added:
    """Writes a new overlay that holds its old places and the file's; returns what the file gave."""
    rows = list(read(path, known=known))
    fresh = {row.row: row for row in rows if row is not None}
    if not fresh:
        raise GazetteerError(
            f"{path}: no place with a name and coordinates; name the columns name, lat and lon"
        )
    held = {row.row: row for row in _held(overlay)} if store.usable(overlay) else {}
    store.write(overlay, [*(held | fresh).values()], keep_spellings=True)
    return Added(len(fresh), rows.count(None))


def forget(source: str, overlay: Path) -> int:
    """Writes the overlay without the places of a file, named as their ids name it; how many those were.

    Raises GazetteerError where it has none of them.
    """
    held = list(_held(overlay)) if store.usable(overlay) else []
    sources = {row.row: row.ref.partition(":")[0] for row in held}
    kept = [row for row in held if sources[row.row] != source]
    if len(kept) == len(held):
        there = ", ".join(sorted(set(sources.values()))) or "none"
        raise GazetteerError(f"no places were added from {source}; there are those of: {there}")
    if kept:
        store.write(overlay, kept, keep_spellings=True)
    else:
        # As before the first file was added: what is coded then goes on with the run of that time.
        overlay.unlink()
    return len(held) - len(kept)


def read(path: Path, *, known: Gazetteer) -> Iterator[Row | None]:
    """The places of a file as rows, None for a record that is no place.

    Raises GazetteerError when the file is none of the known formats.
    """
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or error
        raise GazetteerError(f"cannot read: {path}: {reason}; name a file of places") from None
    except UnicodeDecodeError:
        raise GazetteerError(f"{path}: not UTF-8 text; convert it first") from None
    records = _records(path, text)
    source = path.name.split(".")[0]
    parents: dict[tuple[str, str], Parent] = {}
    for properties, geometry in records:
        fields = fields_of(properties, geometry)
        if fields is None:
            yield None
            continue
        place = (fields.country, fields.admin1)
        if place not in parents:
            parents[place] = _parent(fields, known)
        yield _row(source, fields, parents[place])


def _records(path: Path, text: str) -> Records:
    head = text.lstrip()[:1]
    if head == "{":
        return _geojson(path, text)
    first = text.split("\n", 1)[0]
    if first.count("\t") >= 17 and first.split("\t", 1)[0].isdigit():
        return _geonames(text)
    if "," in first or ";" in first or "\t" in first:
        return _csv(text, first)
    raise GazetteerError(f"{path}: neither GeoJSON, a GeoNames dump, nor CSV with a header line")


def _geojson(path: Path, text: str) -> Records:
    try:
        features = json.loads(text)["features"]
    except (json.JSONDecodeError, KeyError, TypeError):
        raise GazetteerError(f"{path}: not a GeoJSON FeatureCollection") from None
    for feature in features:
        yield feature.get("properties") or {}, feature.get("geometry")


def _geonames(text: str) -> Records:
    columns = "id name ascii alternatenames lat lon class feature_code country_code cc2 admin1_code".split()
    for line in text.splitlines():
        parts = line.split("\t")
        if len(parts) >= 15:
            properties: dict[str, Any] = dict(zip(columns, parts, strict=False))
            yield {**properties, "population": parts[14], "geonames": True}, None


def _csv(text: str, first: str) -> Records:
    delimiter: Callable[[str], int] = first.count
    for line in csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=delimiter)):
        yield dict(line), None


def _parent(fields: Fields, known: Gazetteer) -> Parent:
    units = [c.place for c in known.lookup(fields.admin1)] if fields.admin1 else []
    lands = [c.place for c in known.lookup(fields.country, tiers=(1,))] if fields.country else []
    iso2 = fields.iso2 or next((p.iso2 for p in lands if p.kind == "country"), "")
    units = [p for p in units if p.kind == "admin1" and iso2 in ("", p.iso2)]
    # A file that names only its provinces lies in the country where such a province is nearest.
    units.sort(key=lambda p: (p.lat - fields.lat) ** 2 + (p.lon - fields.lon) ** 2)
    if not iso2:
        iso2 = units[0].iso2 if units else known.nearest_country(fields.lat, fields.lon) or ""
    iso3 = known.iso3(iso2)
    if not units or units[0].iso2 != iso2:
        return Parent(iso2, iso3, fields.admin1 or None, None)
    return Parent(iso2, iso3, units[0].name, units[0].row)


def _row(source: str, fields: Fields, parent: Parent) -> Row:
    code = fields.code or f"{fields.name}@{fields.lat:.4f},{fields.lon:.4f}"
    ref = f"geonames:{code}" if fields.geonames else f"{source}:{code}"
    number = int.from_bytes(hashlib.blake2b(ref.encode(), digest_size=7).digest(), "big")
    return Row(
        row=number, ref=ref, name=fields.name, kind=fields.kind, feature=fields.feature, iso2=parent.iso2,
        country=parent.country, admin1=fields.name if fields.kind == "admin1" else parent.admin1,
        admin1_row=parent.admin1_row, parent=parent.admin1_row, lat=fields.lat, lon=fields.lon,
        population=fields.population, radius_km=fields.radius_km, others=fields.others, shape=fields.shape,
    )  # fmt: skip


def _held(overlay: Path) -> Iterator[Row]:
    with closing(sqlite3.connect(f"{overlay.as_uri()}?mode=ro", uri=True)) as connection:
        shapes = dict(connection.execute("SELECT row, wkb FROM shape"))
        cursor = connection.execute("SELECT place.*, others FROM place JOIN spelling USING (row)")
        columns = [column[0] for column in cursor.description]
        for line in cursor:
            values: dict[str, Any] = dict(zip(columns, line, strict=True))
            others = tuple(o for o in values.pop("others").split("|") if o)
            yield Row(**values, others=others, shape=shapes.get(values["row"]))
