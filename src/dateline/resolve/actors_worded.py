"""A party's words without the act they run into: `Russian` of `Russian air strikes`, which are no body."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from dateline.claims.record import Claim, Party
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.mentions.actors import SILENT
from dateline.mentions.actors_lexicon import Item, words_of
from dateline.mentions.actors_phrase import PRONOUNS
from dateline.resolve.reference import Scene


def worded(claims: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims with their parties' words cut before an act; without agents that are nothing but one."""
    acts = sorted({claim.span for claim in claims if claim.action not in action_set("standing")})
    return tuple(_worded(claim, acts, scene) for claim in claims)


def _worded(claim: Claim, acts: Sequence[Span], scene: Scene) -> Claim:
    agents = tuple(_bodies(claim.agents, acts, scene, drop=True))
    targets = tuple(_bodies(claim.targets, acts, scene, drop=False))
    if (agents, targets) == (claim.agents, claim.targets):
        return claim
    return dataclasses.replace(claim, agents=agents, targets=targets)


def _bodies(parties: Sequence[Party], acts: Sequence[Span], scene: Scene, *, drop: bool) -> Iterator[Party]:
    for party in parties:
        inside = [act for act in acts if party.span.covers(act)]
        if not inside or inside[-1].end != party.span.end:
            yield party
            continue
        start = max([party.span.start, *(act.end for act in inside[:-1])])
        items = [item for item in scene.items_in(Span(start, inside[-1].start)) if _names(item)]
        if items and all(item.link not in words_of("sides") for item in items):
            span = _said(items, start, inside[-1].start, scene)
            yield dataclasses.replace(party, span=span, text=scene.text[span.start : span.end])
        elif items or party.actor is not None or not drop:
            yield party


def _said(items: Sequence[Item], start: int, act: int, scene: Scene) -> Span:
    """The words of `items`, with a possessive before them and what ties them to the act (`US-led`)."""
    first, end = scene.span_of(items[0]).start, scene.span_of(items[-1]).end
    if scene.text[start:first].strip().lower() in PRONOUNS:
        first = start
    return Span(first, end if items[-1].link is None else end + len(scene.text[end:act].rstrip()))


def _names(item: Item) -> bool:
    return not (item.kind == "role" and item.values[0] in SILENT | {"person"})
