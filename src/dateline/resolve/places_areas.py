"""Areas that are known by their parts alone: North Darfur, South Darfur and the others make up Darfur."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace, country_terms, generic_words, open_gazetteer
from dateline.lexicon.gazetteer.base import upper_units
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.lexicon.gazetteer.keys import fold
from dateline.resolve.geometry import Area, enclosing
from dateline.resolve.places_relations import compass_words

FEWEST = 2
"""Provinces of one name that make up an area."""
SHORTEST = 4
"""Letters of an area's name; `End` is none."""


def area_named(name: str) -> Candidate | None:
    """The area of that name: two or more provinces of one country that bear it after a compass point."""
    parts = _parts().get(fold(name))
    if parts is None:
        return None
    found = [place for row in parts if (place := open_gazetteer().place(row)) is not None]
    return Candidate(_whole(name, found), 1, True) if len(found) >= FEWEST else None


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
    for unit in upper_units():
        if unit["level"] == "1":
            for name in (unit["name"], *unit["aliases"].split("|")):
                point, _, rest = fold(name).partition(" ")
                if point in compass_words() and _is_name(rest):
                    made[rest][unit["iso2"]].add(int(unit["id"]))
    whole = {name: [rows for rows in lands.values() if len(rows) >= FEWEST] for name, lands in made.items()}
    return {name: tuple(sorted(found[0])) for name, found in whole.items() if len(found) == 1}


def _is_name(words: str) -> bool:
    """True of a name of its own: no country, no further compass point, no kind of place."""
    plain = words not in country_terms() and words not in compass_words() and words not in site_nouns()
    return len(words) >= SHORTEST and plain and not all(word in generic_words() for word in words.split())
