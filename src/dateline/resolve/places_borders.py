"""Borders of countries that a text names: `the Orvane-Mora border`, `Orvane's border with Mora`."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.claims.record import Place
from dateline.document import Span
from dateline.lexicon.gazetteer import country_terms, open_gazetteer
from dateline.lexicon.gazetteer.borders import Border, border, border_words
from dateline.lexicon.gazetteer.keys import fold
from dateline.resolve.geometry import Area
from dateline.resolve.places_beside import placed

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_JOINS = re.compile(r"\s*[-–/]\s*|\s+and\s+(?:the\s+)?", re.I)
_WITH = re.compile(
    r"\s+(?:(?:between|with|separating|dividing|of|from|to)\s+)(?:the\s+)?(?:neighbou?ring\s+)?", re.I
)
LONGEST = 4
"""Words of the longest country's name: `Democratic Republic of Congo`."""


class Bordering(NamedTuple):
    """Words that name a border, the countries on its two sides by ISO2, and where it is."""

    span: Span
    sides: tuple[str, str]
    where: Border


class _Said(NamedTuple):
    start: int
    end: int
    iso2: str


def borders_in(text: str, countries: Counter[str]) -> tuple[Bordering, ...]:
    """Every border that a text names, in order; of one named by one side alone, the other is the country
    among its neighbours that the text speaks of most."""
    found: list[Bordering] = []
    lowered = text.lower()
    if not any(word in lowered for word in border_words()):
        return ()
    words = [Span(*hit.span()) for hit in _WORD.finditer(text)]
    for at, word in enumerate(words):
        if text[word.start : word.end].lower() not in border_words() or _is_site(text, words, at):
            continue
        told = [*_before(text, words, at), *_after(text, words, at)]
        sides = _sides([said.iso2 for said in told], countries)
        if sides is not None and (where := border(*sides)) is not None:
            ends = [(said.start, said.end) for said in told] + [(word.start, word.end)]
            span = Span(min(start for start, _ in ends), max(end for _, end in ends))
            found.append(Bordering(span, sides, where))
    return tuple(found)


def on_border(place: Place, line: Bordering) -> Place:
    """The place on the border: in the first of its countries, as far as anyone can tell, and a line long."""
    one, other = (open_gazetteer().country(iso2) for iso2 in line.sides)
    name = f"{one.name}-{other.name} border" if one and other else None
    held = dataclasses.replace(place, name=name, country=one.country if one else None, score=None)
    return placed(held, Area(*line.where), 3)


def _is_site(text: str, words: Sequence[Span], at: int) -> bool:
    after = words[at + 1 : at + 2]
    return any(text[w.start : w.end].lower() in border_words("spot") for w in after)


def _sides(told: Sequence[str], countries: Counter[str]) -> tuple[str, str] | None:
    named = list(dict.fromkeys(told))
    if len(named) >= 2:
        return named[0], named[1]
    if not named:
        return None
    beside = [iso2 for iso2, _ in countries.most_common() if border(named[0], iso2) is not None]
    return (beside[0], named[0]) if beside else None


def _before(text: str, words: Sequence[Span], at: int) -> Iterator[_Said]:
    """The countries right before the word `at`, the nearest last."""
    nearest = _ending(text, words, at)
    if nearest is None:
        return
    start = next(k for k, word in enumerate(words) if word.start == nearest.start)
    joined = start > 0 and _JOINS.fullmatch(text[words[start - 1].end : nearest.start])
    further = _ending(text, words, start) if joined else None
    if further is None and start > 1 and text[words[start - 1].start : words[start - 1].end].lower() == "and":
        further = _ending(text, words, start - 1)
    yield from (said for said in (further, nearest) if said is not None)


def _ending(text: str, words: Sequence[Span], end: int) -> _Said | None:
    """The longest name of a country that ends before the word `end`."""
    for first in range(max(0, end - LONGEST), end):
        said = _country(text, words, first, end)
        if said is not None:
            return said
    return None


def _after(text: str, words: Sequence[Span], at: int) -> Iterator[_Said]:
    """The countries that `between X and Y`, `with X` put after the word `at`."""
    start = words[at].end
    while (
        hit := _WITH.match(text, start) if start == words[at].end else _JOINS.match(text, start)
    ) is not None:
        first = next((k for k, word in enumerate(words) if word.start >= hit.end()), len(words))
        for last in range(min(len(words), first + LONGEST), first, -1):
            said = _country(text, words, first, last)
            if said is not None and said.start == hit.end():
                yield said
                start = said.end
                break
        else:
            return


def _country(text: str, words: Sequence[Span], first: int, last: int) -> _Said | None:
    if first >= last:
        return None
    start, end = words[first].start, words[last - 1].end
    iso2 = country_terms().get(fold(text[start:end]))
    return None if iso2 is None else _Said(start, end, iso2)
