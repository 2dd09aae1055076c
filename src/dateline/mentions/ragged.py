"""Phrases without the words that a wrong parse has left at their ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.lexicon.calendar import WEEKDAYS

if TYPE_CHECKING:
    from dateline.annotate import Parse

_BEHIND = frozenset("of in at on near by from to with for and or the a an which that".split())
"""Words that lead on to others: at the end of a phrase they belong to what follows."""
_BEFORE = frozenset(("which", "and", "or", "but"))
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?:[ap]m)?|\d{1,2}[ap]m|[ap]\.?m\.?")
_DASHES = frozenset("-–—")
_MARKS = frozenset((*_DASHES, "_", "--", "*", "•", ":", ";", ","))
"""Marks that open no phrase; wires write `_` for a dash."""
FILED = 5
"""Words of a place that a report was filed from, with the dash behind it."""
COUNTED = 2
"""Words of `13 people`, which text without commas runs together with who tells of them."""


def whole(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Tokens `[first, last)` without what cannot begin or end a phrase: `the regime` of `the regime of`.

    `That` may begin one as an article (`that province`), not as what opens a clause. A weekday is read with
    who follows it in text without commas (`on Friday nine men died`). One word always stays.
    """
    words, tags = parse.lowers, parse.tags
    first = _behind_place(parse, first, last)
    while last - first > 1 and words[last - 1] in _BEHIND:
        last -= 1
    while last - first > 1 and (
        words[first] in _BEFORE
        or words[first] in _MARKS
        or words[first] in WEEKDAYS
        or _HOUR.fullmatch(words[first])
        or (words[first] == "that" and tags[first] != "DT")
    ):
        first += 1
    return first, last


def _behind_place(parse: Parse, first: int, last: int) -> int:
    """Behind the place that a paragraph was filed from: `Orvane - Two guards`."""
    dash = next((i for i in range(first, min(first + FILED, last - 1)) if parse.lowers[i] in _DASHES), None)
    if dash is None or parse.sentence_of(first) is None or parse.tokens[first].is_sent_start is not True:
        return first
    apart = parse.tokens[dash - 1].whitespace_ and parse.tokens[dash].whitespace_
    named = all(tag == "NNP" or tag == "," for tag in parse.tags[first:dash])
    return dash + 1 if dash > first and apart and named else first


def uncounted(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The same for who speaks, without those counted before a name: `wounding 13 people MSF said`."""
    first, last = whole(parse, first, last)
    named = first + COUNTED
    if named < last and parse.tags[first] == "CD" and parse.tags[first + 1] == "NNS":
        return (named, last) if parse.tags[named].startswith("NNP") else (first, last)
    return first, last
