"""Incidents that are part of another: a wave and one strike in it are told apart, and of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.claims.record import Claim
from dateline.link.record import Incident
from dateline.link.words import place_name

MOST = 40
"""Incidents of one report that are compared with each other; a longer round-up tells of unrelated ones."""


def with_related(incidents: Sequence[Incident], claims: Mapping[str, Claim]) -> Iterator[Incident]:
    """The incidents, each with the ids of those that hold it or that it holds.

    Two are related when one report tells both, on the same days as far as dated, of one action group,
    and the place of one is an area that claims of the other name around their own place.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    told: defaultdict[str, dict[str, Incident]] = defaultdict(dict)
    for incident in incidents:
        for c in incident.claims:
            told[claims[c].document][incident.id] = incident
    places = {i.id: _places(i, claims) for i in incidents}
    for listed in told.values():
        for a, b in combinations(list(listed.values())[:MOST], 2):
            if _one_time(a, b) and a.action_group == b.action_group and _nested(places[a.id], places[b.id]):
                found[a.id].add(b.id)
                found[b.id].add(a.id)
    for incident in incidents:
        yield replace(incident, related=tuple(sorted(found.get(incident.id, ()))))


def _places(incident: Incident, claims: Mapping[str, Claim]) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of an incident's own points, and of the areas around them."""
    names = [(p, place_name(p.text)) for c in incident.claims for p in claims[c].places]
    areas = {n.key for p, n in names if n.broad or p.role == "in_part_of"}
    points = {n.key for p, n in names if not n.broad and p.role in ("at", "near")}
    return frozenset(points), frozenset(areas)


def _nested(a: tuple[frozenset[str], frozenset[str]], b: tuple[frozenset[str], frozenset[str]]) -> bool:
    """True when one has no point and shares the other's area, or has a point that is an area of the other."""
    wave_a, wave_b = not a[0] and bool(a[1] & b[1]), not b[0] and bool(a[1] & b[1])
    return wave_a != wave_b or bool(a[0] & b[1]) != bool(b[0] & a[1])


def _one_time(a: Incident, b: Incident) -> bool:
    if a.start is None or b.start is None:
        return a.start is b.start
    return a.start <= (b.end or b.start) and b.start <= (a.end or a.start)
