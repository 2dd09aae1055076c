"""Incidents in ACLED's columns, one row each: what is not known is empty, never a default."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from dateline.claims.codec import whole
from dateline.export.acled_types import armed, lists, sub_event_type, types
from dateline.export.event import Event, country_name, kind_of_body, name_of
from dateline.export.flat import Value
from dateline.export.voices import STANDING, notes, outlet_of, standing
from dateline.lexicon.registry import KINDS
from dateline.lexicon.registry_states import country_of
from dateline.link.belligerents import CIVILIANS
from dateline.link.victims import victim_tolls

OWN = tuple(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes "
    "fatalities tags timestamp".split()
)
"""ACLED's columns in its order."""
COLUMNS = (*OWN, *(f"dateline_{name}" for name in STANDING))
WEEK, MONTH = 8, 31
"""Days of a week, told from a day to that of the week before, and of a month: ACLED dates no wider."""


def row(event: Event) -> dict[str, Value] | None:
    """One incident as a row, keys as in COLUMNS; None where ACLED has no place for it.

    It has none for an incident of which nothing is said to have happened that it codes, for one that may have
    been on any day of more than a month, and for one that nobody places closer than in a country.
    """
    sub_type = sub_event_type(event)
    if sub_type is None or (event.days or 0) > MONTH or event.area.place is None or event.area.is_country:
        return None
    dead = victim_tolls(event.claims, event.origins, event.sides, rule="acled")
    cells = {
        "event_id_cnty": event.incident.id,
        **_when(event),
        **types(sub_type),
        **_actors(event, sub_type),
        "iso": event.area.country_number,
        **event.where,
        "geo_precision": event.incident.precision,
        "source": "; ".join(dict.fromkeys(outlet_of(r) for r in event.told_by)),
        "notes": notes(event),
        "fatalities": whole(sum(group.toll.best or 0 for group in dead)) if dead else None,
        **standing(event),
    }
    return {column: cells.get(column) for column in COLUMNS}


def _when(event: Event) -> dict[str, Value]:
    """The day, or the middle one of a week or month that is all that is known."""
    start, days = event.incident.start, event.days
    if start is None or days is None:
        return {}
    day = start + dt.timedelta(days=(days - 1) // 2)
    precision = 1 if days == 1 else 2 if days <= WEEK else 3
    return {"event_date": day, "year": day.year, "time_precision": precision}


def _actors(event: Event, sub_type: str) -> dict[str, Value]:
    first, second = event.sides.first, event.sides.second
    if types(sub_type)["event_type"] == "Battles":
        # Two armed bodies fight a battle; civilians whom it hits are no actor of it.
        first, second = armed(first), armed(second)
    one, two = _inter(first, event), _inter(second, event)
    alone = lists()["alone"].get(sub_type)
    if alone:
        if not first or kind_of_body(first[0]) != alone:
            first = (f"{event.area.country or ''}:{alone}",)
        second, one, two = (), KINDS.index(alone) + 1, 0
    return {
        **_actor(1, first, one, event),
        **_actor(2, second, two, event),
        "interaction": None if one is None or two is None else _joint(one, two),
        "civilian_targeting": "Civilian targeting" if _hits_civilians(second, sub_type) else None,
    }


def _actor(which: int, bodies: tuple[str, ...], inter: int | None, event: Event) -> dict[str, Value]:
    names = list(dict.fromkeys(actor_name(body, event) for body in bodies))
    return {
        f"actor{which}": names[0] if names else None,
        f"assoc_actor_{which}": "; ".join(names[1:]) or None,
        f"inter{which}": inter,
    }


def actor_name(body: str, event: Event) -> str:
    """A body as ACLED names a state's (`Military Forces of Syria`), others by their name of that day."""
    style = lists()["names"].get(body.rpartition(":")[2])
    country = event.area.country if body == CIVILIANS else country_of(body)
    if style is None or country_name(country) is None:
        return name_of(body, event.incident.start)
    # The name of a government has the article that some countries have.
    return str(style).format(name_of(f"{country}:government").removeprefix("Government of "))


def _inter(bodies: tuple[str, ...], event: Event) -> int | None:
    """ACLED's code of an actor's kind; a state's forces may be external where the country is unknown."""
    kind = event.kind_here(bodies[0]) if bodies else None
    if kind is None or (kind == "state_forces" and event.area.country is None):
        return None
    return KINDS.index(kind) + 1


def _joint(one: int, two: int) -> int | None:
    """Both codes as one number, the lower first and 0 last; None for a pair that ACLED does not have."""
    low, high = sorted((one, two))
    joint = high * 10 if low == 0 else low * 10 + high
    return joint if joint in lists()["interactions"] else None


def _hits_civilians(second: Sequence[str], sub_type: str) -> bool:
    if sub_type in lists()["civilians"]:
        return True
    violent = types(sub_type)["disorder_type"] == "Political violence"
    return violent and bool(second) and kind_of_body(second[0]) == "civilians"


def rows(events: Iterable[Event]) -> Iterator[dict[str, Value]]:
    """The rows of the events that ACLED has a place for."""
    yield from (made for event in events if (made := row(event)) is not None)
