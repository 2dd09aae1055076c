"""Two states told as one: `the two countries`, `both governments`."""

from __future__ import annotations

from itertools import pairwise

from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import Item, words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_acts import Act, state_role
from dateline.resolve.actors_groups import Choice
from dateline.resolve.reference import Scene

PAIR = "pair@"
"""Begins the rule of one of two states; the characters where it is named follow."""
NEAR = 2
"""Sentences back in which both are named."""
JOINED = 8
"""Characters between two that are named together: ` and the `."""


def pair_of(phrase: Phrase, act: Act, scene: Scene) -> tuple[Choice, ...]:
    """Both of two states that a phrase means: those named together last before it, else the last two named.

    Empty for other phrases, and where fewer are named near by.
    """
    said = [word.key for word in words_in(scene.text, *phrase.span)]
    if words_of("dual").isdisjoint(said) or phrase.country or said[-1] not in words_of("two_states"):
        return ()
    role = state_role(act, "country") if said[-1] in words_of("whole_states") else "government"
    pair = _named(phrase.span.start, scene) if role else None
    return tuple(_choice(item, str(role), scene) for item in pair or ())


def _choice(item: Item, role: str, scene: Scene) -> Choice:
    span = scene.span_of(item)
    return Choice(f"{best_country(item)[0]}:{role}", f"{PAIR}{span.start}-{span.end}")


def _named(at: int, scene: Scene) -> tuple[Item, Item] | None:
    floor = scene.sentence_start(at, back=NEAR)
    told = [
        item for item in scene.items if item.kind == "country" and floor <= scene.span_of(item).start < at
    ]
    for one, other in reversed(list(pairwise(told))):
        between = scene.text[scene.span_of(one).end : scene.span_of(other).start]
        if _home(one) != _home(other) and len(between) <= JOINED and between.split()[:1] == ["and"]:
            return one, other
    last = told[-1:]
    apart = [item for item in told if last and _home(item) != _home(last[0])]
    return (apart[-1], last[0]) if apart else None


def _home(item: Item) -> str:
    return best_country(item)[0]
