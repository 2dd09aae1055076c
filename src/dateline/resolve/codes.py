"""The claim in others' schemes, which may depend on what kinds of actors it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.claims.record import HAPPENED, Claim, Codes, Party
from dateline.lexicon import mapping

ORGANISED = frozenset(
    ("state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces")
)
STATES = frozenset(("state_forces", "external_forces"))
"""States at home and abroad, and what many of them send together."""
UNARMED = frozenset(("civilians", "protesters"))


def codes_of(claim: Claim) -> Codes:
    """ACLED sub-event type, PLOVER type:mode, CAMEO code and UCDP type of violence of a claim."""
    row = mapping("crosswalk")[claim.action]
    return Codes(
        acled=_chosen(row["acled"], claim),
        plover=_chosen(row["plover"], claim),
        cameo=_chosen(row["cameo"], claim),
        ucdp=_violence(claim) if row["ucdp"] and claim.status in HAPPENED else None,
    )


def _chosen(rule: Any, claim: Claim) -> str | None:
    """The code of a row: itself, or the first of a list whose conditions hold."""
    if not isinstance(rule, list):
        return None if rule is None else str(rule)
    for option in rule:
        if _holds(option.get("when", {}), claim):
            return None if option["is"] is None else str(option["is"])
    return None


def _holds(when: Mapping[str, list[str]], claim: Claim) -> bool:
    have: dict[str, set[str]] = {
        "means": set(claim.means),
        "agent": kinds(claim.agents),
        "target": kinds(claim.targets),
        "status": {claim.status},
    }
    return all(have[key] & set(wanted) for key, wanted in when.items())


def kinds(parties: tuple[Party, ...]) -> set[str]:
    """Actor kinds of the parties, unknown ones left out."""
    return {party.kind for party in parties if party.kind is not None}


def _violence(claim: Claim) -> int | None:
    """UCDP: 1 state-based, 2 non-state, 3 one-sided against the unarmed; None when a side is unknown.

    A crowd is no organised side: neither what it does nor a fight with rioters has a place in UCDP.
    """
    agents, targets = kinds(claim.agents), kinds(claim.targets)
    if not agents & ORGANISED:
        return None
    if not targets & ORGANISED:
        return 3 if targets & UNARMED else None
    return 1 if STATES & (agents | targets) else 2
