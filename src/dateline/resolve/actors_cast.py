"""The bodies of one report after a first reading: where each is named, what the claims have it do."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dateline.annotate.evidence import ACTOR_CLASSES, PARTY_HEADS, Scores, means_in
from dateline.claims.record import Claim
from dateline.document import Span
from dateline.lexicon.actions import group_number
from dateline.lexicon.registry_states import country_of
from dateline.resolve.actors_alike import Likeness
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory

COUNTRIES = 3
"""Countries the report speaks of most, whose bodies may be meant."""


@dataclass(frozen=True, slots=True)
class Member:
    """What is known of a body wherever in the report it may be meant."""

    actor: str
    kind: int
    """Index in ACTOR_CLASSES, or -1."""
    homes: tuple[str, ...]
    """Its countries, of a state's body its state."""
    starts: Sequence[int]
    """Where it is named, in text order."""
    spoken_of: float
    """What the report says of its country, as a share of what it says of its main one."""
    often: float
    """How often it is named, as a share of how often the body is that is named most."""
    rank: int
    """Its place among the report's groups, or -1."""


class Cast:
    """Who is in a report, by its names and by what the rules made of its claims."""

    def __init__(self, scene: Scene, memory: Memory, claims: Sequence[Claim]) -> None:
        self.scene, self.memory, self.claims = scene, memory, claims
        self.order = sorted(range(len(claims)), key=lambda i: claims[i].span)
        self.rank = {i: k for k, i in enumerate(self.order)}
        self.sentences = [scene.sentence_at(claim.span.start) for claim in claims]
        self._members: dict[str, Member] = {}

    def member(self, actor: str) -> Member:
        """What is known of a body, named or not."""
        if actor not in self._members:
            self._members[actor] = self._member(actor)
        return self._members[actor]

    def _member(self, actor: str) -> Member:
        told, groups, starts = self.scene.countries, self.scene.groups, self.named.get(actor, ())
        state = country_of(actor)
        homes = (state,) if state else self.scene.home(actor)
        return Member(
            actor=actor,
            kind=class_of(actor),
            homes=homes,
            starts=starts,
            spoken_of=max((told.get(iso, 0.0) for iso in homes), default=0.0) / max((*told.values(), 1e-9)),
            often=len(starts) / max(map(len, self.named.values()), default=1),
            rank=groups.index(actor) if actor in groups else -1,
        )

    @cached_property
    def expected(self) -> dict[str, Scores]:
        """(claims, ACTOR_CLASSES) for both roles: whom the encoder expects there."""
        parse = self.scene.parse
        assert parse.evidence is not None
        words = [parse.tokens_in(claim.span) for claim in self.claims]
        first, last = np.array([(held[0].i, held[-1].i + 1) for held in words]).T
        heads = (parse.evidence.agents, parse.evidence.targets)
        return {role: means_in(head, first, last) for role, head in zip(PARTY_HEADS, heads, strict=True)}

    @cached_property
    def named(self) -> dict[str, list[int]]:
        """Where each body is named, in text order; outlets are none."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for body in self.scene.bodies:
            found[body.actor].add(body.span.start)
        known = frozenset(found)
        for mention in self.scene.mentions.actors:
            if mention.actor is not None and self._may_name(mention.actor, known):
                found[mention.actor].add(mention.span.start)
        return {actor: sorted(at) for actor, at in found.items() if not actor.startswith("outlet:")}

    def _may_name(self, actor: str, known: frozenset[str]) -> bool:
        """True for a body that the scene leaves out, of a state only where the report speaks of the state."""
        state = country_of(actor)
        return actor not in known if state is None else self.scene.countries.get(state, 0.0) > 0

    @cached_property
    def likeness(self) -> Likeness:
        """How alike words of the report are to those that name its bodies."""
        return Likeness(self.scene, self.named, self._words)

    def naming(self, actor: str, at: int) -> Span | None:
        """The words nearest to `at` that name the body; None for one that is named nowhere."""
        starts = self.named.get(actor)
        return self._words[min(starts, key=lambda start: abs(start - at))] if starts else None

    def may_be_told(self, actor: str, at: int) -> bool:
        """False for a group that no words name from the heading above `at` on: it opens another front."""
        blocks = self.scene.parse.document.blocks
        block = next((b for b in blocks if b.span.start <= at < b.span.end), None)
        if block is None or block.heading is None or not actor.startswith("group:"):
            return True
        first = blocks[block.heading].span.start
        return any(first <= start <= at for start in self.named.get(actor, ()))

    @cached_property
    def _words(self) -> dict[int, Span]:
        """The words of each naming, by where they begin."""
        mentions = (m.span for m in self.scene.mentions.actors if m.actor is not None)
        return {span.start: span for span in (*mentions, *(body.span for body in self.scene.bodies))}

    @cached_property
    def _namings(self) -> list[tuple[int, str]]:
        return sorted((at, actor) for actor, starts in self.named.items() for at in starts)

    def latest(self, at: int) -> dict[str, int]:
        """The bodies named before `at`, the last one first, each with its place in that order."""
        before = self._namings[: bisect.bisect_left(self._namings, (at,))]
        return {actor: k for k, actor in enumerate(dict.fromkeys(actor for _, actor in reversed(before)))}

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries that the report speaks of most."""
        told = self.scene.countries
        return tuple(sorted(told, key=lambda iso: (-told[iso], iso))[:COUNTRIES])

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

    def before(self, index: int) -> Claim | None:
        """The claim before claim `index` in the text."""
        place = self.rank[index]
        return self.claims[self.order[place - 1]] if place else None

    @cached_property
    def _of_sentence(self) -> dict[int, list[int]]:
        made: defaultdict[int, list[int]] = defaultdict(list)
        for index, sentence in enumerate(self.sentences):
            made[sentence].append(index)
        return made

    def beside(self, index: int, role: str) -> set[str | None]:
        """Who is in the role in the other claims of the sentence."""
        others = (self.claims[k] for k in self._of_sentence[self.sentences[index]] if k != index)
        return {party.actor for claim in others for party in getattr(claim, role)}

    @cached_property
    def _introduced(self) -> dict[int, set[str]]:
        """By sentence, the bodies that its subjects name."""
        naming: defaultdict[int, list[str]] = defaultdict(list)
        for start, actor in self._namings:
            naming[start].append(actor)
        made: defaultdict[int, set[str]] = defaultdict(set)
        for referent in self.memory.referents:
            if referent.subject:
                made[referent.sentence].update(naming.get(referent.span.start, ()))
        return made

    def introduced(self, index: int) -> set[str]:
        """The bodies that a subject of the claim's sentence or of the one before it names."""
        here = self.sentences[index]
        return self._introduced.get(here, set()) | self._introduced.get(here - 1, set())


def class_of(actor: str) -> int:
    """Index in ACTOR_CLASSES of what a body is: a state's role, `group` or `org`."""
    left, _, right = actor.partition(":")
    name = left if left in ("group", "org") else right
    return ACTOR_CLASSES.index(name) if name in ACTOR_CLASSES else -1
