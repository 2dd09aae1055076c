"""Those aboard what a state's forces lost: `a Malian helicopter crashed, killing all five on board`."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from dateline.claims.record import Claim, Party
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.resolve.actors_acts import country_where
from dateline.resolve.actors_bodies import with_body
from dateline.resolve.actors_groups import Choice
from dateline.resolve.reference import Scene

ABOARD = "aboard@"
"""Begins the rule of those aboard; the characters of the craft follow."""
NEAR = 1
"""Sentences back in which the craft is told of."""
FORCES = (":military", ":police")
_ABOARD = re.compile(r"\W*(?:who (?:was|were) )?(?:on board|aboard|on it)\b", re.I)


def with_crews(claims: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims with the owner of a craft for each victim aboard whom no words name."""
    lost = [claim for claim in claims if claim.action in ("destroy", "bombing", "airstrike", "shelling")]
    return tuple(_with_crew(claim, lost, scene) for claim in claims)


def _with_crew(claim: Claim, lost: Sequence[Claim], scene: Scene) -> Claim:
    if claim.action not in action_set("harms") or not any(_is_aboard(p, scene) for p in claim.targets):
        return claim
    craft = next(_crafts(claim, lost, scene), None)
    if craft is None:
        return claim
    choice = Choice(str(craft.actor), f"{ABOARD}{craft.span.start}-{craft.span.end}")
    where = country_where(claim)
    targets = tuple(
        with_body(party, choice, where, scene) if _is_aboard(party, scene) else party
        for party in claim.targets
    )
    return dataclasses.replace(claim, targets=targets)


def _is_aboard(party: Party, scene: Scene) -> bool:
    """True for unknown people before `on board` or `aboard`."""
    known = party.actor is not None or scene.phrase(party.span).role not in ("person", "unknown")
    return not known and _ABOARD.match(scene.text, party.span.end) is not None


def _crafts(claim: Claim, lost: Sequence[Claim], scene: Scene) -> Iterator[Party]:
    """Of forces of a state, what the nearest claim before has lost, in the sentence or the one before it."""
    start = scene.sentence_start(claim.span.start, back=NEAR)
    near = [one for one in lost if Span(start, claim.span.start).covers(one.span)]
    for one in sorted(near, key=lambda told: -told.span.start):
        yield from (party for party in one.targets if (party.actor or "").endswith(FORCES))
