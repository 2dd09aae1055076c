"""Which place changes hands, from whom to whom, if the claim is true."""

from __future__ import annotations

from dateline.claims.record import HAPPENED, LOCATING_ROLES, Claim, Effect, Party
from dateline.lexicon.actions import action_set


def effects_of(claim: Claim) -> tuple[Effect, ...]:
    """One effect for each place the event is at; none for what has not happened or holds no ground."""
    if claim.status not in HAPPENED or claim.action not in action_set("changes_hands"):
        return ()
    agent, target = _one(claim.agents), _one(claim.targets)
    before, after = _change(claim.action, agent, target)
    if before is None and after is None:
        return ()
    roles = (*LOCATING_ROLES, "from") if claim.action in action_set("leaves") else LOCATING_ROLES
    return tuple(
        Effect(place=k, before=before, after=after)
        for k, place in enumerate(claim.places)
        if place.role in roles and not place.inherited
    )


def _change(action: str, agent: str | None, target: str | None) -> tuple[str | None, str | None]:
    if action == "withdraw":
        return agent, None
    if action == "hold":
        return None, agent
    if action == "hand_over":
        return agent, target
    return target, agent


def _one(parties: tuple[Party, ...]) -> str | None:
    known = [party.actor for party in parties if party.actor is not None]
    return known[0] if known else None
