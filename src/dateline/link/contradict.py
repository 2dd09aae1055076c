"""Contradictions among claims: each kind a rule that names its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from dateline.link.contradict_acts import agent, denial
from dateline.link.contradict_apart import contradictions_apart
from dateline.link.contradict_figures import quantity
from dateline.link.contradict_outcomes import outcome
from dateline.link.contradict_places import place, time
from dateline.link.evidence import Evidence
from dateline.link.record import Contradiction

RULES = (quantity, denial, agent, outcome, time, place)


def contradictions_in(evidence: Evidence, *, incident: str | None) -> tuple[Contradiction, ...]:
    """All contradictions of an incident: one for each kind, measure and pair of values, in that order."""
    found = [c for rule in RULES for c in rule(evidence)]
    return tuple(replace(c, incident=incident, id=_id(c)) for c in sorted(found, key=_order))


def contradictions_between(evidence: Evidence, incidents: Mapping[str, str]) -> tuple[Contradiction, ...]:
    """Contradictions of claims that linking keeps apart, told with the incident of the first claim."""
    found = contradictions_apart(evidence, incidents)
    return tuple(replace(c, incident=incidents.get(c.a), id=_id(c)) for c in found)


def _order(found: Contradiction) -> tuple[str, str, str, str]:
    return found.kind, found.measure or "", found.a, found.b


def _id(found: Contradiction) -> str:
    key = ":".join((found.kind, found.measure or "", *sorted((found.a, found.b))))
    return "x_" + hashlib.sha256(key.encode()).hexdigest()[:16]
