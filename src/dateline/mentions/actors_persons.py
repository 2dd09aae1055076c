"""Persons a document introduces by office or body: `trade minister Joseph Kimotho` makes `Kimotho` known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.document import Span
from dateline.lexicon.registry_match import Word
from dateline.mentions.actors_lexicon import Item
from dateline.mentions.actors_phrase import BREAKS, OPENERS, PRONOUNS

LONGEST_NAME = 5
TITLES = frozenset("mr mrs ms dr sheikh mullah abu colonel general gen col maj capt lt sgt major minister comrade".split())
NO_NAMES = BREAKS | OPENERS | frozenset(PRONOUNS) | frozenset(
    "was were is are has have had said says told added been will would but as when while after before his her "
    "their its not no today yesterday tomorrow here there monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december".split()
)
OFFICES = frozenset("government military police intelligence judiciary member opposition armed rebels civilians militia medical".split())
"""Roles whose noun introduces a name."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name, and the words that say who its bearer is."""

    name: Span
    office: Span
    surname: str
    """The last word of the name, folded."""


def introductions(text: str, listed: Sequence[Word], found: Sequence[Item], *, shouting: bool) -> Iterator[Introduction]:
    """Every name that stands beside an office or a body in the text."""
    taken = {i for item in found for i in range(item.first, item.last)}

    def is_name(i: int) -> bool:
        if i in taken or i >= len(listed) or listed[i].key in NO_NAMES or listed[i].key.isdigit():
            return False
        return shouting or listed[i].shape != "lower"

    for item in found:
        if item.kind == "role" and item.values[0] in OFFICES:
            yield from _after(text, listed, item, found, is_name, shouting)
        if item.kind == "body" or item.values[0] in OFFICES:
            yield from _before(text, listed, item, found, is_name)


def _after(text, listed, item, found, is_name, shouting):  # type: ignore[no-untyped-def]
    first = last = item.last
    if first < len(listed) - 1 and listed[first].shape == "lower" and listed[first].key not in NO_NAMES and not shouting:
        first = last = first + 1  # `IS deputy caliph Abdallah`
    while last - first < LONGEST_NAME and is_name(last) and _beside(text, listed, last):
        last += 1
    if last > first:
        start = _phrase_start(text, listed, item, found)
        yield _made(listed, first, last, Span(listed[start].start, listed[item.last - 1].end))


def _before(text, listed, item, found, is_name):  # type: ignore[no-untyped-def]
    """`Joseph Kimotho, the trade minister of Kenya`; with commas lost, `Kimotho head of the ...`."""
    start = _phrase_start(text, listed, item, found)
    at = start
    while at and listed[at - 1].key in ("the", "a", "an", "s", "from", "of", "one"):
        at -= 1
    first = at
    while at - first < LONGEST_NAME and first and is_name(first - 1) and _beside(text, listed, first, comma=first == at):
        first -= 1
    if at - first >= 2:
        end = _phrase_end(text, listed, item)
        yield _made(listed, first, at, Span(listed[start].start, end))


def _beside(text: str, listed: Sequence[Word], i: int, *, comma: bool = False) -> bool:
    gap = text[listed[i - 1].end : listed[i].start]
    return bool(re.fullmatch(r"\.?\s{1,2}|['’]s\s" + (r"|\.?,\s{1,2}" if comma else ""), gap)) or gap in ("-", " \"")


def _phrase_start(text: str, listed: Sequence[Word], item: Item, found: Sequence[Item]) -> int:
    """First word of the noun phrase that ends in `item`: the items directly before it belong."""
    start = item.first
    firsts = {i.last: i.first for i in found}
    while start and start in firsts and _beside(text, listed, start):
        start = firsts[start]
    return start


def _phrase_end(text: str, listed: Sequence[Word], item: Item) -> int:
    """End of `head of the Observatory`: to the next comma or full stop, at most eight words on."""
    last = item.last
    while last < min(item.last + 8, len(listed)) and _beside(text, listed, last):
        last += 1
    return listed[last - 1].end


def _made(listed: Sequence[Word], first: int, last: int, office: Span) -> Introduction:
    return Introduction(Span(listed[first].start, listed[last - 1].end), office, listed[last - 1].key)
