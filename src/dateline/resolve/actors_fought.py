"""Whom a body fights by the report's other claims: the foe of one that came out on both sides of a fight."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from dateline.claims.record import Claim, Party
from dateline.lexicon.actions import action_set
from dateline.resolve.actors_acts import country_where
from dateline.resolve.actors_bodies import with_body
from dateline.resolve.actors_groups import Choice, is_belligerent
from dateline.resolve.reference import Scene

HIMSELF = "not.himself"
"""Ends the rule of a party whose body came out on the other side too, and whose words do not name it."""
FOUGHT = "foe.fought"
"""Ends it where the report's other claims tell the foe."""
REGULAR = frozenset(["military", "police"])
"""Roles of nouns that mean a state's own men."""
IRREGULAR = frozenset(["armed", "rebels", "militia", "collective"])
"""Roles of nouns that mean none of a state's."""


def foes_named(claims: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims with the foe in place of each party that is known only not to be who it fights."""
    fights = _fights(claims)
    return tuple(_with_foe(claim, fights, scene) for claim in claims)


def _fights(claims: Sequence[Claim]) -> Counter[tuple[str, str]]:
    """How often the claims have two bodies fight, either way."""
    made: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        if claim.action not in action_set("against_others"):
            continue
        pairs = {(by.actor, of.actor) for by in claim.agents for of in claim.targets}
        for one, other in pairs:
            if one and other and one != other and is_belligerent(one) and is_belligerent(other):
                made[one, other] += 1
                made[other, one] += 1
    return made


def _with_foe(claim: Claim, fights: Counter[tuple[str, str]], scene: Scene) -> Claim:
    agents, targets = (
        tuple(_told(party, others, fights, country_where(claim), scene) for party in side)
        for side, others in ((claim.agents, claim.targets), (claim.targets, claim.agents))
    )
    if (agents, targets) == (claim.agents, claim.targets):
        return claim
    return dataclasses.replace(claim, agents=agents, targets=targets)


def _told(
    party: Party, others: Sequence[Party], fights: Counter[tuple[str, str]], country: str | None, scene: Scene
) -> Party:
    if not party.rule.endswith(HIMSELF):
        return party
    role = scene.phrase(party.span).role
    bodies = {other.actor for other in others if other.actor}
    counts = {
        foe: count
        for (one, foe), count in fights.items()
        if one in bodies and foe not in bodies and _may_be(foe, role)
    }
    best = max(counts.values(), default=0)
    foes = [foe for foe, count in counts.items() if count == best]
    if len(foes) != 1:
        return party
    return with_body(party, Choice(foes[0], FOUGHT), country, scene)


def _may_be(actor: str, role: str) -> bool:
    """True if a noun of the role can mean the body: soldiers are a state's, militants are not."""
    regular = actor.endswith(":military")
    return not (role in REGULAR and not regular) and not (role in IRREGULAR and regular)
