"""Whose men those are that somebody lost: `the navy lost eight men`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dateline.claims.record import Claim, Party
from dateline.claims.syntax import objects, surface_subjects
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set
from dateline.lexicon.registry_states import country_of
from dateline.resolve.actors_acts import country_where
from dateline.resolve.actors_bodies import with_body
from dateline.resolve.actors_groups import Choice, never_fights
from dateline.resolve.reference import Scene

LOST = "lost@"
"""Begins the rule of those whom somebody lost; his characters follow."""


def with_losses(claims: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims with the loser's body for each victim whom no words name."""
    return tuple(_with_loss(claim, scene) for claim in claims)


def _with_loss(claim: Claim, scene: Scene) -> Claim:
    open_ones = [p for p in claim.targets if p.actor is None and scene.phrase(p.span).role == "person"]
    if claim.action not in action_set("harms") or not open_ones:
        return claim
    verbs = [t for t in scene.parse.tokens_in(claim.span) if t.lemma_ in mapping("roles")["losing_verbs"]]
    for verb in verbs:
        losers, lost = ({t.idx for t in found} for found in (surface_subjects(verb), objects(verb)))
        owner = next((p for p in claim.targets if p.actor and _holds(p, losers)), None)
        if owner is not None and not never_fights(str(owner.actor)):
            choice = _forces_of(owner)
            targets = tuple(
                with_body(p, choice, country_where(claim), scene) if p in open_ones and _holds(p, lost) else p
                for p in claim.targets
            )
            return dataclasses.replace(claim, targets=targets)
    return claim


def _holds(party: Party, starts: set[int]) -> bool:
    return any(party.span.start <= at < party.span.end for at in starts)


def _forces_of(owner: Party) -> Choice:
    """A state that loses men loses soldiers."""
    actor, rule = str(owner.actor), f"{LOST}{owner.span.start}-{owner.span.end}"
    return Choice(f"{country_of(actor)}:military" if actor.endswith(":government") else actor, rule)
