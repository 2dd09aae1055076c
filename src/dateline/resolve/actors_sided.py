"""Two sides told as one: `both sides`, `the two armies`, `each other`, by the claim that tells of both."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.claims.record import Claim, Party
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.registry_match import words_in
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import Item, words_of
from dateline.resolve.actors_acts import Act, country_where, state_role
from dateline.resolve.actors_bodies import with_body
from dateline.resolve.actors_groups import Choice, never_fights
from dateline.resolve.actors_pairs import PAIR
from dateline.resolve.reference import Scene

NEAR = 3
"""Sentences back in which the two are told of."""
STATE_ENDS = (":military", ":government")
Pair = tuple[Party, Party]


def with_sides(claims: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims with both bodies in place of each party that means two that an earlier claim sets apart."""
    order = sorted(range(len(claims)), key=lambda i: claims[i].span)
    made = list(claims)
    whole = _foes(claims)
    for at, index in enumerate(order):
        before = [made[i] for i in reversed(order[:at])]
        made[index] = _with_sides(made[index], before, whole, scene)
    return tuple(made)


def _foes(claims: Sequence[Claim]) -> Pair | None:
    """The two that fight each other most in the report; None where others do so as often."""
    counts: Counter[frozenset[str | None]] = Counter()
    first: dict[frozenset[str | None], Pair] = {}
    for claim in claims:
        for pair in _opposed(claim, "against_others", "two_sided"):
            key = frozenset(party.actor for party in pair)
            counts[key] += 1
            first.setdefault(key, pair)
    best = counts.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return first[best[0][0]]


def _with_sides(claim: Claim, before: Sequence[Claim], whole: Pair | None, scene: Scene) -> Claim:
    sides: dict[str, tuple[Party, ...]] = {"agents": claim.agents, "targets": claim.targets}
    for role, parties in tuple(sides.items()):
        sides[role] = tuple(
            body
            for party in parties
            for body in _bodies(party, role, claim, sides["agents"], scene, before=before, whole=whole)
        )
    if (sides["agents"], sides["targets"]) == (claim.agents, claim.targets):
        return claim
    return dataclasses.replace(claim, agents=_once(sides["agents"]), targets=_once(sides["targets"]))


def _bodies(
    party: Party,
    role: str,
    claim: Claim,
    agents: Sequence[Party],
    scene: Scene,
    *,
    before: Sequence[Claim],
    whole: Pair | None,
) -> tuple[Party, ...]:
    said = [word.key for word in words_in(scene.text, *party.span)]
    if " ".join(said[-2:]) in ("each other", "one another"):
        named = [one for one in agents if one.actor]
        pair = (named[0], named[1]) if len(named) == 2 and role == "targets" else None
    elif _are_two(said) and PAIR not in party.rule and not _goes_on(party, scene):
        near = (p for told in before for p in _pairs(told, claim, scene))
        beside = {one.actor for one in agents if one.span != party.span}
        pair = next((p for p in near if not {one.actor for one in p} <= beside), whole)
        if pair and said[-1] in words_of("whole_states"):
            pair = pair if all(country_of(str(one.actor)) for one in pair) else None
        armed = said[-1] in words_of("two_forces")
        if pair and armed and any((one.actor or "").endswith(":government") for one in pair):
            pair = None
        if pair is None and armed and (lands := _neighbours(party, scene)):
            country = country_where(claim)
            return tuple(with_body(party, choice, country, scene) for choice in lands)
    else:
        return (party,)
    if pair is None:
        return (party,)
    act = Act(action=claim.action, role=role, at=claim.span)
    country = country_where(claim)
    return tuple(with_body(party, _choice(one, act), country, scene) for one in pair)


def _neighbours(party: Party, scene: Scene) -> tuple[Choice, ...]:
    """The armies of two countries whose border the sentence names: `along the Thai-Cambodian border`."""
    here = scene.sentence_at(party.span.start)
    told = [item for item in scene.items if item.kind == "country"]
    for one, other in pairwise(told):
        gap = Span(scene.span_of(one).end, scene.span_of(other).start)
        joined = scene.sentence_at(gap.start) == here and scene.text[gap.start : gap.end] in ("-", "–")
        if joined and best_country(one)[0] != best_country(other)[0]:
            return tuple(_of_land(item, scene) for item in (one, other))
    return ()


def _of_land(item: Item, scene: Scene) -> Choice:
    span = scene.span_of(item)
    return Choice(f"{best_country(item)[0]}:military", f"{PAIR}{span.start}-{span.end}")


def _goes_on(party: Party, scene: Scene) -> bool:
    """True for `both guards and rebels`."""
    return scene.text[party.span.end :].startswith(" and ")


def _are_two(said: Sequence[str]) -> bool:
    told = words_of("two_sides") | words_of("whole_states")
    return not words_of("dual").isdisjoint(said) and said[-1] in told


def _pairs(told: Claim, claim: Claim, scene: Scene) -> Iterator[Pair]:
    """The two bodies of a claim near by that tells of just two."""
    if scene.sentence_at(claim.span.start) - scene.sentence_at(told.span.start) > NEAR:
        return
    yield from _opposed(told, "against_others", "two_sided", "blaming")


def _opposed(told: Claim, *sets: str) -> Iterator[Pair]:
    """The two bodies of a claim of an action of these sets that has just two, on two sides or beside each
    other."""
    agents, targets = _distinct(told.agents), _distinct(told.targets)
    if len(agents) == len(targets) == 1 and agents[0].actor != targets[0].actor:
        if any(told.action in action_set(name) for name in sets):
            yield agents[0], targets[0]
    elif len(agents) == 2 and not targets and told.action in action_set("two_sided") | {"agree"}:
        yield agents[0], agents[1]


def _distinct(parties: Sequence[Party]) -> list[Party]:
    return list({party.actor: party for party in parties if _may_oppose(party.actor)}.values())


def _may_oppose(actor: str | None) -> bool:
    return actor is not None and not never_fights(actor) and not actor.endswith(":civilians")


def _choice(body: Party, act: Act) -> Choice:
    """The body, as the state's army or government where the act asks for the other."""
    actor = str(body.actor)
    iso, role = country_of(actor), state_role(act, "country")
    if iso and role and actor.endswith(STATE_ENDS):
        actor = f"{iso}:{role}"
    return Choice(actor, f"{PAIR}{body.span.start}-{body.span.end}")


def _once(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Nobody twice by the same words."""
    return tuple({(party.span, party.actor): party for party in parties}.values())
