"""Which body every agent, target and source is: by its words, the document, and the act."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.claims.record import Claim, Party
from dateline.document import Span
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.registry_states import country_of
from dateline.mentions.record import Mentions
from dateline.resolve.actors_aboard import with_crews
from dateline.resolve.actors_acts import Act, country_where, is_told_where
from dateline.resolve.actors_bodies import with_body
from dateline.resolve.actors_choice import choose
from dateline.resolve.actors_fought import foes_named
from dateline.resolve.actors_groups import Choice
from dateline.resolve.actors_lost import with_losses
from dateline.resolve.actors_pairs import pair_of
from dateline.resolve.actors_parted import halves, parted
from dateline.resolve.actors_sided import with_sides
from dateline.resolve.actors_speaking import speaking
from dateline.resolve.actors_tidied import no_one_fights_himself, tidied
from dateline.resolve.actors_weighed import Weighed, weighed
from dateline.resolve.actors_worded import worded
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory


def resolve_actors(claims: Sequence[Claim], *, parse: Parse, mentions: Mentions) -> tuple[Claim, ...]:
    """The claims with actor, name, kind and rule set on every party and source that can be known."""
    read, scene, memory = read_by_rules(claims, parse=parse, mentions=mentions)
    found = weighed(read, scene, memory)
    known = foes_named([_again(claim, i, found, scene) for i, claim in enumerate(read)], scene)
    return worded(with_losses(with_crews(with_sides(known, scene), scene), scene), scene)


def read_by_rules(
    claims: Sequence[Claim], *, parse: Parse, mentions: Mentions
) -> tuple[tuple[Claim, ...], Scene, Memory]:
    """The claims as the rules alone resolve them, and what they know of the document."""
    placed = ((fold(p.text), p.country) for claim in claims for p in claim.places if p.country)
    scene = Scene(parse, mentions, placed)
    memory = Memory(scene)
    # Reading order: a pronoun may stand for a body that an earlier claim's words decided.
    order = sorted(range(len(claims)), key=lambda i: claims[i].span)
    made: dict[int, Claim] = {}
    for i in order:
        made[i] = _resolved(claims[i], scene, memory)
    return tuple(made[i] for i in range(len(claims))), scene, memory


def actor_of(
    span: Span,
    *,
    parse: Parse,
    mentions: Mentions,
    action: str | None = None,
    role: str | None = None,
) -> str | None:
    """The actor id of the words at `span`, in the `role` (`agents`, `targets`, `source`) of an `action`."""
    scene = Scene(parse, mentions)
    return choose(span, Act(action=action, role=role or "agents"), scene=scene, memory=Memory(scene)).actor


def _resolved(claim: Claim, scene: Scene, memory: Memory) -> Claim:
    sources = tuple(speaking(source, claim, scene, memory) for source in claim.attribution)
    speaker = sources[-1] if sources else None
    place = country_where(claim)
    sides: dict[str, tuple[Party, ...]] = {}
    for role in ("agents", "targets"):
        parties, opposed = claim.agents, claim.targets
        if role == "targets":
            parties, opposed = opposed, parties
        act = Act(
            action=claim.action,
            role=role,
            at=claim.span,
            country=place,
            told_there=is_told_where(claim),
            others=tuple(p.span for p in opposed),
            beside=tuple(p.span for p in parties),
            speaker=speaker,
        )
        sides[role] = tuple(p for whole in parties for p in _all_of(whole, act, scene, memory))
    return tidied(
        dataclasses.replace(claim, attribution=sources, agents=sides["agents"], targets=sides["targets"]),
        scene.text,
    )


def _again(claim: Claim, index: int, found: Weighed, scene: Scene) -> Claim:
    """The claim with the bodies that its parties turned out to be once all were weighed."""
    where = country_where(claim)
    agents, targets = (
        tuple(
            with_body(party, found[index, role, k], where, scene) if (index, role, k) in found else party
            for k, party in enumerate(parties)
        )
        for role, parties in (("agents", claim.agents), ("targets", claim.targets))
    )
    if (agents, targets) != (claim.agents, claim.targets):
        claim = dataclasses.replace(claim, agents=agents, targets=targets)
    return no_one_fights_himself(tidied(claim, scene.text))


def _all_of(whole: Party, act: Act, scene: Scene, memory: Memory) -> tuple[Party, ...]:
    """The party's parts with their bodies; states that share a noun are in its role: the Kenyans of `Kenyan
    and Ugandan commanders` are no government."""
    parts = list(parted(whole, scene))
    found = tuple(party for part in parts for party in _parties(part, act, scene, memory))
    role = (found[-1].actor or "").partition(":")[2] if country_of(found[-1].actor or "") else ""
    if len(parts) == 1 or not role:
        return found
    return tuple(_in_role(party, role, act, scene) for party in found)


def _in_role(party: Party, role: str, act: Act, scene: Scene) -> Party:
    state = country_of(party.actor or "")
    if state is None or party.actor == f"{state}:{role}":
        return party
    return with_body(
        dataclasses.replace(party, rule=""), Choice(f"{state}:{role}", party.rule), act.country, scene
    )


def _parties(party: Party, act: Act, scene: Scene, memory: Memory) -> tuple[Party, ...]:
    """The party with its body, once for each of two."""
    found = pair_of(scene.phrase(party.span), act, scene)
    if not found:
        two = [(half, choose(half.span, act, scene=scene, memory=memory)) for half in halves(party, scene)]
        if len({choice.actor for _, choice in two} - {None}) == 2:
            return tuple(with_body(half, choice, act.country, scene) for half, choice in two)
        found = (choose(party.span, act, scene=scene, memory=memory),)
    return tuple(with_body(party, choice, act.country, scene) for choice in found)
