"""What speaks for a party being each of the bodies it may be, as one row of numbers per body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import ACTIONS, ACTOR_CLASSES, Scores
from dateline.claims.record import Claim, Party
from dateline.claims.triggers_features import POS
from dateline.lexicon.actions import group_number
from dateline.lexicon.registry_states import ROLES, country_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_cast import Cast, class_of

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
    evidence = parse.evidence
    assert evidence is not None
    sides = {"agents": claim.agents, "targets": claim.targets}
    party = sides[role][place]
    phrase = cast.scene.phrase(party.span)
    head = (parse.tokens_in(phrase.head) or parse.tokens_in(party.span))[-1]
    words = parse.tokens_in(claim.span)
    inside = slice(words[0].i, words[-1].i + 1)
    other = "targets" if role == "agents" else "agents"
    return Asked(
        index=index,
        role=role,
        party=party,
        phrase=phrase,
        head=head,
        others=frozenset(p.actor for p in sides[other] if p.actor),
        same=frozenset(p.actor for k, p in enumerate(sides[role]) if k != place and p.actor),
        actor=evidence.actor[head.i],
        expected=(evidence.agents if role == "agents" else evidence.targets)[inside].mean(0),
    )


def bodies_for(asked: Asked, cast: Cast) -> tuple[str, ...]:
    """Who the party may be: whom the rules chose, every named body, the likely roles of likely states."""
    phrase, given = asked.phrase, asked.party.actor
    likely = {
        ACTOR_CLASSES[k] for head in (asked.actor, asked.expected) for k in np.argsort(-head)[:LIKELIEST]
    }
    roles = {phrase.role, *likely} & set(ROLES)
    if phrase.role in ("country", "ruler"):
        roles |= {"government", "military"}
    states = {*cast.countries, place_of(cast.claims[asked.index]), phrase.country}
    states |= {country_of(given)} if given else set()
    made = {f"{iso}:{role}" for iso in states - {None} for role in roles}
    return tuple(sorted(made | set(cast.named) | ({given} if given else set())))


def place_of(claim: Claim) -> str | None:
    """Country of the first place of a claim that has one."""
    return next((place.country for place in claim.places if place.country), None)


def body_rows(asked: Asked, bodies: Sequence[str], cast: Cast) -> Rows:
    """(bodies, features)."""
    party = _party(asked, cast)
    latest = cast.latest(asked.party.span.start)
    classes = [class_of(actor) for actor in bodies]
    rows = [
        (
            *party,
            *_kind(asked, actor, k, classes.count(k), cast),
            *_told(asked, actor, latest, cast),
            *_does(asked, actor, cast),
        )
        for actor, k in zip(bodies, classes, strict=True)
    ]
    return np.array(rows, np.float32)


def _party(asked: Asked, cast: Cast) -> tuple[float, ...]:
    """The party itself: how the rules took it, its words, what the encoder says, the event."""
    party, phrase, claim = asked.party, asked.phrase, cast.claims[asked.index]
    rule = party.rule.partition(", ")[2]
    pos = asked.head.pos_
    return (
        float(next((k for k, start in enumerate(RULES) if rule.startswith(start)), -1)),
        float(party.actor is None),
        float(class_of(party.actor) if party.actor else -1),
        float(KINDS.index(phrase.role) if phrase.role in KINDS else -1),
        float(phrase.definite),
        float(phrase.country is not None),
        float(WORDS.index(phrase.word) if phrase.word in WORDS else -1),
        float(POS.index(pos) if pos in POS else -1),
        float(party.span.end - party.span.start),
        float(party.span.start - claim.span.start),
        float("parse" in party.rule),
        float(asked.role == "agents"),
        float(group_number(claim.action)),
        float(ACTIONS.index(claim.action)),
        float(len(cast.named)),
        float(asked.actor.max()),
        float(asked.actor.argmax()),
        float(asked.actor[UNRESOLVED]),
        float(asked.expected.max()),
        float(asked.expected[NOBODY]),
        float(asked.expected[UNRESOLVED]),
    )


def _kind(asked: Asked, actor: str, kind: int, alike: int, cast: Cast) -> tuple[float, ...]:
    """What kind of body it is, and of which country, beside what the words and the encoder say."""
    scene, phrase, given = cast.scene, asked.phrase, asked.party.actor
    homes = cast.homes(actor)
    return (
        float(actor == given),
        float(kind),
        float(asked.actor[kind]) if kind >= 0 else -1.0,
        float(asked.expected[kind]) if kind >= 0 else -1.0,
        float(given is not None and kind == class_of(given)),
        float(phrase.role in ROLES and actor.endswith(f":{phrase.role}")),
        float(homes[:1] == (scene.located,)),
        float(place_of(cast.claims[asked.index]) in homes),
        float(phrase.country is not None and phrase.country in homes),
        cast.share(actor),
        float(alike),
    )


def _told(asked: Asked, actor: str, latest: Sequence[str], cast: Cast) -> tuple[float, ...]:
    """Where the report names it, seen from the party."""
    scene, span = cast.scene, asked.party.span
    at, here = cast.named.get(actor, []), cast.sentences[asked.index]
    before = [start for start in at if start < span.start]
    after = [start for start in at if start >= span.end]
    return (
        float(len(at)),
        len(at) / max(map(len, cast.named.values()), default=1),
        float(scene.groups.index(actor) if actor in scene.groups else -1),
        float(here - scene.sentence_at(before[-1]) if before else FAR),
        float(scene.sentence_at(after[0]) - here if after else FAR),
        float(latest.index(actor) if actor in latest else NONE_BEFORE),
        float(any(span.start <= start < span.end for start in at)),
        float(bool(at) and at[0] < OPENING),
        float(cast.introduces(cast.claims[asked.index].span.start, actor)),
        float(actor == scene.author_at(span.start)),
    )


def _does(asked: Asked, actor: str, cast: Cast) -> tuple[float, ...]:
    """What the claims have it do, the party itself not counted."""
    claim, role = cast.claims[asked.index], asked.role
    other = "targets" if role == "agents" else "agents"
    own = asked.party.actor == actor
    last = cast.before(asked.index)
    rivals = [cast.fights[(actor, x) if role == "agents" else (x, actor)] - own for x in asked.others]
    return (
        float(actor in asked.others),
        float(actor in asked.same),
        float(cast.times[actor, role] - own),
        float(cast.roles[actor, role, group_number(claim.action)] - own),
        float(cast.times[actor, other]),
        float(actor in cast.beside(asked.index, role)),
        float(last is not None and actor in {p.actor for p in last.targets}),
        float(max(rivals, default=-1)),
    )
