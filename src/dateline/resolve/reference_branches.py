"""Branches that go by the name of the body above them: `al-Qaeda's Syrian affiliate`, `a branch of ISIS`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.lexicon.registry import registry
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import Item, words_of

if TYPE_CHECKING:
    from dateline.resolve.reference import Scene

REACH = 4
"""Words after a name within which it may turn out to be the name of a branch."""


def branches_of(scene: Scene) -> dict[int, str | None]:
    """By the first word of each name that stands for a branch of its body: that branch, or None where neither
    the words nor the report say which."""
    made: dict[int, str | None] = {}
    if not any(word.key in words_of("branches") for word in scene.words):
        return made
    for place, item in enumerate(scene.items):
        mother = item.values[0]
        if mother.startswith("group:") and item.link is None and _is_branch(item, scene):
            made[item.first] = _meant(mother, set(_lands(place, scene)), scene)
    return made


def _is_branch(item: Item, scene: Scene) -> bool:
    """True if a noun such as `affiliate` follows, or stands before with `of`."""
    nouns, between = words_of("branches"), words_of("before_branches")
    lands = {i for other in scene.items if other.kind == "country" for i in range(other.first, other.last)}
    for i, word in enumerate(scene.words[item.last : item.last + REACH], item.last):
        if word.key in nouns:
            return True
        if word.key not in between and i not in lands:
            break
    before = [w.key for w in scene.words[max(item.first - 3, 0) : item.first] if w.key != "the"]
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in nouns


def _lands(place: int, scene: Scene) -> Iterator[str]:
    """Countries named beside the name: `Syria's al-Qaeda affiliate`, `al-Qaeda's Yemeni branch`."""
    item = scene.items[place]
    for other in scene.items[max(place - 1, 0) : place + 2]:
        near = other.last == item.first or item.last <= other.first < item.last + REACH
        if other.kind == "country" and near:
            yield best_country(other)[0]


def _meant(mother: str, lands: set[str], scene: Scene) -> str | None:
    """The branch at home in the land that is named, else the only one the report names, else the report's."""
    children = [actor for actor in registry() if actor.of == mother]
    at_home = [a.id for a in children if not lands.isdisjoint(a.countries)]
    named = {item.values[0] for item in scene.items if item.kind == "body"}
    told = [a.id for a in children if a.id in named]
    here = [a.id for a in children if scene.located in a.countries]
    for able in (at_home, told, here):
        if len(able) == 1 and (able is at_home or not lands):
            return able[0]
    return None
