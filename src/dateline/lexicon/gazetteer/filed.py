"""What is filed under a name: its keys, and the places that the index holds under them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from dateline.lexicon.gazetteer.keys import FAMILIES, consonants, fold, heard
from dateline.lexicon.gazetteer.record import Candidate, GazetteerPlace
from dateline.lexicon.gazetteer.store import hashed, in_family

FIELDS = "p.row,ref,p.name,kind,feature,iso2,country,admin1,admin1_row,parent,lat,lon,population,radius_km"
Fields = tuple[Any, ...]
"""Those of a place, as `FIELDS` names them."""
MOST = 100
"""Keys asked for at once: SQLite prepares one statement for each number of them, and keeps it."""


def keys_of(name: str, tiers: Iterable[int]) -> list[int]:
    """The numbers that a name is filed under, sorted."""
    found = set()
    for tier in tiers:
        if tier == 1:
            found.add(hashed(1, fold(name)))
            continue
        for family, said in zip(FAMILIES, heard(name), strict=True):
            if key := in_family(said if tier == 2 else consonants(said), family):
                found.add(hashed(tier, key))
    return sorted(found)


def filed(
    connection: sqlite3.Connection, keys: Sequence[int], place: Callable[[Fields], GazetteerPlace]
) -> Mapping[int, list[Candidate]]:
    """What an index holds under each of the keys, by row; `place` makes one of its fields."""
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    for first in range(0, len(keys), MOST):
        asked = keys[first : first + MOST]
        for line in connection.execute(_query(len(asked)), asked):
            found[line[-1]].append(Candidate(place(line[:-3]), line[-3], bool(line[-2])))
    return found


@cache
def _query(keys: int) -> str:
    """SQL for the places that have one of so many keys."""
    # A table of the keys is walked as it is; for a list SQLite makes a tree first.
    listed = ",".join(["(?)"] * keys)
    return (
        f"SELECT {FIELDS}, n.tier, n.main, n.key FROM (VALUES {listed}) k"  # noqa: S608 - our own words
        " CROSS JOIN name n ON n.key = k.column1 CROSS JOIN place p ON p.row = n.row"
    )
