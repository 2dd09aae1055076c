"""Areas that are no unit: those of `place_areas.yaml`, and those known by their parts alone, as North Darfur,
South Darfur and the others make up Darfur."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from dateline.lexicon import Entry, entries
from dateline.lexicon.gazetteer import Candidate, GazetteerPlace, country_terms, generic_words, open_gazetteer
from dateline.lexicon.gazetteer.base import country_rows, upper_units
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.lexicon.gazetteer.keys import FAMILIES, FAMILY, Family, fold, spoken
from dateline.resolve.geometry import Area, enclosing
from dateline.resolve.places_relations import compass_words

FEWEST = 2
"""Provinces of one name that make up an area."""
SHORTEST = 4
"""Letters of an area's name; `End` is none."""


def area_named(name: str) -> Candidate | None:
    """The area of that name: a listed one, else two or more provinces of one country that bear it after a
    compass point."""
    if (area := listed_area(name)) is not None:
        return area
    parts = _parts().get(fold(name))
    if parts is None:
        return None
    found = _held(parts)
    return Candidate(_whole(name, found), 1, True) if len(found) >= FEWEST else None


def listed_area(name: str) -> Candidate | None:
    """The area of `place_areas.yaml` that bears exactly this name."""
    listed = _listed().get(fold(name))
    return None if listed is None else Candidate(_area(listed), 1, True)


def area_heard(name: str) -> Candidate | None:
    """A listed area that sounds like the name in the romanisations of its country: `Ghoutta`, `Kalamoon`."""
    for family in FAMILIES:
        listed = _sounds(family).get(spoken(name, family))
        if listed is not None:
            return Candidate(_area(listed), 2, True)
    return None


@cache
def _sounds(family: Family) -> dict[str, str]:
    """Id of each listed area of a family's countries by how its names sound."""
    return {
        spoken(name, family): entry.id
        for entry in entries("place_areas")
        if FAMILY.get(entry["country"]) == family
        for name in entry["names"]
        if len(spoken(name, family)) >= SHORTEST
    }


@cache
def _listed() -> dict[str, str]:
    """Id of each listed area by its folded names."""
    return {fold(name): entry.id for entry in entries("place_areas") for name in entry["names"]}


@cache
def _area(listed: str) -> GazetteerPlace:
    """A listed area as a place: a district of the province that holds all of it, else a region."""
    number, entry = next((k, e) for k, e in enumerate(entries("place_areas"), 1) if e.id == listed)
    parts = _held(tuple(entry.get("parts", {}).values()))
    where, people = _ground(entry, parts)
    around = {entry.get("within") or p.admin1_row for p in parts} or {entry.get("within")}
    within = around.pop() if len(around) == 1 else None
    province = None if within is None else open_gazetteer().place(within)
    (country,) = _held((country_rows()[entry["country"]],))
    return country._replace(
        row=-number, ref=entry.id, name=entry["names"][0], feature="area",
        kind="admin2" if province else "region", admin1=province.name if province else None,
        admin1_row=province.row if province else None, parent=province.row if province else country.row,
        lat=round(where.lat, 5), lon=round(where.lon, 5), population=people,
        radius_km=round(where.radius_km, 1),
    )  # fmt: skip


def _ground(entry: Entry, parts: list[GazetteerPlace]) -> tuple[Area, int]:
    """Where a listed area lies, and how many people its parts have."""
    if "at" in entry.fields:
        return Area(*entry["at"]), 0
    where = enclosing([Area(p.lat, p.lon, p.radius_km) for p in parts])
    reach = where.radius_km + max(p.radius_km for p in parts)
    return Area(where.lat, where.lon, reach), sum(p.population for p in parts)


def _held(rows: tuple[int, ...]) -> list[GazetteerPlace]:
    return [place for row in rows if (place := open_gazetteer().place(row)) is not None]


def _whole(name: str, parts: list[GazetteerPlace]) -> GazetteerPlace:
    where = enclosing([Area(p.lat, p.lon, p.radius_km) for p in parts])
    numbers = [str(p.row) for p in parts]
    return parts[0]._replace(
        row=-parts[0].row, ref=f"geonames:{'+'.join(numbers)}", name=name, kind="region", feature="area",
        admin1=None, admin1_row=None, parent=None, lat=where.lat, lon=where.lon,
        population=sum(p.population for p in parts),
        radius_km=round(where.radius_km + max(p.radius_km for p in parts), 1),
    )  # fmt: skip


@cache
def _parts() -> dict[str, tuple[int, ...]]:
    """Rows of the provinces by the folded name that they share; of a name in two countries none."""
    made: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    # Few names begin like a compass point, and only those are worth folding.
    letters = tuple({letter for word in compass_words() for letter in (word[0], word[0].upper())})
    for unit in upper_units():
        if unit["level"] == "1":
            named = (unit["name"], *unit["aliases"].split("|"))
            for name in (name for name in named if name.startswith(letters)):
                point, _, rest = fold(name).partition(" ")
                if point in compass_words() and _is_name(rest):
                    made[rest][unit["iso2"]].add(int(unit["id"]))
    whole = {name: [rows for rows in lands.values() if len(rows) >= FEWEST] for name, lands in made.items()}
    return {name: tuple(sorted(found[0])) for name, found in whole.items() if len(found) == 1}


def _is_name(words: str) -> bool:
    """True of a name of its own: no country, no further compass point, no kind of place."""
    plain = words not in country_terms() and words not in compass_words() and words not in site_nouns()
    return len(words) >= SHORTEST and plain and not all(word in generic_words() for word in words.split())
