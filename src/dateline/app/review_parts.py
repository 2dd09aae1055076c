"""Parts of a claim made of a spreadsheet's cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from dateline.app.review_tolls import Cells, number, quantities
from dateline.claims.codec import Json, full
from dateline.claims.record import Claim, Party
from dateline.export.flat import located
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.lexicon.registry import registry
from dateline.resolve.places import PRECISION


def means(claim: Claim, cells: Cells) -> list[str]:
    """`artillery | drone`."""
    return _values(cells["means"])


def _values(cell: str) -> list[str]:
    return [value.strip() for value in cell.split("|")] if cell.strip() else []


def agents(claim: Claim, cells: Cells) -> list[Json]:
    """Who did it, of `agents` (words) and `agent_ids`."""
    return _parties(claim.agents, cells, "agents", "agent_ids")


def targets(claim: Claim, cells: Cells) -> list[Json]:
    """To whom, of `targets` (words) and `target_ids`."""
    return _parties(claim.targets, cells, "targets", "target_ids")


def _parties(old: Sequence[Party], cells: Cells, words: str, ids: str) -> list[Json]:
    """Words and ids side by side; of bodies that only their ids name no words stand in the report."""
    told = _values(cells[words]) if words in cells else [party.text for party in old]
    named = _values(cells[ids]) if ids in cells else [party.actor or "" for party in old]
    if words not in cells and len(named) != len(told):
        told = [""] * len(named)
    if ids not in cells and (not named or not told):
        named = [""] * len(told)
    if len(told) != len(named):
        raise ValueError(f"`{words}` has {len(told)} values and `{ids}` {len(named)}; give as many of each")
    spans = {party.text: {"span": list(party.span)} for party in old}
    return [{"text": text, **spans.get(text, {}), **_body(id)} for text, id in zip(told, named, strict=True)]


def _body(name: str) -> Json:
    """The body that an id, a name or an acronym means. Raises ValueError."""
    if not name:
        return {"actor": None, "name": None, "kind": None}
    ids = registry().named(name)
    if len(ids) != 1 and ":" not in name:
        raise ValueError(f"no such body: {name}; give an id, such as SYR:military or group:islamic_state")
    id = ids[0] if len(ids) == 1 else name
    known = registry().get(id)
    return {"actor": id, "name": known.name if known else None, "kind": known.kind if known else None}


def places(claim: Claim, cells: Cells) -> list[Json]:
    """The place the event is at, of its columns; the other places stay."""
    old, listed = located(claim), full(claim)["places"]
    at = claim.places.index(old) if old else len(listed)
    if cells.get("place") == "" or (old is None and not any(cells.values())):
        return [*listed[:at], *listed[at + 1 :]]
    part: Json = {**listed[at], "inherited": False} if old else {"text": "", "role": "at"}
    if cells.get("place"):
        part = {"text": cells["place"], "role": part["role"]}
    part.update(_entry(cells["gazetteer"]) if "gazetteer" in cells else _point(cells))
    for column, key in (("place_role", "role"), ("place_name", "name"), ("country",) * 2, ("admin1",) * 2):
        if column in cells:
            part[key] = cells[column] or None
    if cells.get("precision"):
        part["precision"] = number("precision", cells["precision"])
    part["text"] = part["text"] or part.get("name") or ""
    return [*listed[:at], part, *listed[at + 1 :]]


def _entry(ref: str) -> Json:
    """What the gazetteer says of an id; of none that nobody knows where it is. Raises ValueError."""
    entry = open_gazetteer().named(ref) if ref else None
    if ref and entry is None:
        raise ValueError(f"no such place: {ref}; see `dateline gazetteer find NAME`")
    keys = ("name", "country", "admin1", "lat", "lon", "radius_km")
    known = {key: getattr(entry, key) if entry else None for key in keys}
    return {
        **known,
        "gazetteer": ref or None,
        "score": None,
        "precision": PRECISION[entry.kind] if entry else None,
    }


def _point(cells: Cells) -> Json:
    """A point of one's own, which is no longer an entry's."""
    if not {"lat", "lon"} & set(cells):
        return {}
    point = {key: number(key, cells[key]) for key in ("lat", "lon") if key in cells}
    return {**point, "gazetteer": None, "score": None, "radius_km": None}


def time(claim: Claim, cells: Cells) -> Json | None:
    """When, of `time_start`, `time_end` and `time_precision`; a day without an end is that day."""
    old = claim.time
    start = _day("time_start", cells, old.start if old else None)
    end = _day("time_end", cells, old.end if old and "time_start" not in cells else start)
    if start is None:
        return None
    if end is None or end < start:
        raise ValueError(f"ends before it begins: {start} to {end}")
    words = {"text": old.text, "span": list(old.span) if old.span else None} if old else {}
    told = {"precision": cells["time_precision"]} if cells.get("time_precision") else {}
    return {**words, "start": start.isoformat(), "end": end.isoformat(), **told}


def _day(column: str, cells: Cells, old: dt.date | None) -> dt.date | None:
    if column not in cells:
        return old
    try:
        return dt.date.fromisoformat(cells[column]) if cells[column] else None
    except ValueError:
        raise ValueError(f"`{column}` is no date: {cells[column]}; write it as 2017-06-13") from None


def attribution(claim: Claim, cells: Cells) -> list[Json]:
    """Who says so: the nearest source of the chain, of `source`, `source_kind` and `source_side`."""
    chain: list[Json] = full(claim)["attribution"]
    if cells.get("source_kind") == "own_voice" or cells.get("source") == "":
        return []
    nearest: Json = dict(chain[-1]) if chain else {"actor": None, "side": None}
    if "source" in cells:
        ids = registry().named(cells["source"])
        nearest = {
            "text": cells["source"],
            "kind": nearest.get("kind"),
            "actor": ids[0] if len(ids) == 1 else None,
        }
        nearest["side"] = nearest["actor"]
    if "source_kind" in cells:
        nearest["kind"] = cells["source_kind"]
    if "source_side" in cells:
        nearest["side"] = _body(cells["source_side"])["actor"]
    return [*chain[:-1], nearest]


MADE_OF: dict[str, tuple[Callable[[Claim, Cells], Any], tuple[str, ...]]] = {
    "means": (means, ("means",)),
    "agents": (agents, ("agents", "agent_ids")),
    "targets": (targets, ("targets", "target_ids")),
    "places": (
        places,
        (
            *("place", "place_role", "gazetteer", "place_name", "country", "admin1"),
            *("lat", "lon", "precision"),
        ),
    ),
    "time": (time, ("time_start", "time_end", "time_precision")),
    "quantities": (quantities, ("killed_low", "killed_high", "wounded_low", "wounded_high")),
    "attribution": (attribution, ("source", "source_kind", "source_side")),
}
"""Field of the claim format -> what makes it, and the columns it is made of."""
