"""Who a party is, weighed: the rules' answer against every other body that the report offers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import numpy as np

from dateline.annotate.trees import Trees, trees
from dateline.claims.record import Claim
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.registry_match import words_in
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_acts import Act
from dateline.resolve.actors_cast import Cast
from dateline.resolve.actors_features import Asked, asked_of, bodies_for, body_rows
from dateline.resolve.actors_foes import INVADER, OPPONENTS, on_one_side, teller_against
from dateline.resolve.actors_groups import (
    LAND,
    NAMED,
    STRANGER,
    UNLISTED,
    Choice,
    are_several_rebels,
    is_another,
    is_named_beside,
    is_of_people,
    never_fights,
)
from dateline.resolve.actors_pairs import PAIR
from dateline.resolve.actors_peoples import PEOPLE
from dateline.resolve.actors_sworn import SWORN
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory

GIVEN = 0.45
"""Least chance of a body that the rules do not give (these three: training/joint, corpora apart)."""
AHEAD = 0.1
"""How much likelier than the rules' answer another body must be to take its place."""
KEPT = 0.08
"""Least chance at which the rules' answer stands."""
SETTLED = (
    f", {NAMED}",
    f", {UNLISTED}",
    f", {STRANGER.rule}",
    f", {INVADER}",
    f", {OPPONENTS}",
    f", {SWORN}",
)
"""Ends of the rules of parties whose own words say who they are, or that they are nobody here: there is
nothing to weigh."""
_ANTECEDENT = re.compile(r"anaphora@(\d+)-(\d+)$")
RULING = (":government", ":military", ":police", ":intelligence")
"""Ends of the ids of a state's own bodies."""
BEARING_ARMS = frozenset(["armed", "militia", "rebels"])
"""Roles of the words for those who bear arms."""
Weighed = dict[tuple[int, str, int], Choice]
"""Who a party is, by claim, role and its number there."""


def weighed(claims: Sequence[Claim], scene: Scene, memory: Memory) -> Weighed:
    """Who the trees say that parties are, where that is not what the rules say.

    Without trees or encoder these are none.
    """
    weigher = trees("bodies")
    if weigher is None or scene.parse.evidence is None or not claims:
        return {}
    cast = Cast(scene, memory, claims)
    asked = dict(parties_of(cast))
    likeliest = _likeliest(list(asked.values()), cast, weigher)
    return {
        key: Choice(actor, _rule(actor, one, cast))
        for (key, one), actor in zip(asked.items(), likeliest, strict=True)
        if actor != one.party.actor
        and not is_told_beside(actor, one)
        and not _only_watches(actor, one, cast)
        and not _is_apart(actor, one.phrase, scene)
        and not _blames_itself(actor, one, cast)
        and not _is_speakers(one, cast)
    }


def _only_watches(actor: str | None, one: Asked, cast: Cast) -> bool:
    """True for a monitor or outlet that would have done what only armed bodies do."""
    act = Act(action=cast.claims[one.index].action, role=one.role)
    return actor is not None and act.by_fighters and never_fights(actor)


def _is_apart(actor: str | None, phrase: Phrase, scene: Scene) -> bool:
    """True for a group that no sentence beside the phrase names, and for one of `the rebel groups` or of a
    people: `Amhara militiamen`.

    Without rules such a group was right in 16 of 44 parties, and a man who shot a doctor was al-Qaeda's
    because another report of the same page was on al-Qaeda (gold apart and unseen reports).
    """
    if actor is None or not actor.startswith("group:"):
        return False
    if are_several_rebels(phrase) or (phrase.role in BEARING_ARMS and is_of_people(phrase, scene)):
        return True
    if is_another(phrase, scene):
        return True
    return phrase.role != "pronoun" and not is_named_beside(phrase, actor, scene)


def _is_speakers(one: Asked, cast: Cast) -> bool:
    """True for the `it` of who says so, which nobody else is: `Orvane said it had shot down two jets`."""
    speaker = next((source.span for source in cast.claims[one.index].attribution[-1:]), None)
    own = words_in(cast.scene.text, *one.party.span)[:1]
    told = _ANTECEDENT.search(one.party.rule)
    if speaker is None or told is None or not own or own[0].key not in ("it", "its"):
        return False
    return speaker.overlaps(Span(int(told[1]), int(told[2])))


def _blames_itself(actor: str | None, one: Asked, cast: Cast) -> bool:
    """True for a state that would accuse itself: `Orvane accused the South of firing first`."""
    claim = cast.claims[one.index]
    if actor is None or one.role != "targets" or claim.action not in action_set("told"):
        return False
    state = country_of(actor)
    return actor.endswith(RULING) and any(
        p.actor is not None and p.actor.endswith(RULING) and country_of(p.actor) == state
        for p in claim.agents
    )


def is_told_beside(actor: str | None, one: Asked) -> bool:
    """`the army and backing forces`: a second party is not made the body that the first is."""
    return actor is not None and actor in one.same


def _rule(actor: str | None, one: Asked, cast: Cast) -> str:
    """What chose the body, and the nearest words that name it."""
    named = cast.naming(actor, one.party.span.start) if actor else None
    return f"bodies.trees@{named.start}-{named.end}" if named else "bodies.trees"


def parties_of(cast: Cast) -> Iterator[tuple[tuple[int, str, int], Asked]]:
    """Every party that its own words do not settle."""
    for index, claim in enumerate(cast.claims):
        for role, parties in (("agents", claim.agents), ("targets", claim.targets)):
            for place, party in enumerate(parties):
                if not is_settled(party.rule):
                    yield (index, role, place), asked_of(cast, index, role, place)


def is_settled(rule: str) -> bool:
    """True where a party's own words say who it is: there is nothing to weigh."""
    return rule.endswith(SETTLED) or any(f", {told}" in rule for told in (LAND, PEOPLE, PAIR))


def _likeliest(asked: Sequence[Asked], cast: Cast, weigher: Trees) -> list[str | None]:
    offered = [_able(bodies_for(one, cast), one, cast) for one in asked]
    rows = [body_rows(one, bodies, cast) for one, bodies in zip(asked, offered, strict=True) if bodies]
    chances = iter(weigher.probability(np.concatenate(rows)).tolist() if rows else ())
    return [
        chosen(dict(zip(bodies, islice(chances, len(bodies)), strict=True)), one.party.actor)
        for one, bodies in zip(asked, offered, strict=True)
    ]


def _able(bodies: Sequence[str], one: Asked, cast: Cast) -> list[str]:
    """Those of `bodies` that the words may mean: no embassy is of the state that the report plays in, no
    `jihadists` are on the side of who calls them so, and no guerrillas are a mere party or movement."""
    phrase, scene = one.phrase, cast.scene
    foreign = phrase.word in words_of("missions") and phrase.country is None
    foreign = foreign and words_in(scene.text, *phrase.span)[0].key != "our"
    said = {w.key for w in words_in(scene.text, *phrase.span)}
    armed = phrase.role in BEARING_ARMS and "party" not in said  # `party militants`
    teller = teller_against(phrase, next(iter(cast.claims[one.index].attribution[-1:]), None), scene)

    def is_able(actor: str) -> bool:
        if actor == one.party.actor:
            return True
        if armed and actor.startswith("group:") and not scene.armed(actor):
            return False
        at_home = foreign and country_of(actor) == scene.located
        told = teller is not None and on_one_side(actor, teller)
        return not at_home and not told and cast.may_be_told(actor, one.party.span.start)

    return [actor for actor in bodies if is_able(actor)]


def chosen(chance: Mapping[str, float], ruled: str | None) -> str | None:
    """The body of a party, by the chance of each that it may be and by whom the rules say it is."""
    best = max(chance, key=chance.__getitem__, default=None)
    if best is None:
        return None
    if ruled is None:
        return best if chance[best] >= GIVEN else None
    if chance[best] > chance[ruled] + AHEAD:
        return best
    return ruled if chance[ruled] >= KEPT else None
