"""Which body every agent, target and source is: by its words, the document, and the act."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.claims.record import Claim, Party, Source, SourceKind
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.registry import agency_of, registry, spelled_out
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_phrase import PRONOUNS
from dateline.mentions.record import Mentions
from dateline.resolve.actors_acts import Act, country_where
from dateline.resolve.actors_choice import choose
from dateline.resolve.actors_fought import HIMSELF, foes_named
from dateline.resolve.actors_groups import NAMED, NOBODY, UNLISTED, Choice, is_belligerent
from dateline.resolve.actors_pairs import pair_of
from dateline.resolve.actors_parted import parted
from dateline.resolve.actors_weighed import Weighed, is_settled, weighed
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory


def resolve_actors(claims: Sequence[Claim], *, parse: Parse, mentions: Mentions) -> tuple[Claim, ...]:
    """The claims with actor, name, kind and rule set on every party and source that can be known."""
    read, scene, memory = read_by_rules(claims, parse=parse, mentions=mentions)
    found = weighed(read, scene, memory)
    return foes_named([_again(claim, i, found, scene) for i, claim in enumerate(read)], scene)


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
    sources = tuple(_source(source, claim, scene, memory) for source in claim.attribution)
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
            others=tuple(p.span for p in opposed),
            beside=tuple(p.span for p in parties),
            speaker=speaker,
        )
        parts = (p for whole in parties for p in parted(whole, scene))
        sides[role] = tuple(party for part in parts for party in _parties(part, act, scene, memory))
    return _tidied(
        dataclasses.replace(claim, attribution=sources, agents=sides["agents"], targets=sides["targets"])
    )


def _again(claim: Claim, index: int, found: Weighed, scene: Scene) -> Claim:
    """The claim with the bodies that its parties turned out to be once all were weighed."""
    where = country_where(claim)
    agents, targets = (
        tuple(
            _filled(party, found[index, role, k], where, scene) if (index, role, k) in found else party
            for k, party in enumerate(parties)
        )
        for role, parties in (("agents", claim.agents), ("targets", claim.targets))
    )
    if (agents, targets) != (claim.agents, claim.targets):
        claim = dataclasses.replace(claim, agents=agents, targets=targets)
    return _no_one_fights_himself(_tidied(claim))


def _tidied(claim: Claim) -> Claim:
    """The claim without parties that say nothing more, or stand on the other side, or are its ground."""
    agents, targets = _on_one_side(claim.agents, claim.targets)
    targets = tuple(party for party in targets if not _is_ground(party, claim))
    agents, targets = _named_once(agents), _named_once(targets)
    if (agents, targets) == (claim.agents, claim.targets):
        return claim
    return dataclasses.replace(claim, agents=agents, targets=targets)


def _named_once(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """`The army said it had shelled`: the pronoun adds nobody beside a name, nor `we` after `we`.

    Of pronouns that came out as another body than the names beside them five in six were misread.
    """
    named = any(p.actor and not _is_pronoun(p) for p in parties)
    kept: list[Party] = []
    for party in parties:
        if _is_pronoun(party) and (named or party.actor in {p.actor for p in kept} - {None}):
            continue
        kept.append(party)
    return tuple(kept)


def _is_pronoun(party: Party) -> bool:
    """True of `us`, not of `US`."""
    return party.text.lower() in PRONOUNS and party.text != "US"


def _on_one_side(
    agents: tuple[Party, ...], targets: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """A body that came out on both sides stays where the grammar has it: hardly anybody fights himself."""
    both = {p.actor for p in agents} & {p.actor for p in targets} - {None}
    for actor in sorted(both, key=str):
        sure = [any(_by_grammar(p) for p in side if p.actor == actor) for side in (agents, targets)]
        if sure == [True, False]:
            targets = tuple(p for p in targets if p.actor != actor)
        elif sure == [False, True]:
            agents = tuple(p for p in agents if p.actor != actor)
    return agents, targets


def _no_one_fights_himself(claim: Claim) -> Claim:
    """`Government troops repelled extremist forces`: of two parties that came out as one body of fighters the
    one whose words do not name it is unknown."""
    if claim.action not in action_set("against_others"):
        return claim
    both = {p.actor for p in claim.agents} & {p.actor for p in claim.targets} - {None}
    fighters = {actor for actor in both if actor is not None and is_belligerent(actor)}
    if not fighters:
        return claim
    named = [any(_is_named(p) for p in side if p.actor in fighters) for side in (claim.agents, claim.targets)]
    if named[0] == named[1]:
        return claim
    agents, targets = (
        side if known else tuple(_unknown(p) if p.actor in fighters else p for p in side)
        for side, known in zip((claim.agents, claim.targets), named, strict=True)
    )
    return dataclasses.replace(claim, agents=agents, targets=targets)


def _is_named(party: Party) -> bool:
    """True if the party's own words say which body it is."""
    return is_settled(party.rule) or party.rule.endswith(", country.words")


def _unknown(party: Party) -> Party:
    return dataclasses.replace(party, actor=None, name=None, kind=None, rule=f"{party.rule}, {HIMSELF}")


def _is_ground(party: Party, claim: Claim) -> bool:
    """True for the town of `seized Orvane`: where it was, and nobody it was done to."""
    named = party.actor is None and party.text.split()[-1][:1].isupper()
    return named and any(party.span.covers(p.span) or p.span.covers(party.span) for p in claim.places)


def _by_grammar(party: Party) -> bool:
    return party.rule.startswith(("model+parse", "parse"))


def _parties(party: Party, act: Act, scene: Scene, memory: Memory) -> tuple[Party, ...]:
    """The party with its body, once for each of two."""
    found = pair_of(scene.phrase(party.span), act, scene)
    found = found or (choose(party.span, act, scene=scene, memory=memory),)
    return tuple(_filled(party, choice, act.country, scene) for choice in found)


def _filled(party: Party, choice: Choice, country: str | None, scene: Scene) -> Party:
    entry = registry().get(choice.actor) if choice.actor else None
    return dataclasses.replace(
        party,
        actor=choice.actor,
        name=entry.name if entry else spelled_out(choice.actor) if choice.actor else None,
        kind=_kind(choice, country, scene) if entry else None,
        rule=", ".join(filter(None, (party.rule, choice.rule))),
    )


def _kind(choice: Choice, country: str | None, scene: Scene) -> str | None:
    """ACLED's inter code label; a state's forces outside their own country are external forces."""
    assert choice.actor is not None
    entry = registry().get(choice.actor)
    where = country or scene.located
    home = country_of(choice.actor)
    if entry and entry.kind == "state_forces" and home and where and home != where:
        return "external_forces"
    return entry.kind if entry else None


def _source(source: Source, claim: Claim, scene: Scene, memory: Memory) -> Source:
    if source.span is None:
        return source
    choice = choose(source.span, Act(action=None, role="source", at=claim.span), scene=scene, memory=memory)
    if choice.actor is None and (agency := agency_of(source.text)):
        choice = Choice(agency, NAMED)
    if source.kind == "monitor" and choice.actor and is_belligerent(choice.actor):
        # `The Britain-based group said`: who counts the dead is none of those who fight.
        choice = NOBODY
    entry = registry().get(choice.actor) if choice.actor else None
    side = entry.side if entry and entry.side else _side(choice.actor)
    rule = ", ".join(filter(None, (source.rule, choice.rule)))
    kind = _kind_told(source, choice) or source.kind
    return dataclasses.replace(source, kind=kind, actor=choice.actor, side=source.side or side, rule=rule)


def _kind_told(source: Source, choice: Choice) -> SourceKind | None:
    """The kind of a source whose words name a body but say of no kind: `the JNIM said`; None to leave it."""
    if (
        choice.actor is None
        or "official.default" not in source.rule
        or not choice.rule.endswith((NAMED, UNLISTED))
    ):
        return None
    entry = registry().get(choice.actor)
    if choice.actor.startswith("group:"):
        return "armed_group"
    if choice.actor.startswith("outlet:"):
        return "media"
    return "monitor" if entry and choice.actor.startswith("org:") and entry.kind == "civilians" else None


def _side(actor: str | None) -> str | None:
    """A body of a state or an armed group speaks for itself; others take no side by the registry."""
    if actor is None:
        return None
    head, _, role = actor.partition(":")
    if head.isupper():
        return (
            actor
            if role in ("government", "military", "police", "intelligence", "militia", "rebels")
            else None
        )
    return actor if head == "group" else None
