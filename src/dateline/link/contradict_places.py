"""Contradictions of time and place: one act on two days, or at two places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from dateline.claims.record import Claim
from dateline.link.evidence import REAL, Evidence, actors, days_meet, is_state, pair, points, same_place
from dateline.link.record import Contradiction
from dateline.link.words import knowledge, place_name

NIGHT, APART = dt.timedelta(days=1), dt.timedelta(days=3)
"""One night is dated by either day; one agent's acts further apart than this are two acts told together."""


def time(evidence: Evidence) -> Iterator[Contradiction]:
    """One act on two days, by two reports that both date it themselves."""
    dated = [c for c in evidence.claims if dates_itself(c)]
    seen: set[tuple[dt.date, dt.date]] = set()
    for a, b in combinations(dated, 2):
        if a.action != b.action or a.document == b.document or not same_place(a, b) or days_meet(a, b):
            continue
        assert a.time and b.time and a.time.start and b.time.start
        key = min(a.time.start, b.time.start), max(a.time.start, b.time.start)
        most = APART if actors(a) & actors(b) else NIGHT
        if key[1] - key[0] <= most and key not in seen:
            seen.add(key)
            note = f"{a.time.start} ({evidence.who(a)}) vs {b.time.start} ({evidence.who(b)})"
            yield pair("time", a, b, note)


def dates_itself(claim: Claim) -> bool:
    """True of an act on a day, or a state since one, that the claim's own words give."""
    time = claim.time
    if time is None or time.start is None or time.end is None or time.inherited or claim.status not in REAL:
        return False
    if is_state(claim):
        return (time.end - time.start).days > 1
    return claim.action in knowledge()["acts"] and time.precision == "day"


def place(evidence: Evidence) -> Iterator[Contradiction]:
    """One act of one agent on one day at two places, neither in the other, by two reports."""
    acts = [c for c in evidence.claims if c.status in REAL and c.action in _placed()]
    around = {key for c in acts for key in _areas(c)}
    seen: set[frozenset[str]] = set()
    for a, b in combinations(acts, 2):
        own_a, own_b = _at(a) - around, _at(b) - around
        if a.action != b.action or a.document == b.document or not own_a or not own_b:
            continue
        if points(a) & points(b) or not actors(a) & actors(b) or not days_meet(a, b):
            continue
        if frozenset((*own_a, *own_b)) not in seen:
            seen.add(frozenset((*own_a, *own_b)))
            note = f"{a.places[0].text} ({evidence.who(a)}) vs {b.places[0].text} ({evidence.who(b)})"
            yield pair("place", a, b, note)


def _placed() -> frozenset[str]:
    """Acts that are at one place; a clash or a campaign may be at several."""
    return frozenset(knowledge()["acts"] - {"clash", "operate"})


def _at(claim: Claim) -> frozenset[str]:
    """Keys of the places the act was at; what it was near is no rival of where it was."""
    named = (place_name(p.text) for p in claim.places if p.role == "at")
    return frozenset(k.key for k in named if k.key and not k.broad and not k.generic)


def _areas(claim: Claim) -> Iterator[str]:
    for p in claim.places:
        if p.role == "in_part_of" and len(claim.places) > 1:
            yield place_name(p.text).key
