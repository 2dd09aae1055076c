"""Two sides told as one: `both sides`, `the two armies`, `each other`, by the claim that tells of both."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
MUTUAL = ("each other", "one another")
STATE_ENDS = (":military", ":government", ":police")
Pair = tuple[Party, Party]


@dataclass(frozen=True)
class _Told:
    """What stands before a claim: the claims, nearest first, and the two that fight most in the report."""

    scene: Scene
    before: Sequence[Claim]
    foes: Pair | None


def with_sides(claims: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims with both bodies in place of each party that means two that an earlier claim sets apart."""
    order = sorted(range(len(claims)), key=lambda i: claims[i].span)
    made = list(claims)
    foes = _foes(claims)
    for at, index in enumerate(order):
        if any(_means_two(party, scene) for party in (*made[index].agents, *made[index].targets)):
            told = _Told(scene, [made[i] for i in reversed(order[:at])], foes)
            made[index] = _with_sides(made[index], told)
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


def _with_sides(claim: Claim, told: _Told) -> Claim:
    agents = tuple(body for one in claim.agents for body in _bodies(one, "agents", claim, told))
    claim = dataclasses.replace(claim, agents=_once(agents))
    targets = tuple(body for one in claim.targets for body in _bodies(one, "targets", claim, told))
    return dataclasses.replace(claim, targets=_once(targets))


def _bodies(party: Party, role: str, claim: Claim, told: _Told) -> tuple[Party, ...]:
    if not _means_two(party, told.scene):
        return (party,)
    act = Act(action=claim.action, role=role, at=claim.span)
    mutual = _is_mutual(party, told.scene)
    pair = _each_other(party, claim, told) if mutual else _two(party, claim, told)
    found = tuple(_choice(one, act) for one in pair or ())
    if not found and _word(party, told.scene) in words_of("two_forces"):
        found = _neighbours(party, told.scene)
    country = country_where(claim)
    return tuple(with_body(party, choice, country, told.scene) for choice in found) or (party,)


def _means_two(party: Party, scene: Scene) -> bool:
    """True for `both sides` and `each other`; not for `both guards and rebels`, nor where two are known."""
    said = {word.key for word in words_in(scene.text, *party.span)}
    kinds = words_of("two_sides") | words_of("whole_states")
    dual = not words_of("dual").isdisjoint(said) and _word(party, scene) in kinds
    goes_on = scene.text[party.span.end :].startswith(" and ")
    return _is_mutual(party, scene) or (dual and PAIR not in party.rule and not goes_on)


def _is_mutual(party: Party, scene: Scene) -> bool:
    said = [word.key for word in words_in(scene.text, party.span.start, party.span.end + len(" another"))]
    return " ".join(said[:2]) in MUTUAL and len(party.text.split()) <= 2


def _word(party: Party, scene: Scene) -> str:
    """The last word of a party."""
    return next((word.key for word in reversed(words_in(scene.text, *party.span))), "")


def _each_other(party: Party, claim: Claim, told: _Told) -> Pair | None:
    """The two who do it: each of them has it done to him. Of what two accuse each other both did."""
    above = (one for one in told.before if any(party.span == other.span for other in one.targets))
    named = [one for one in claim.agents if one.actor] or [p for c in above for p in c.agents if p.actor]
    return (named[0], named[1]) if len(named) == 2 else None


def _two(party: Party, claim: Claim, told: _Told) -> Pair | None:
    """The two of the nearest claim that sets two apart, else those who fight most; none of those who act
    beside the party or ask it, and such as its word can mean: `armies` are no governments, `countries` no
    groups."""
    near = (pair for one in told.before for pair in _pairs(one, claim, told.scene))
    beside = {one.actor for one in claim.agents if one.span != party.span}
    asking = (one for one in (claim, *told.before) if any(t.span == party.span for t in one.targets))
    mediators = {one.actor for asks in asking for one in asks.agents if one.span != party.span}
    able = (p for p in (*near, told.foes) if p and mediators.isdisjoint(one.actor for one in p))
    pair = next((p for p in able if p == told.foes or not {one.actor for one in p} <= beside), None)
    if pair is None:
        return None
    word, actors = _word(party, told.scene), [str(one.actor) for one in pair]
    if word in words_of("whole_states") and not all(map(country_of, actors)):
        return None
    if word in words_of("private") and any(map(country_of, actors)):
        return None  # `both factions` are no states
    if word in words_of("two_forces") and any(actor.endswith(":government") for actor in actors):
        return None
    return pair


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
