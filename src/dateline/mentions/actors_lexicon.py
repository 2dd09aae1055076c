"""What the words of a text are to actors: role nouns, countries, named bodies, known persons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from dateline.lexicon.load import entries, mapping
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import Hit, Matcher, Word
from dateline.lexicon.registry_states import country_matcher

ItemKind = Literal["body", "country", "role", "person"]
SHOUT = 0.7
"""Share of capitals among letters above which a text is all-capitals wire copy (MUC has 0.97, prose 0.05)."""


@cache
def words_of(name: str) -> frozenset[str]:
    """One of the closed sets of actor_words_sets.yaml."""
    return frozenset(mapping("actor_words_sets")[name].replace("'", "").split())


class Item(NamedTuple):
    """One meaningful stretch of words `[first, last)` of a text."""

    kind: ItemKind
    first: int
    last: int
    values: tuple[str, ...]
    """Actor ids, `ISO3/field`, or one role."""
    link: str | None = None
    """The word that makes it a mere relation (`backed`, `held`, `anti`), or None."""


@lru_cache(maxsize=1)
def role_matcher() -> Matcher:
    """Role nouns of actor_words.yaml; values are roles."""
    matcher = Matcher()
    for entry in entries("actor_words"):
        for noun in entry["words"]:
            matcher.add(noun.lower(), entry["role"])
    return matcher


@lru_cache(maxsize=1)
def person_matcher() -> Matcher:
    """Persons of persons.yaml; values are actor ids."""
    matcher = Matcher()
    for actor, names in mapping("persons").items():
        for name in names:
            matcher.add(name, actor)
    return matcher


def shouts(text: str) -> bool:
    """True if `text` is in capitals throughout, so that capitals say nothing."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.isupper, text)) / letters > SHOUT


def is_sure(actor: str) -> bool:
    """True if the name means the actor anywhere, not only in reports about its country."""
    return not actor.endswith("?")


def items(
    text: str, listed: Sequence[Word], *, shouting: bool, keep: Callable[[str], bool] | None = None
) -> list[Item]:
    """The items among `listed` words, in order; a longer name hides what lies inside it.

    `keep` says which actor ids a name may stand for here; by default all.
    """
    found: list[tuple[ItemKind, Hit]] = []
    for hit in registry().matcher.find(listed, shouting=shouting):
        values = tuple(v for v in hit.values if keep is None or keep(v))
        if values:
            found.append(("body", hit._replace(values=values)))
    found += [("person", h) for h in person_matcher().find(listed, shouting=shouting)]
    found += [("country", h) for h in country_matcher().find(listed, shouting=shouting)]
    found += [("role", h) for h in role_matcher().find(listed, shouting=shouting)]
    rank = {"body": 0, "person": 1, "country": 2, "role": 3}
    found.sort(key=lambda f: (-(f[1].last - f[1].first), rank[f[0]], f[1].first))
    taken: set[int] = set()
    kept = []
    for kind, hit in found:
        place = range(hit.first, hit.last)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(Item(kind, hit.first, hit.last, hit.values, _link(text, listed, hit)))
    return sorted(kept, key=lambda item: item.first)


def _link(text: str, listed: Sequence[Word], hit: Hit) -> str | None:
    if hit.last < len(listed) and listed[hit.last].key in words_of("links"):
        return listed[hit.last].key
    if (
        hit.first
        and listed[hit.first - 1].key in words_of("sides")
        and listed[hit.first].start - listed[hit.first - 1].end <= 1
    ):
        return listed[hit.first - 1].key
    return None
