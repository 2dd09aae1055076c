"""The encoder's vote on who a phrase is, where neither its words nor the document decide."""

from __future__ import annotations

from dateline.annotate.evidence import ACTOR_CLASSES
from dateline.lexicon.registry_states import ROLES
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_groups import Choice
from dateline.resolve.reference import Scene

SURE = 0.6
"""Least probability of a state role that counts. On dev gold the present weights reach it for no open
phrase (benchmarks/actors): they agree that what the rules leave open is open."""
OPEN_ROLES = frozenset(["unknown", "person", "member", "thing", "collective"])
"""Roles the encoder may fill; what the grammar calls armed or a pronoun stays what the document says."""


def voted(phrase: Phrase, scene: Scene, place: str | None = None) -> Choice | None:
    """The likeliest country in the role the encoder is sure of for the head word, or None.

    `place` is the country that the act is in.
    """
    evidence = scene.parse.evidence
    if evidence is None or scene.located is None or phrase.role not in OPEN_ROLES:
        return None
    tokens = scene.parse.tokens_in(phrase.head)
    if not tokens:
        return None
    scores = evidence.actor[tokens[-1].i]
    best = int(scores.argmax())
    role = ACTOR_CLASSES[best]
    if role not in ROLES or float(scores[best]) < SURE:
        return None
    iso = phrase.country or scene.whose.likeliest(phrase.span.start, role, place)
    return Choice(f"{iso}:{role}", "encoder")
