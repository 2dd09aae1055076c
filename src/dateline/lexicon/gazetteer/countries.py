"""Which countries a text speaks of, by name, adjective or people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from dateline.lexicon.gazetteer.base import country_words, iso3_of
from dateline.lexicon.gazetteer.generic import barred
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import mapping

_AROUND = 40
"""Characters to either side that tell a short form from a word in a text all in capitals."""


def countries_in(text: str) -> Counter[str]:
    """Mentions of each country by ISO2: `Syrian troops left Syria` -> SY 2, `a car hit us` -> none."""
    return Counter(_counted(text))


@lru_cache(maxsize=64)
def _counted(text: str) -> Mapping[str, int]:
    # Asked for one text by several stages.
    known, reach = _unmistakable(), _reach()
    words = fold(text).split()
    counted: Counter[str] = Counter()
    free = 0
    for at, word in enumerate(words):
        if at < free or word not in reach:
            continue
        for n in range(reach[word], 0, -1):
            if iso2 := known.get(" ".join(words[at : at + n])):
                counted[iso2] += 1
                free = at + n
                break
    for hit in _acronym().finditer(text):
        around = text[max(0, hit.start() - _AROUND) : hit.end() + _AROUND]
        if any(letter.islower() for letter in around):
            counted[country_terms()[hit.group().lower()]] += 1
    return counted


@lru_cache(maxsize=1)
def _reach() -> dict[str, int]:
    """First word -> words of the longest term that it begins: `Democratic Republic of Congo` has four."""
    found: dict[str, int] = {}
    for term in _unmistakable():
        first, *more = term.split() or [""]
        found[first] = max(found.get(first, 0), 1 + len(more))
    return found


@lru_cache(maxsize=1)
def _unmistakable() -> dict[str, str]:
    """The terms that mean their country in whatever letters."""
    return {term: iso2 for term, iso2 in country_terms().items() if not {term, term[:-1]} & barred("word")}


@lru_cache(maxsize=1)
def country_terms() -> dict[str, str]:
    """ISO2 by folded name, adjective or people, and its possessive without an apostrophe (`syrias`)."""
    terms = {fold(word): iso2 for word, iso2 in country_words().items()}
    codes = {iso3: iso2 for iso2, iso3 in iso3_of().items()}
    for iso3, country in mapping("demonyms").items():
        for part in ("names", "adjectives", "people"):
            if iso3 in codes:
                terms.update((fold(word), codes[iso3]) for word in country.get(part, ()))
    return {**{f"{term}s": iso2 for term, iso2 in terms.items()}, **terms}


@lru_cache(maxsize=1)
def _acronym() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word.upper() for word in sorted(barred('word')))})\b")
