"""A document's words for place finding: by regular expression, so that `al-Bab` and `U.S.` stay whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from dateline.annotate import Parse
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.lexicon.gazetteer.base import short_forms
from dateline.lexicon.gazetteer.generic import compass_short
from dateline.mentions.actors_lexicon import shouts
from dateline.mentions.quotes_headlines import headline_quotes

_SHORT = "|".join(sorted({short[:-1] for short in short_forms() if re.fullmatch(r"[A-Z][a-z]+\.", short)}))
"""Short forms whose full stop is part of the word: `Calif`, `Ont`."""
_WORD = re.compile(r"(?:[A-Z]\.){2,}|W\. ?Va\.|\b(?:" + _SHORT + r")\.|[^\W_]+(?:['’`.&-](?=[^\W_])[^\W_]+)*")
_APOSTROPHES = "'’`"
_TAIL = re.compile(r"(?<=\w)-(?:based|born|area|wide)$")
"""What a hyphen ties to a name without being part of it: `Orvane-based`."""
_PARTY = re.compile(r"[DRI]-(?=[A-Z]\w)")
"""The party of whom the name after it elected: `D-Orvane`."""
_ARTICLE = re.compile(r"^(?:a[lnrsdtz]|ash|ath|el|e[zs]|ul|d|l|de|la|le)(?:[-'’`])(?=[A-Z])")
STOPS = frozenset('!?:;"“”«»')


class Word(NamedTuple):
    """One word: its characters, possessive ending left off, and whether it could be part of a name."""

    span: Span
    text: str
    named: bool
    """True if it is capitalised (`Bab`, `al-Bab`), or stands in all-capitals text."""
    opens: bool
    """True if it opens a sentence, so that its capital says little."""
    shouted: bool
    gap: str
    """The characters between the word before and this one."""


def words_of(parse: Parse) -> list[list[Word]]:
    """Words of each title, heading and paragraph, by block."""
    text = parse.document.text
    starts = sorted(s.span.start for s in parse.sentences)
    # `Raid kills two in Orvane Monitor`: the last word says who tells it.
    tellers = frozenset(quote.source.start for quote in headline_quotes(parse) if quote.source is not None)
    blocks = []
    for block in parse.document.blocks:
        if block.kind != "mark":
            blocks.append(_block_words(text, block.span, starts, tellers))
    return blocks


def _block_words(text: str, block: Span, starts: list[int], tellers: frozenset[int]) -> list[Word]:
    made: list[Word] = []
    shouted_until = block.start
    shouted = False
    for hit in _WORD.finditer(text, block.start, block.end):
        start, end = hit.span()
        hyphened = "-" in hit.group()
        if end - start > 2 and text[end - 2] in _APOSTROPHES and text[end - 1] in "sS":
            end -= 2
        elif hyphened and (tail := _TAIL.search(hit.group())):
            end -= len(tail.group())
        start += 2 if hyphened and _PARTY.match(hit.group()) else 0
        if start >= shouted_until:
            shouted_until = _line_end(text, start, block.end)
            shouted = shouts(text[start:shouted_until]) and shouted_until - start > 12
        word = text[start:end]
        gap = text[made[-1].span.end : start] if made else ""
        place = bisect_left(starts, start)
        begins = place < len(starts) and starts[place] == start
        # The parser takes the stop of `N. Orvane` for the end of a sentence.
        opens = (
            not made or (begins and not _shortens(made[-1], gap)) or (gap != " " and _stops(made[-1], gap))
        )
        named = shouted or word[0].isupper() or (not word.isalpha() and _ARTICLE.match(word) is not None)
        named = named and start not in tellers
        made.append(Word(Span(start, end), word, named and not word[0].isdigit(), opens, shouted, gap))
    return made


def _line_end(text: str, start: int, limit: int) -> int:
    found = text.find("\n\n", start, limit)
    return limit if found < 0 else found


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(mapping("case")["place_stops"])


def _stops(before: Word, gap: str) -> bool:
    if not STOPS.isdisjoint(gap):
        return True
    return gap.startswith(".") and before.text.lower() not in _abbreviations() and not _shortens(before, gap)


def _shortens(before: Word, gap: str) -> bool:
    return gap.rstrip() == "." and compass_short(before.text) is not None
