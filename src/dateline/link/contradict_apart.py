"""Contradictions between claims that linking keeps apart: holds, ends of a fight, and general denials."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from dateline.claims.record import HAPPENED, LOCATING_ROLES, Claim, Place
from dateline.link.contradict_acts import answers, denied, denies, is_rejection, rejected
from dateline.link.contradict_attackers import attackers
from dateline.link.contradict_figures import counted, rival_counts
from dateline.link.contradict_ground import ground_taken
from dateline.link.contradict_outcomes import both_won, won
from dateline.link.contradict_places import dates_itself
from dateline.link.evidence import Evidence, actors, is_state, pair, places_meet, points
from dateline.link.figures import Count, counts, is_war_total, limits, war_countries
from dateline.link.record import Contradiction
from dateline.link.sides import rivals
from dateline.link.words import place_name

SINCE = dt.timedelta(days=366)
"""Two beginnings further apart are of two holds, not of one dated twice."""
FIGHT = dt.timedelta(days=3)
"""Days within which two ends are of one fight for a place, which may change hands again later."""
NEXT = 20
"""Claims of one place and action looked at after each: a fight has few ends, a long war many fights."""
SENTENCES = 6
"""Sentences of a report between a claim and the general denial that answers it."""
REJECTED = 2
"""Sentences between blame and its rejection, which names nothing of what it rejects."""


def contradictions_apart(evidence: Evidence, incidents: Mapping[str, str]) -> Iterator[Contradiction]:
    """Contradictions of claims of different incidents; `incidents` has the incident of each claim."""
    yield from since(evidence)
    yield from (c for c in fights(evidence) if incidents.get(c.a) != incidents.get(c.b))
    yield from general_denials(evidence, incidents)
    yield from rejections(evidence, incidents)
    yield from war_totals(evidence, incidents)
    yield from attackers(evidence, incidents)
    yield from ground_taken(evidence)


def since(evidence: Evidence) -> Iterator[Contradiction]:
    """One side's hold on one place since two days, by two reports: states are linked by place, not by day."""
    held: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        if is_state(claim) and dates_itself(claim) and actors(claim):
            for key in {_area_key(p) for p in claim.places if p.role in LOCATING_ROLES}:
                held[key].append(claim)
    for key in sorted(held):
        by_start = {c.time.start: c for c in reversed(held[key]) if c.time and c.time.start}
        # Neighbours in time alone: a place with many dated holds must not cost their square.
        for (first, a), (second, b) in pairwise(sorted(by_start.items())):
            known_apart = any(rivals(x, y) for x in actors(a) for y in actors(b))
            if a.document != b.document and not known_apart and second - first <= SINCE:
                note = f"since {first} ({evidence.who(a)}) vs since {second} ({evidence.who(b)})"
                yield pair("time", a, b, note)


def _area_key(place: Place) -> str:
    name = place_name(place.text)
    return f"{name.key}~area" if name.broad else name.key


def fights(evidence: Evidence) -> Iterator[Contradiction]:
    """A fight for one place that two rivals both won: taking it and beating it off are two actions."""
    pairs_of = [tuple(p) for p in limits()["outcomes"]]
    ends = {action for p in pairs_of for action in p}
    told: defaultdict[str, list[tuple[dt.date, Claim]]] = defaultdict(list)
    for claim in evidence.claims:
        day = _day(claim, evidence)
        if claim.action in ends and claim.status in HAPPENED and day is not None:
            for key in sorted(points(claim)):
                told[key].append((day, claim))
    seen: set[frozenset[str]] = set()
    for key in sorted(told):
        listed = sorted(told[key], key=lambda pair: (pair[0], evidence.told(pair[1])))
        for k, (day, one) in enumerate(listed):
            for later, other in listed[k + 1 : k + 1 + NEXT]:
                a, b = (one, other) if (one.action, other.action) in pairs_of else (other, one)
                if later - day > FIGHT or (a.action, b.action) not in pairs_of:
                    continue
                if frozenset((a.id, b.id)) not in seen and both_won(a, b, evidence):
                    seen.add(frozenset((a.id, b.id)))
                    yield won(a, b, evidence)


def _day(claim: Claim, evidence: Evidence) -> dt.date | None:
    report = evidence.reports.get(claim.document)
    own = claim.time.start if claim.time and claim.time.precision == "day" else None
    return own or (report.published if report and claim.time is None else None)


def general_denials(evidence: Evidence, incidents: Mapping[str, str]) -> Iterator[Contradiction]:
    """What a body says it never does, and the nearest claim before it in the report that it did.

    A denial of a known act stands in the incident of that act and is not asked here.
    """
    told: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        told[claim.document, claim.action].append(claim)
    for no in evidence.claims:
        if no.status != "denied" or is_state(no) or not no.attribution or not actors(no):
            continue
        found = [c for c in told[no.document, no.action] if _answered(no, c) and denies(no, c, evidence)]
        if found and incidents.get(no.id) not in {incidents.get(c.id) for c in found}:
            yield denied(no, max(found, key=lambda c: c.span), evidence)


def _answered(no: Claim, yes: Claim) -> bool:
    """True of what was said shortly before of the very body that denies it."""
    near = 0 <= no.sentence - yes.sentence <= SENTENCES
    return near and yes.status in HAPPENED and bool(actors(yes) & actors(no)) and places_meet(yes, no)


def rejections(evidence: Evidence, incidents: Mapping[str, str]) -> Iterator[Contradiction]:
    """Blame that the blamed one rejects in the next sentences of the report."""
    blames: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        if claim.action in limits()["blames"] and claim.status in HAPPENED:
            blames[claim.document].append(claim)
    for claim in evidence.claims:
        if not is_rejection(claim):
            continue
        found = [
            c
            for c in blames[claim.document]
            if 0 <= claim.sentence - c.sentence <= REJECTED and answers(claim, c)
        ]
        if found and incidents.get(claim.id) not in {incidents.get(c.id) for c in found}:
            yield rejected(claim, max(found, key=lambda c: c.span))


def war_totals(evidence: Evidence, incidents: Mapping[str, str]) -> Iterator[Contradiction]:
    """Tolls of a whole war in one country that two speakers of one report count differently, once for both.

    One paragraph of background stands in report after report.
    """
    told: defaultdict[tuple[str, str, str], list[Count]] = defaultdict(list)
    for count in counts(evidence.claims, evidence.origins):
        if is_war_total(count):
            for country in sorted(war_countries(count.claim)):
                told[count.claim.document, country, count.measure].append(count)
    seen: set[tuple[str, str, frozenset[tuple[str, float]]]] = set()
    for (_, country, measure), listed in told.items():
        for a, b in combinations(listed, 2):
            apart = incidents.get(a.claim.id) != incidents.get(b.claim.id)
            said = country, measure, frozenset((evidence.voice(c.claim)[1], c.value) for c in (a, b))
            if apart and said not in seen and rival_counts(a, b, evidence):
                seen.add(said)
                yield counted(a, b, evidence)
