"""Incidents of the FA-KES reports against UCDP's events, which other people coded from other sources.

    dateline code ../shared/corpus/fa-kes.csv --date-order mdy --column text=article_content \\
        --column title=article_title --column outlet=source --column name=unit_id --ledger fakes.db
    python -m benchmarks.linking.fakes_ucdp fakes.db -o benchmarks/linking/fakes_ucdp.svg

A report counts by its first incident of fighting that has a day, a governorate and a day in UCDP's years
(2016-2019). It matches when UCDP has an event of that governorate whose days meet the incident's, a day
either way; it matches one event when exactly one such is also within 25 km of the incident's place. By chance
alone: the same incidents, 45 days on and 45 days back. Only where one event matches is it known which is
meant: there the best counts of dead are set side by side, each incident once. Both may be right and differ:
UCDP splits by place and dyad what a report adds up.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import gzip
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.gold import SHARED
from benchmarks.linking.plot import scatter
from dateline.claims.record import Claim
from dateline.ledger import Ledger
from dateline.ledger.links_load import linkable
from dateline.ledger.links_write import relink
from dateline.link.record import Incident
from dateline.link.words import place_name

EVENTS = SHARED / "places/ucdp-ged-syria.csv.gz"
SLACK = dt.timedelta(days=1)
NEAR_KM = 25.0
"""UCDP's where_prec 2 is `within about 25 km`."""
SHIFTS = (-45, 45)
ALIAS = {"rf-dmsk": "damascus countryside", "rl-dmsks": "damascus countryside"}
"""Keys of the two names of the governorate around the capital."""


@dataclass(frozen=True, slots=True)
class Event:
    """One UCDP event: where, when, and the dead."""

    governorate: str
    start: dt.date
    end: dt.date
    lat: float
    lon: float
    low: float
    best: float
    high: float


def governorate(name: str) -> str:
    """One key for a governorate's spellings."""
    key = place_name(name).key
    return ALIAS.get(key, key)


def events() -> dict[str, list[Event]]:
    """The events of each governorate."""
    made: defaultdict[str, list[Event]] = defaultdict(list)
    with gzip.open(EVENTS, "rt", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            numbers = [float(row[k]) for k in ("latitude", "longitude", "low", "best", "high")]
            days = [dt.date.fromisoformat(row[k]) for k in ("date_start", "date_end")]
            if row["adm_1"] and (days[1] - days[0]).days <= 7:
                key = governorate(row["adm_1"])
                made[key].append(Event(key, *days, *numbers))
    return dict(made)


@dataclass(frozen=True, slots=True)
class Told:
    """A report's incident as it is looked for in UCDP."""

    incident: Incident
    governorate: str
    start: dt.date
    end: dt.date
    killed: float | None


def told(incidents: Iterable[Incident], claims: Mapping[str, Claim]) -> Iterator[Told]:
    """The first incident of fighting of each report that UCDP could have, in the order of the reports."""
    first: dict[str, tuple[int, Incident, str]] = {}
    for incident in incidents:
        for listed in (claims[c] for c in incident.claims):
            found = _governorate(incident, claims)
            if incident.action_group != "fight" or incident.start is None or found is None:
                continue
            at = (listed.span.start, incident, found)
            first[listed.document] = min(first.get(listed.document, at), at, key=lambda x: (x[0], x[1].id))
    for _, incident, where in first.values():
        assert incident.start
        if 2016 <= incident.start.year <= 2019:
            killed = next((f.best for f in incident.figures if f.measure == "killed"), None)
            yield Told(incident, where, incident.start, incident.end or incident.start, killed)


def _governorate(incident: Incident, claims: Mapping[str, Claim]) -> str | None:
    """The governorate of the incident's own place."""
    for claim in (claims[c] for c in incident.claims):
        for place in claim.places:
            if place.admin1 and incident.place in (place.name, place.text):
                return governorate(place.admin1)
    return None


def matching(one: Told, known: Mapping[str, Sequence[Event]], shift: int = 0) -> list[Event]:
    """Events of the governorate and the days, nearest first."""
    move = dt.timedelta(days=shift)
    start, end = one.start + move - SLACK, one.end + move + SLACK
    found = [e for e in known.get(one.governorate, ()) if e.start <= end and start <= e.end]
    return sorted(found, key=lambda e: (_km(one.incident, e), e.start, e.lat, e.lon))


def _km(incident: Incident, event: Event) -> float:
    """Kilometres on a flat earth: enough within a governorate."""
    if incident.lat is None or incident.lon is None:
        return math.inf
    across = (incident.lon - event.lon) * math.cos(math.radians(event.lat))
    return 111.2 * math.hypot(incident.lat - event.lat, across)


def shares(listed: Sequence[Told], known: Mapping[str, Sequence[Event]], shift: int = 0) -> dict[str, float]:
    """Shares of incidents that match: any event of the governorate and days, near, one alone near."""
    found = [matching(one, known, shift) for one in listed]
    near = [
        sum(_km(one.incident, e) <= NEAR_KM for e in fits) for one, fits in zip(listed, found, strict=True)
    ]
    return {
        "governorate and days": round(np.mean([bool(f) for f in found]), 3),
        "and within 25 km": round(np.mean([n > 0 for n in near]), 3),
        "one event alone within 25 km": round(np.mean([n == 1 for n in near]), 3),
    }


def counted(
    listed: Sequence[Told], known: Mapping[str, Sequence[Event]], shift: int = 0
) -> list[tuple[float, Event]]:
    """Our best count of dead and the one event near by, of each incident that has both."""
    made: dict[str, tuple[float, Event]] = {}
    for one in listed:
        near = [e for e in matching(one, known, shift) if _km(one.incident, e) <= NEAR_KM]
        if len(near) == 1 and one.killed is not None:
            made[one.incident.id] = (one.killed, near[0])
    return list(made.values())


def agreement(pairs: Sequence[tuple[float, Event]]) -> dict[str, float]:
    """How our best count of dead and UCDP's go together."""
    ours, theirs = (np.array(side) for side in ([x for x, _ in pairs], [e.best for _, e in pairs]))
    apart = np.maximum(ours, 1) / np.maximum(theirs, 1)
    return {
        "incidents": len(pairs),
        "equal": round(float(np.mean(ours == theirs)), 3),
        "within UCDP's low to high": round(float(np.mean([e.low <= x <= e.high for x, e in pairs])), 3),
        "within a factor of two": round(float(np.mean((apart <= 2) & (apart >= 0.5))), 3),
        "correlation of logarithms": round(float(np.corrcoef(np.log1p(ours), np.log1p(theirs))[0, 1]), 3),
        "median of ours over theirs": round(float(np.median(apart)), 2),
    }


def main() -> None:
    """Links the ledger, prints the shares and the agreement, and draws the counts."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("ledger", type=Path)
    options.add_argument("-o", "--output", type=Path)
    given = options.parse_args()
    with Ledger(given.ledger) as ledger:
        _, incidents, _ = relink(ledger)
        linked = linkable(ledger)
    known = events()
    listed = list(told(incidents, linked.claims))
    near = counted(listed, known)
    print(
        json.dumps(
            {
                "reports": len(linked.reports),
                "with a dated, placed incident of fighting 2016-2019": len(listed),
                "share": shares(listed, known),
                "share by chance": [shares(listed, known, shift) for shift in SHIFTS],
                "best": agreement(near),
                "best by chance": [agreement(counted(listed, known, shift)) for shift in SHIFTS],
            },
            indent=1,
        )
    )
    if given.output:
        points = [(event.best, ours) for ours, event in near]
        given.output.write_text(
            scatter(points, across="UCDP's best count of dead", up="best count of the incident"), "utf-8"
        )


if __name__ == "__main__":
    main()
