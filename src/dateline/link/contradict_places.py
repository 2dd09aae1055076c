"""Contradictions of time and place: one act on two days, or at two places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from dateline.claims.record import HAPPENED, LOCATING_ROLES, Claim, Place
from dateline.lexicon.actions import action_set
from dateline.link.evidence import Evidence, actors, days_meet, is_state, pair, same_place
from dateline.link.features_where_when import FAR_KM
from dateline.link.record import Contradiction
from dateline.link.words import knowledge, place_name
from dateline.resolve.geometry import distance_km

NIGHT, APART = dt.timedelta(days=1), dt.timedelta(days=3)
"""One night is dated by either day; one agent's acts further apart than this are two acts told together."""


def time(evidence: Evidence) -> Iterator[Contradiction]:
    """One act on two days, by two reports that both date it themselves, and neither tells of both days."""
    dated = [c for c in evidence.claims if dates_itself(c)]
    told = {(c.document, c.action, c.time.start) for c in dated if c.time}
    seen: set[tuple[dt.date, dt.date]] = set()
    for a, b in combinations(dated, 2):
        if a.action != b.action or a.document == b.document or not same_place(a, b) or days_meet(a, b):
            continue
        assert a.time and b.time and a.time.start and b.time.start
        key = min(a.time.start, b.time.start), max(a.time.start, b.time.start)
        most = APART if actors(a) & actors(b) else NIGHT
        if {(a.document, a.action, b.time.start), (b.document, b.action, a.time.start)} & told:
            continue
        if key[1] - key[0] <= most and key not in seen:
            seen.add(key)
            note = f"{a.time.start} ({evidence.who(a)}) vs {b.time.start} ({evidence.who(b)})"
            yield pair("time", a, b, note)


def dates_itself(claim: Claim) -> bool:
    """True of an act on a day, or a state since one, that the claim's own words give."""
    time = claim.time
    if time is None or time.start is None or time.end is None or time.inherited:
        return False
    if claim.status not in HAPPENED:
        return False
    if is_state(claim):
        return (time.end - time.start).days > 1
    return claim.action in knowledge()["acts"] and time.precision == "day"


def place(evidence: Evidence) -> Iterator[Contradiction]:
    """One act of one agent on one day at two places far from each other, by two reports.

    Two names may be of a town and a site in it: only coordinates tell that they are not.
    """
    acts = [(c, where) for c in evidence.claims if (where := _at(c)) is not None]
    seen: set[frozenset[str]] = set()
    for (a, one), (b, other) in combinations(acts, 2):
        texts = frozenset((one.text, other.text))
        if a.action != b.action or a.document == b.document or texts in seen or not _apart(one, other):
            continue
        if actors(a) & actors(b) and days_meet(a, b):
            seen.add(texts)
            note = f"{one.text} ({evidence.who(a)}) vs {other.text} ({evidence.who(b)})"
            yield pair("place", a, b, note)


def _at(claim: Claim) -> Place | None:
    """The one place that a claim says an act was at; of several, one may be where the others are not."""
    named = [p for p in claim.places if not place_name(p.text).broad]
    placed = claim.status in HAPPENED and claim.action in action_set("at_one_spot")
    return named[0] if placed and len(named) == 1 and named[0].role == "at" else None


def _apart(a: Place, b: Place) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return distance_km(a.lat, a.lon, b.lat, b.lon) > FAR_KM


def places_apart(a: Claim, b: Claim) -> bool:
    """True when both claims are located at points that are known, and no two of them may be one town."""
    of_a, of_b = (_located(c) for c in (a, b))
    return bool(of_a and of_b) and all(
        distance_km(x[0], x[1], y[0], y[1]) > max(FAR_KM, x[2], y[2]) for x in of_a for y in of_b
    )


def _located(claim: Claim) -> list[tuple[float, float, float]]:
    """Latitude, longitude and radius of the places that locate a claim.

    `A town near the capital` is not located where nobody knows the town.
    """
    found = [p for p in claim.places if p.role in LOCATING_ROLES]
    vague = any(p.lat is None for p in found if p.role != "near")
    return [
        (p.lat, p.lon, p.radius_km or 0.0)
        for p in found
        if p.lat is not None and p.lon is not None and not (vague and p.role == "near")
    ]
