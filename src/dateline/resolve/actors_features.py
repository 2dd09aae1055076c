"""What speaks for a party being each of the bodies it may be, as one row of numbers per body."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import ACTOR_CLASSES, Scores, action_number
from dateline.claims.record import Party
from dateline.claims.triggers_features import POS
from dateline.lexicon.actions import group_number
from dateline.lexicon.registry_match import words_in
from dateline.lexicon.registry_states import ROLES, country_of
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_acts import country_where
from dateline.resolve.actors_cast import Cast, Member, class_of
from dateline.resolve.actors_foes import on_one_side
from dateline.resolve.actors_groups import is_many

if TYPE_CHECKING:
    from spacy.tokens import Token

Rows = NDArray[np.float32]
FAR = 30
"""Sentences to a body that is not named on that side."""
NONE_BEFORE = 20
"""Rank of a body that is not named before the party."""
OPENING = 250
"""Characters of headline and lead."""
LIKELIEST = 2
"""Classes of each head of the encoder that are offered."""
RULES = tuple(
    (
        "registry country.words country.report country.only country.place country.publisher country.people "
        "country@ person@ anaphora@ group.only group.near speaker encoder foe"
    ).split()
)
"""How the rules found a body: beginnings of `Choice.rule`."""
KINDS = tuple(
    sorted({*ROLES, *"pronoun body country ruler people armed collective member person force thing".split()})
)
WORDS = tuple("we they it he who him them their its his i".split())
UNRESOLVED, NOBODY = ACTOR_CLASSES.index("unresolved"), ACTOR_CLASSES.index("none")


@dataclass(frozen=True, slots=True)
class Asked:
    """One party of one claim whose body is to be weighed."""

    index: int
    """The claim's, in the cast."""
    role: str
    party: Party
    phrase: Phrase
    head: Token
    others: frozenset[str]
    """Bodies of the other role."""
    same: frozenset[str]
    """Bodies of the other parties of this role."""
    actor: Scores
    """By class, what the encoder says of the head word."""
    expected: Scores
    """By class, whom the encoder expects in the role."""


def asked_of(cast: Cast, index: int, role: str, place: int) -> Asked:
    """Party number `place` in the role of claim `index`, with what is known of it."""
    claim, parse = cast.claims[index], cast.scene.parse
    assert parse.evidence is not None
    sides = {"agents": claim.agents, "targets": claim.targets}
    party = sides[role][place]
    phrase = cast.scene.phrase(party.span)
    head = (parse.tokens_in(phrase.head) or parse.tokens_in(party.span))[-1]
    other = "targets" if role == "agents" else "agents"
    return Asked(
        index=index,
        role=role,
        party=party,
        phrase=phrase,
        head=head,
        others=frozenset(p.actor for p in sides[other] if p.actor),
        same=frozenset(p.actor for k, p in enumerate(sides[role]) if k != place and p.actor),
        actor=parse.evidence.actor[head.i],
        expected=cast.expected[role][index],
    )


def bodies_for(asked: Asked, cast: Cast) -> tuple[str, ...]:
    """Who the party may be: whom the rules chose, every named body, the likely roles of likely states."""
    phrase, given = asked.phrase, asked.party.actor
    likely = {
        ACTOR_CLASSES[k] for head in (asked.actor, asked.expected) for k in np.argsort(-head)[:LIKELIEST]
    }
    roles = {phrase.role, *likely} & ROLES.keys()
    if phrase.role in ("country", "ruler"):
        roles |= {"government", "military"}
    states = {*cast.countries, country_where(cast.claims[asked.index]), phrase.country}
    states |= {country_of(given)} if given else set()
    made = {f"{iso}:{role}" for iso in states - {None} for role in roles}
    named = {actor for actor in cast.named if not (is_many(phrase) and actor.startswith("group:"))}
    foe_to = _who_has_enemies(asked, cast)
    able = {actor for actor in made | named if foe_to is None or not on_one_side(actor, foe_to)}
    return tuple(sorted(able | ({given} if given else set())))


def _who_has_enemies(asked: Asked, cast: Cast) -> str | None:
    """Who speaks of `the enemy`, where the party is called so; else None."""
    scene, span = cast.scene, asked.party.span
    if words_of("foes").isdisjoint(word.key for word in words_in(scene.text, *span)):
        return None
    told = cast.claims[asked.index].attribution
    return told[-1].actor if told else scene.author_at(span.start)


def body_rows(asked: Asked, bodies: Sequence[str], cast: Cast) -> Rows:
    """(bodies, features)."""
    party = _party(asked, cast)
    members = [cast.member(actor) for actor in bodies]
    parts = zip(
        _kinds(asked, members, cast),
        _told(asked, members, cast),
        _does(asked, members, cast),
        cast.likeness.of(asked.party.span, asked.head.i, bodies),
        strict=True,
    )
    own = np.array([[*chain.from_iterable(each)] for each in parts], np.float32)
    # What is said of the party itself is the same in every row, and made numbers once.
    return np.concatenate((np.tile(np.array(party, np.float32), (len(own), 1)), own), axis=1)


def _party(asked: Asked, cast: Cast) -> tuple[float, ...]:
    """The party itself: how the rules took it, its words, what the encoder says, the event."""
    party, phrase, claim = asked.party, asked.phrase, cast.claims[asked.index]
    rule = party.rule.partition(", ")[2]
    pos = asked.head.pos_
    actor, expected = asked.actor.tolist(), asked.expected.tolist()
    return (
        next((k for k, start in enumerate(RULES) if rule.startswith(start)), -1),
        party.actor is None,
        class_of(party.actor) if party.actor else -1,
        KINDS.index(phrase.role) if phrase.role in KINDS else -1,
        phrase.definite,
        phrase.country is not None,
        WORDS.index(phrase.word) if phrase.word in WORDS else -1,
        POS.index(pos) if pos in POS else -1,
        party.span.end - party.span.start,
        party.span.start - claim.span.start,
        "parse" in party.rule,
        asked.role == "agents",
        group_number(claim.action),
        action_number(claim.action),
        len(cast.named),
        max(actor),
        actor.index(max(actor)),
        actor[UNRESOLVED],
        max(expected),
        expected[NOBODY],
        expected[UNRESOLVED],
    )


def _kinds(asked: Asked, members: Sequence[Member], cast: Cast) -> Iterator[tuple[float, ...]]:
    """What kind of body each is, and of which country, beside what the words and the encoder say."""
    phrase, given, located = asked.phrase, asked.party.actor, cast.scene.located
    place, own = country_where(cast.claims[asked.index]), class_of(given) if given is not None else None
    role = f":{phrase.role}" if phrase.role in ROLES else None
    alike = Counter(member.kind for member in members)
    # No class is -1, and neither has a score.
    actor, expected = [*asked.actor.tolist(), -1.0], [*asked.expected.tolist(), -1.0]
    for member in members:
        kind, homes = member.kind, member.homes
        yield (
            member.actor == given,
            kind,
            actor[kind],
            expected[kind],
            kind == own,
            role is not None and member.actor.endswith(role),
            homes[:1] == (located,),
            place in homes,
            phrase.country in homes,
            member.spoken_of,
            alike[kind],
        )


def _told(asked: Asked, members: Sequence[Member], cast: Cast) -> Iterator[tuple[float, ...]]:
    """Where the report names each, seen from the party."""
    scene, (start, end) = cast.scene, asked.party.span
    here, latest = cast.sentences[asked.index], cast.latest(start)
    introduced, author = cast.introduced(asked.index), scene.author_at(start)
    for member in members:
        at = member.starts
        before, after = bisect_left(at, start), bisect_left(at, end)
        yield (
            len(at),
            member.often,
            member.rank,
            here - scene.sentence_at(at[before - 1]) if before else FAR,
            scene.sentence_at(at[after]) - here if after < len(at) else FAR,
            latest.get(member.actor, NONE_BEFORE),
            before < after,
            bool(at) and at[0] < OPENING,
            member.actor in introduced,
            member.actor == author,
        )


def _does(asked: Asked, members: Sequence[Member], cast: Cast) -> Iterator[tuple[float, ...]]:
    """What the claims have each do, the party itself not counted."""
    role, group = asked.role, group_number(cast.claims[asked.index].action)
    other = "targets" if role == "agents" else "agents"
    beside, last = cast.beside(asked.index, role), cast.before(asked.index)
    harmed = {party.actor for party in last.targets} if last is not None else set()
    times, roles, fights = cast.times, cast.roles, cast.fights
    for actor in (member.actor for member in members):
        own = asked.party.actor == actor
        pairs = [(actor, x) if role == "agents" else (x, actor) for x in asked.others]
        yield (
            actor in asked.others,
            actor in asked.same,
            times.get((actor, role), 0) - own,
            roles.get((actor, role, group), 0) - own,
            times.get((actor, other), 0),
            actor in beside,
            actor in harmed,
            max([fights.get(pair, 0) - own for pair in pairs], default=-1),
        )
