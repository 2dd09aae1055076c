"""Reasons to doubt a line of control, each in words: flagged, never dropped."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.link.record import ControlLine
from dateline.link.sides import rivals
from dateline.link.words import place_name

UNDATED = "no day of the loss is told: by the day of the report"


def place_key(line: ControlLine) -> tuple[str | None, str]:
    """By what lines are of one place: its entry and name, or without an entry what spellings of it share."""
    return line.gazetteer, line.place if line.gazetteer else place_name(line.place).key


def rival_takers(takers: Sequence[str]) -> str | None:
    """The doubt of a place that rivals are said to have taken together, or None."""
    apart = any(rivals(a, b) for a, b in combinations(takers, 2))
    return "its claim names rivals as takers" if apart else None


def taken_twice(lines: Sequence[ControlLine]) -> Iterator[ControlLine]:
    """The lines, with a doubt where one source has one holder take a place twice with no loss between."""
    taken: defaultdict[tuple[tuple[str | None, str], str, str], list[ControlLine]] = defaultdict(list)
    for line in lines:
        if line.start is not None:
            taken[place_key(line), line.holder, line.according_to].append(line)
    twice = {
        later.claim: earlier.start
        for listed in taken.values()
        for earlier, later in zip(_by_day(listed), _by_day(listed)[1:], strict=False)
        if earlier.until is None and earlier.start != later.start
    }
    for line in lines:
        first = twice.get(line.claim)
        again = f"held already since {first}, and no loss is told between" if first else None
        yield replace(line, doubt=line.doubt or again)


def _by_day(lines: Iterable[ControlLine]) -> list[ControlLine]:
    return sorted(lines, key=lambda x: (x.start or dt.date.min, x.claim))
