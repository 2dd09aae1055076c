"""Incidents in the columns of UCDP GED, one row for each with a counted death: the unknown is empty."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from dateline.claims.codec import whole
from dateline.export.acled import MONTH, WEEK
from dateline.export.event import Event, country_name, kind_of_body, name_of
from dateline.export.flat import Value
from dateline.export.voices import STANDING, claimants, notes, outlet_of, standing
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_states import country_of
from dateline.link.figures import event_figure
from dateline.link.record import VictimToll
from dateline.link.victims import victim_tolls
from dateline.resolve.codes import ORGANISED, STATES

OWN = tuple(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date "
    "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 "
    "latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec "
    "date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob".split()
)
"""The columns of GED in its order."""
COLUMNS = (*OWN, *(f"dateline_{name}" for name in STANDING), "dateline_notes")

Violence = Literal[1, 2, 3]


def row(event: Event) -> dict[str, Value] | None:
    """One incident as a row, keys as in COLUMNS; None without a death that somebody counts."""
    a, b = _sides(event)
    tolls = victim_tolls(event.claims, event.origins, event.sides, rule="ucdp")
    deaths = _deaths(event, tolls, swapped=bool(a) and a == event.sides.second)
    if not deaths.get("best"):
        return None
    cells = {
        "id": event.incident.id,
        "year": event.incident.start.year if event.incident.start else None,
        "type_of_violence": violence(a, b),
        **_names(event, a, b),
        **_sources(event),
        **_where(event),
        **_when(event),
        **deaths,
        **standing(event),
        "dateline_notes": notes(event),
    }
    return {column: cells.get(column) for column in COLUMNS}


def _sides(event: Event) -> tuple[Sequence[str], Sequence[str]]:
    """Side A and side B: a government is A, that of the country before another; else who acts is."""
    first, second = event.sides.first, event.sides.second
    armed = [side for side in (first, second) if side and kind_of_body(side[0]) in ORGANISED]
    states = [side for side in armed if kind_of_body(side[0]) in STATES]
    own = [side for side in states if country_of(side[0]) == event.area.country]
    a = next(iter((*own, *states)), first if first in armed else ())
    if not a and second in armed:
        return (), second
    return a, (second if a == first else first)


def violence(a: Sequence[str], b: Sequence[str]) -> Violence | None:
    """1 with a state on a side, 2 of other armed bodies, 3 against civilians; None with a side unknown."""
    kinds = [kind_of_body(side[0]) if side else None for side in (a, b)]
    if kinds[0] not in ORGANISED:
        return None
    if kinds[1] in ("civilians", "protesters"):
        return 3
    if kinds[1] not in ORGANISED:
        return None
    return 1 if STATES & set(kinds) else 2


def _names(event: Event, a: Sequence[str], b: Sequence[str]) -> dict[str, Value]:
    day = event.incident.start
    side_a, side_b = _side_name(a, day), _side_name(b, day)
    return {
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else None,
        "side_a": side_a,
        "side_a_new_id": _number(a),
        "side_b": side_b,
        "side_b_new_id": _number(b),
    }


def _side_name(side: Sequence[str], day: dt.date | None) -> str | None:
    """`Government of Syria` of a state's forces, `Civilians`, others by their name of that day."""
    if not side:
        return None
    kind, country = kind_of_body(side[0]), country_name(country_of(side[0]))
    if kind == "state_forces" and country:
        return f"Government of {country}"
    return "Civilians" if kind in ("civilians", "protesters") else name_of(side[0], day)


def _number(side: Sequence[str]) -> int | None:
    """The number of a body in UCDP's list of actors, if the registry has one and no more."""
    known = registry().get(side[0]) if side else None
    numbers = [i.partition(":")[2] for i in known.ids if i.startswith("ucdp:")] if known else []
    return int(numbers[0]) if len(numbers) == 1 else None


def _sources(event: Event) -> dict[str, Value]:
    """The reports as GED lists its articles, and who makes the claims."""
    told = [
        (outlet_of(r), r.published.isoformat() if r.published else "", " ".join((r.title or "").split()))
        for r in event.told_by
    ]
    office, date, headline = (";".join(part) for part in zip(*told, strict=True))
    return {
        "number_of_sources": len(told),
        "source_article": ";".join(f'"{",".join(parts)}"' for parts in told),
        "source_office": office,
        "source_date": date,
        "source_headline": headline,
        "source_original": ", ".join(claimants(event)),
    }


def _where(event: Event) -> dict[str, Value]:
    area, lat, lon = event.area, event.incident.lat, event.incident.lon
    cells: dict[str, Value] = {
        "where_prec": where_precision(event),
        "where_coordinates": area.entry.name if area.entry else area.name,
        "where_description": " ".join(area.place.text.split()) if area.place else None,
        "adm_1": area.admin1,
        "adm_2": area.admin2,
        "country": area.country_name,
    }
    if lat is None or lon is None:
        return cells
    point: dict[str, Value] = {"latitude": lat, "longitude": lon, "geom_wkt": f"POINT ({lon} {lat})"}
    return {**cells, **point, "priogrid_gid": grid_cell(lat, lon)}


def where_precision(event: Event) -> int | None:
    """GED's where_prec of the point: 1 the place, 2 near it, 3 district, 4 province, 5 vaguer, 6 country."""
    area, precision = event.area, event.incident.precision
    if precision is None:
        return None
    kind = area.entry.kind if area.entry else None
    whole_unit = area.spot is not None and area.spot.role == "at"
    if kind in ("country", "admin1", "admin2"):
        return {"country": 6, "admin1": 4, "admin2": 3}[kind] if whole_unit else 5
    if kind == "region" or (area.place is not None and area.place.role in ("between", "along")):
        return 5
    return {1: 1, 2: 2}.get(precision, 5)


def grid_cell(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of half a degree that holds a point.

    >>> grid_cell(34.802462, 36.707602)
    179714
    """
    return math.floor((lat + 90) * 2) * 720 + math.floor((lon + 180) * 2) + 1


def _when(event: Event) -> dict[str, Value]:
    start, days = event.incident.start, event.days
    if start is None or days is None:
        return {}
    limits = ((1, 1), (6, 2), (WEEK, 3), (MONTH, 4))
    precision = next((code for most, code in limits if days <= most), 5)
    return {"date_prec": precision, "date_start": start, "date_end": event.incident.end or start}


def _deaths(event: Event, tolls: Sequence[VictimToll], *, swapped: bool) -> dict[str, Value]:
    """The dead by side; `best` is their sum, `low` what the origin says that counts fewest."""
    told = {t.victims: t.toll for t in tolls}
    groups = {
        "deaths_a": told.get("second" if swapped else "first"),
        "deaths_b": told.get("first" if swapped else "second"),
        "deaths_civilians": told.get("civilians"),
        "deaths_unknown": told.get("unknown"),
    }
    dead = event_figure(event.claims, event.origins, rule="ucdp")
    best = sum(t.best or 0 for t in told.values())
    low, high = (dead.low or 0, dead.high or 0) if dead else (0, 0)
    known: dict[str, Value] = {name: whole(t.best) for name, t in groups.items() if t is not None}
    return {
        **known,
        "best": whole(best),
        "low": whole(min(low, best)),
        "high": whole(max(high, best, sum(t.high or 0 for v, t in told.items() if v != "unknown"))),
    }


def rows(events: Iterable[Event]) -> Iterator[dict[str, Value]]:
    """The rows of the events with a counted death."""
    yield from (made for event in events if (made := row(event)) is not None)
