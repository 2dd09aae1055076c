"""Ground that one report says one side took in one place, told by two numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dateline.claims.record import HAPPENED, LOCATING_ROLES, Claim
from dateline.link.contradict_figures import counted
from dateline.link.evidence import Evidence, actors, days_between
from dateline.link.figures import Count, counts, limits
from dateline.link.record import Contradiction
from dateline.link.words import place_name

STATED = ("exact", "about")
"""Bounds of a number that is the whole; `over 500` may be 550."""


def ground_taken(evidence: Evidence) -> Iterator[Contradiction]:
    """`550 sq km in Eastern Orvane`, and `500` of it further down: a report that is at odds with itself.

    No voice is set against another here, so other figures, of which a report tells several of one place and
    day, are not asked.
    """
    told: defaultdict[tuple[str, str, str], list[Count]] = defaultdict(list)
    for count in counts(evidence.claims, evidence.origins):
        if count.measure == "area" and count.bound in STATED and _gains(count.claim):
            for actor in actors(count.claim):
                for place in _named(count.claim):
                    told[count.claim.document, actor, place].append(count)
    seen: set[tuple[str, str]] = set()
    for key in sorted(told):
        for a, b in combinations(told[key], 2):
            pair = (a.claim.id, b.claim.id)
            if pair not in seen and a.value != b.value and not days_between(a.claim, b.claim):
                seen.add(pair)
                yield counted(a, b, evidence)


def _gains(claim: Claim) -> bool:
    return claim.action in limits()["gains"] and claim.status in HAPPENED


def _named(claim: Claim) -> set[str]:
    """Keys of the places that the claim's own sentence names, provinces' parts among them."""
    own = (p for p in claim.places if p.role in LOCATING_ROLES and not p.inherited)
    return {place_name(p.text).key for p in own} - {""}
