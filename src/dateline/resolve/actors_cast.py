"""The bodies of one report after a first reading: where each is named, what the claims have it do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from dateline.annotate.evidence import ACTOR_CLASSES
from dateline.claims.record import Claim
from dateline.lexicon.actions import group_number
from dateline.lexicon.registry_states import country_of
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory

COUNTRIES = 3
"""Countries the report speaks of most, whose bodies may be meant."""


class Cast:
    """Who is in a report, by its names and by what the rules made of its claims."""

    def __init__(self, scene: Scene, memory: Memory, claims: Sequence[Claim]) -> None:
        self.scene, self.memory, self.claims = scene, memory, claims
        self.order = sorted(range(len(claims)), key=lambda i: claims[i].span)
        self.rank = {i: k for k, i in enumerate(self.order)}
        self.sentences = [scene.sentence_at(claim.span.start) for claim in claims]

    @cached_property
    def named(self) -> dict[str, list[int]]:
        """Where each body is named, in text order; outlets are none."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for body in self.scene.bodies:
            found[body.actor].add(body.span.start)
        for mention in self.scene.mentions.actors:
            if mention.actor is not None and (country_of(mention.actor) or mention.actor not in found):
                found[mention.actor].add(mention.span.start)
        return {actor: sorted(at) for actor, at in found.items() if not actor.startswith("outlet:")}

    @cached_property
    def _namings(self) -> list[tuple[int, str]]:
        return sorted(((at, actor) for actor, starts in self.named.items() for at in starts), reverse=True)

    def latest(self, at: int) -> list[str]:
        """Bodies named before `at`, the last one first."""
        return list(dict.fromkeys(actor for start, actor in self._namings if start < at))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries that the report speaks of most."""
        told = self.scene.countries
        return tuple(sorted(told, key=lambda iso: (-told[iso], iso))[:COUNTRIES])

    def share(self, actor: str) -> float:
        """What the report says of a body's country, as a share of what it says of its main one."""
        told = self.scene.countries
        return max((told.get(iso, 0.0) for iso in self.homes(actor)), default=0.0) / max(
            (*told.values(), 1e-9)
        )

    def homes(self, actor: str) -> tuple[str, ...]:
        """The countries of a body, of a state's body its state."""
        state = country_of(actor)
        return (state,) if state else self.scene.home(actor)

    @cached_property
    def roles(self) -> Counter[tuple[str, str, int]]:
        """How often each body is in a role of an action group, by the rules."""
        return Counter(
            (party.actor, role, group_number(claim.action))
            for claim in self.claims
            for role in ("agents", "targets")
            for party in getattr(claim, role)
            if party.actor
        )

    @cached_property
    def times(self) -> Counter[tuple[str, str]]:
        """How often each body is in a role at all."""
        made: Counter[tuple[str, str]] = Counter()
        for (actor, role, _), count in self.roles.items():
            made[actor, role] += count
        return made

    @cached_property
    def fights(self) -> Counter[tuple[str, str]]:
        """How often one body does something to another."""
        return Counter(
            (by.actor, of.actor)
            for claim in self.claims
            for by in claim.agents
            for of in claim.targets
            if by.actor and of.actor
        )

    @cached_property
    def subjects(self) -> dict[int, set[int]]:
        """Where phrases that are subjects begin, by sentence."""
        made: defaultdict[int, set[int]] = defaultdict(set)
        for referent in self.memory.referents:
            if referent.subject:
                made[referent.sentence].add(referent.span.start)
        return made

    def before(self, index: int) -> Claim | None:
        """The claim before claim `index` in the text."""
        place = self.rank[index]
        return self.claims[self.order[place - 1]] if place else None

    def beside(self, index: int, role: str) -> set[str | None]:
        """Who is in the role in the other claims of the sentence."""
        here = self.sentences[index]
        return {
            party.actor
            for other, claim in enumerate(self.claims)
            if other != index and self.sentences[other] == here
            for party in getattr(claim, role)
        }

    def introduces(self, at: int, actor: str) -> bool:
        """True if a subject of this sentence or the one before it names the body."""
        here = self.scene.sentence_at(at)
        told = self.subjects.get(here, set()) | self.subjects.get(here - 1, set())
        return not told.isdisjoint(self.named.get(actor, ()))


def class_of(actor: str) -> int:
    """Index in ACTOR_CLASSES of what a body is: a state's role, `group` or `org`."""
    left, _, right = actor.partition(":")
    name = left if left in ("group", "org") else right
    return ACTOR_CLASSES.index(name) if name in ACTOR_CLASSES else -1
