"""The grade of an incident, by the rules of lexicon `grading`, with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from dateline.claims.record import HAPPENED, Claim
from dateline.errors import LexiconError
from dateline.lexicon import mapping
from dateline.link.evidence import opposing
from dateline.link.record import Contradiction, Grading, Report
from dateline.link.sides import rivals, side_of

DISPUTES = ("denial", "agent", "outcome")
"""Kinds of contradiction that dispute an incident itself; a rival toll or date does not."""
CONDITIONS = ("conceded", "opposing", "disputed", "denied", "happened", "origins")


@lru_cache(maxsize=1)
def rules() -> tuple[Mapping[str, Any], ...]:
    """The grading rules in order. Raises LexiconError on one without grade or reason."""
    listed = mapping("grading")
    for rule in listed:
        if not {"id", "grade", "reason"} <= set(rule):
            raise LexiconError(f"grading.yaml: {rule.get('id')!r} needs `id`, `grade` and `reason`")
    return tuple(listed)


def grade(
    claims: Sequence[Claim],
    contradictions: Sequence[Contradiction],
    origins: Mapping[str, str],
    reports: Mapping[str, Report],
) -> tuple[Grading, tuple[str, ...]]:
    """The grade and the reasons for it: the rule that decided first, then what else is known."""
    facts = facts_of(claims, contradictions, origins, reports)
    rule = next(r for r in rules() if _holds(r, facts))
    reasons = [f"{rule['id']}: {str(rule['reason']).format(**facts)}"]
    if facts["disputed"] and rule["grade"] != "contested":
        reasons.append("disputed by another side")
    figures = sum(c.kind == "quantity" and not c.update for c in contradictions)
    if figures:
        reasons.append(f"{figures} pairs of figures differ")
    return rule["grade"], tuple(reasons)


def facts_of(
    claims: Sequence[Claim],
    contradictions: Sequence[Contradiction],
    origins: Mapping[str, str],
    reports: Mapping[str, Report],
) -> dict[str, int]:
    """What the rules ask of an incident."""
    happened = [c for c in claims if c.status in HAPPENED]
    return {
        "happened": int(bool(happened)),
        "denied": int(any(c.status == "denied" for c in claims)),
        "origins": len({origins[c.id] for c in happened}),
        "opposing": int(opposing(happened, reports)),
        "disputed": int(any(c.kind in DISPUTES for c in contradictions)),
        "conceded": int(any(_concedes(c, reports) for c in happened)),
    }


def _concedes(claim: Claim, reports: Mapping[str, Report]) -> bool:
    """True when the speaker's own side does the harm, or loses by it: nobody says that to look better."""
    side = side_of(claim, reports.get(claim.document))
    if side is None or claim.action not in ("kill", "wound", "airstrike", "shelling", "bombing", "withdraw"):
        return False
    civilians = any(p.actor and p.actor.endswith(":civilians") for p in claim.targets)
    own = any(
        p.actor and not rivals(p.actor, side) and p.actor.split(":")[0] == side.split(":")[0]
        for p in claim.agents
    )
    return own and (civilians or claim.action == "withdraw")


def _holds(rule: Mapping[str, Any], facts: Mapping[str, int]) -> bool:
    for name in CONDITIONS:
        if name not in rule:
            continue
        if name == "origins" and facts[name] < rule[name]:
            return False
        if name != "origins" and facts[name] != rule[name]:
            return False
    return True
