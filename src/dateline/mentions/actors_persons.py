"""Persons a document introduces by office or body: `trade minister Joseph Kimotho` makes `Kimotho` known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.document import Span
from dateline.lexicon.registry_match import Word
from dateline.mentions.actors_grammar import PRONOUNS
from dateline.mentions.actors_lexicon import Item, words_of

LONGEST_NAME = 5
ABBREVIATED = 4
"""Letters of the longest word whose full stop ends no sentence: `Gen.`, `Capt.`."""
REACH = 6
"""Words between a name's comma and the office: `, one of the top leaders of`."""
OFFICES = frozenset(
    "government military police intelligence judiciary member opposition armed rebels civilians militia "
    "medical".split()
)
"""Roles whose noun introduces a name."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name, and the words that say who its bearer is."""

    name: Span
    office: Span
    surname: str
    """The last word of the name, folded."""


@cache
def _no_names() -> frozenset[str]:
    """Words that stand in no name."""
    return words_of("no_names") | words_of("breaks") | words_of("openers") | frozenset(PRONOUNS)


Test = Callable[[int], bool]


def introductions(text: str, listed: Sequence[Word], found: Sequence[Item]) -> Iterator[Introduction]:
    """Every name that stands beside an office or a body in `text`, whose case is that of prose."""
    taken = {i for item in found if item.kind != "person" for i in range(item.first, item.last)}

    def is_name(i: int) -> bool:
        if not 0 <= i < len(listed) or i in taken or listed[i].key in _no_names() or listed[i].key.isdigit():
            return False
        return listed[i].shape != "lower" or (
            bool(i) and listed[i - 1].shape == "title" and listed[i].key in words_of("particles")
        )

    for item in found:
        if item.kind == "role" and item.values[0] in OFFICES:
            yield from _after(text, listed, item, found, is_name)
    for item in found:
        if item.kind == "person" and item.last - item.first > 1:
            name = Span(listed[item.first].start, listed[item.last - 1].end)
            yield _made(listed, item.first, item.last, name)
    for i in range(1, len(listed)):
        if is_name(i - 1) and not is_name(i):
            yield from _apposed(text, listed, i, found, is_name)


def _after(
    text: str, listed: Sequence[Word], item: Item, found: Sequence[Item], is_name: Test
) -> Iterator[Introduction]:
    """`trade minister Joseph Kimotho`."""
    first = last = item.last
    while last - first < LONGEST_NAME and is_name(last) and _beside(text, listed, last):
        last += 1
    if last > first:
        start = _phrase_start(text, listed, item, found)
        office = Span(listed[start].start, listed[item.last - 1].end)
        yield _made(listed, first, last, _known(listed, found, first, last) or office)


def _apposed(
    text: str, listed: Sequence[Word], end: int, found: Sequence[Item], is_name: Test
) -> Iterator[Introduction]:
    """`Joseph Kimotho, the trade minister`, `Gunness from the UN`; commas lost, `Kimotho head of`."""
    first = end - 1
    while first and end - first < LONGEST_NAME and is_name(first - 1) and _beside(text, listed, first):
        first -= 1
    if end - first < 2 or end >= len(listed):
        return
    last = end
    gap = text[listed[end - 1].end : listed[end].start]
    comma = re.fullmatch(r"\.?,\s{1,3}", gap) is not None
    if not comma and not (gap.isspace() and listed[end].key in words_of("heralds")):
        return
    if listed[end].key.isdigit() and comma:
        end += 1  # `Amalio Monzon, 21, a member of the patrol`
    office = next((i for i in found if end <= i.first <= end + REACH and _office(i)), None)
    if office is None or _parted(text, listed, end, office.first):
        return
    said = Span(listed[end].start, _phrase_end(text, listed, office))
    yield _made(listed, first, last, _known(listed, found, first, last) or said)


def _known(listed: Sequence[Word], found: Sequence[Item], first: int, last: int) -> Span | None:
    """Where the full name of a known person stands, who is of his body whatever office is told: `President
    Mahmoud Abbas` in a report from Israel."""
    inside = (i for i in found if i.kind == "person" and first <= i.first and i.last <= last)
    item = next((i for i in inside if i.last - i.first > 1), None)
    return Span(listed[item.first].start, listed[item.last - 1].end) if item else None


def _office(item: Item) -> bool:
    return item.kind == "body" or (item.kind == "role" and item.values[0] in OFFICES)


def _parted(text: str, listed: Sequence[Word], first: int, last: int) -> bool:
    """True if a clause begins between the two words."""
    between = listed[first:last]
    gaps = text[listed[first].start : listed[last].start] if between else ""
    # The last stop of `U.S. envoy` ends nothing.
    return bool(re.search(r"(?:[,;:!?]|(?<!\.[A-Z])\.)\s", gaps)) or any(
        w.key in words_of("clauses") | words_of("sought") for w in between
    )


def _beside(text: str, listed: Sequence[Word], i: int) -> bool:
    gap, before = text[listed[i - 1].end : listed[i].start], listed[i - 1]
    if gap.startswith(".") and (before.shape == "lower" or len(before.key) > ABBREVIATED):
        return False
    return bool(re.fullmatch(r"\.?\s{1,2}|['’]s\s", gap)) or gap == "-"


def _phrase_start(text: str, listed: Sequence[Word], item: Item, found: Sequence[Item]) -> int:
    """First word of the noun phrase that ends in `item`: the items directly before it belong, and a body
    before words of its offices."""
    start = item.first
    firsts = {i.last: i.first for i in found}
    while start and start in firsts and _beside(text, listed, start):
        start = firsts[start]
    owner = start
    while owner and listed[owner - 1].key in words_of("office_words") and _beside(text, listed, owner):
        owner -= 1
    bodies = {i.last: i.first for i in found if i.kind == "body"}
    return bodies[owner] if owner in bodies and owner and _beside(text, listed, owner) else start


def _phrase_end(text: str, listed: Sequence[Word], item: Item) -> int:
    """End of `head of the Observatory`: to the next comma, stop or verb, at most eight words on."""
    last = item.last
    while (
        last < min(item.last + 8, len(listed))
        and _beside(text, listed, last)
        and listed[last].key not in words_of("clauses")
    ):
        last += 1
    return listed[last - 1].end


def _made(listed: Sequence[Word], first: int, last: int, office: Span) -> Introduction:
    return Introduction(Span(listed[first].start, listed[last - 1].end), office, listed[last - 1].key)
