"""Capitalised words that name no place, though some town of the gazetteer may bear them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.lexicon.gazetteer.generic import barred
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import mapping
from dateline.mentions.actors_lexicon import CURRENCIES, words_of
from dateline.mentions.places_words import Word

_APART = re.compile(r"[\s-]+")
_JOINS = frozenset({"and", "or"})


@cache
def adjectives() -> frozenset[str]:
    """Adjectives and peoples of countries, lower case: `syrian`, `syrians`."""
    listed: set[str] = set()
    for country in mapping("demonyms").values():
        for field in ("adjectives", "people", "peoples"):
            listed.update(word.lower() for word in country.get(field, ()))
    names = {name.lower() for country in mapping("demonyms").values() for name in country.get("names", ())}
    return frozenset(listed - names)


@lru_cache(maxsize=8192)
def no_place(name: str) -> bool:
    """True of a nationality, people or faith, of two (`Lebanese-Syrian`), a weapon, a seat of power."""
    if fold(name) in _barred() or name.lower() in adjectives():
        return True
    return all(part in adjectives() or part in _JOINS for part in _APART.split(name.lower()))


@cache
def _barred() -> frozenset[str]:
    singular = barred("weapon") | barred("people") | barred("seat")
    return singular | {f"{name}s" for name in singular}


def is_subject(words: list[Word], first: int, name: str) -> bool:
    """True of what an office is for: `Justice` in `Ministry of Justice`, `Ministry of Law and Justice`."""
    if first < 2 or fold(name) not in barred("subject"):
        return False
    before, earlier = words[first - 1].text.lower(), words[first - 2].text
    return before == "of" or (before in _JOINS and fold(earlier) in barred("subject"))


def is_money(words: list[Word], last: int) -> bool:
    """True of a country before `last` whose money is told: `US $5 million`, `5 million U.S. dollars`."""
    if last == len(words):
        return False
    word = words[last]
    return word.text.lower() in words_of("coins") or not CURRENCIES.isdisjoint(word.gap)


def is_ship(words: list[Word], first: int) -> bool:
    """True of `Ocean` in `HMS Ocean`, and of `HMS Ocean`."""
    return any(
        word.text.isupper() and fold(word.text) in barred("ship")
        for word in words[max(0, first - 1) : first + 1]
    )
