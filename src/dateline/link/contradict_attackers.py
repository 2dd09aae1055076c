"""Those who came to one place, counted differently: linking may hold the two tellings for two attacks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.link.contradict_figures import counted, rival_counts
from dateline.link.evidence import Evidence, days_meet, scene
from dateline.link.figures import Count, counts
from dateline.link.record import Contradiction
from dateline.link.words import knowledge

NEXT = 20
"""Counts of one place looked at after each, by day: few attacks of one place fall on the same days."""


def attackers(evidence: Evidence, incidents: Mapping[str, str]) -> Iterator[Contradiction]:
    """`Three bombers` here and `four bombers` there, of one place and the same days, by two reports."""
    told: defaultdict[str, list[tuple[dt.date, Count]]] = defaultdict(list)
    acts = [c for c in evidence.claims if c.action in knowledge()["acts"] and c.quantities]
    for count in counts(acts, evidence.origins):
        day = count.claim.time.start if count.claim.time else None
        if count.measure == "forces" and day is not None:
            for key in sorted(scene(count.claim)):
                told[key].append((day, count))
    seen: set[frozenset[str]] = set()
    for key in sorted(told):
        listed = sorted(told[key], key=lambda pair: (pair[0], evidence.told(pair[1].claim)))
        for k, (_, a) in enumerate(listed):
            for _, b in listed[k + 1 : k + 1 + NEXT]:
                pair = frozenset((a.claim.id, b.claim.id))
                if pair not in seen and _of_one_attack(a, b, incidents) and rival_counts(a, b, evidence):
                    seen.add(pair)
                    yield counted(a, b, evidence)


def _of_one_attack(a: Count, b: Count, incidents: Mapping[str, str]) -> bool:
    """True of counts of two reports whose days meet; those of one incident are compared within it."""
    one, other = a.claim, b.claim
    apart = one.document != other.document and incidents.get(one.id) != incidents.get(other.id)
    return apart and days_meet(one, other)
