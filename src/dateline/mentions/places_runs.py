"""Names in a row that have lost the comma between them: `Idlib Syria`, `Hama Aleppo`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dateline.lexicon.gazetteer import generic_words, open_gazetteer
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.mentions.places_features import Scene
from dateline.mentions.places_spans import Stretch, cue_words, name_of
from dateline.mentions.places_words import Word

TOWN = 50_000
"""Inhabitants from which a town stands in such a row without more."""


def apart(scene: Scene, words: list[Word], stretch: Stretch) -> tuple[Stretch, ...]:
    """The names of a row that no source holds as one; the stretch itself where any part of it is none.

    All have to lie in one country that the text speaks of: `Marion Orvane` is mostly a person.
    """
    first, last = stretch.first, stretch.last
    if stretch.known or last - first < 2 or any(scene.label(w) == "PERSON" for w in words[first:last]):
        return (stretch,)
    for lands in (frozenset({iso2}) for iso2 in sorted(scene.countries)):
        if found := tuple(_names(words, first, last, lands)):
            return found
    return (stretch,)


def _names(words: list[Word], first: int, last: int, lands: frozenset[str]) -> Iterator[Stretch]:
    """The words as names, the first as long as may be; none where some part is no name."""
    for middle in range(last, first, -1):
        text = name_of(words, first, middle)
        if _tells_kind(words[first].text) or not lands & _great(text):
            continue
        rest = tuple(_names(words, middle, last, lands)) if middle < last else ()
        if middle == last or rest:
            yield Stretch(first, middle, text, open_gazetteer().lookup(text, tiers=(1, 2)))
            yield from rest
            return


def _tells_kind(word: str) -> bool:
    low = word.lower()
    return low in generic_words() or low in site_nouns() or cue_words().get(low) == "direction"


@lru_cache(maxsize=4096)
def _great(name: str) -> frozenset[str]:
    """The countries that are so called, or hold a province or large town of that name."""
    return frozenset(
        c.place.iso2
        for c in open_gazetteer().lookup(name, tiers=(1, 2))
        if c.place.kind in ("country", "admin1") or (c.place.kind == "place" and c.place.population >= TOWN)
    )
