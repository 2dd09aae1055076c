"""Agency and editor marks, compiled from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.document import Span
from dateline.lexicon import entries, mapping
from dateline.read.dates import PLAIN_DATE

BYLINE = r"[A-Z][\w'’.-]*[a-z][\w'’.-]*(?: (?:al |bin |de |van |von )?[A-Z][\w'’.-]*){1,3}"
"""Two to four capitalised words: a reporter's name."""

NEVER_NAMES = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"


@dataclass(frozen=True, slots=True)
class Mark:
    """One kind of mark: its lexicon id, where it may stand, and its compiled pattern."""

    id: str
    where: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def agencies() -> str:
    """A regular expression of all known agency names, longest first."""
    names = sorted(mapping("marks_agencies")["agencies"], key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name) for name in names) + r")(?![\w'’])"


@lru_cache(maxsize=1)
def marks() -> tuple[Mark, ...]:
    """All marks of the lexicon in file order."""
    made = []
    for entry in entries("marks"):
        words = {"{date}": PLAIN_DATE, "{agency}": agencies(), "{byline}": NEVER_NAMES + BYLINE}
        pattern = str(entry["pattern"])
        for name, expression in words.items():
            pattern = pattern.replace(name, expression)
        made.append(Mark(entry.id, entry["where"], re.compile(pattern)))
    return tuple(made)


@lru_cache(maxsize=8)
def _at(where: str) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks() if mark.where == where)


def head_mark(text: str, start: int, end: int) -> tuple[Mark, int] | None:
    """The mark that stands exactly at `start`, and where it ends; else None."""
    for mark in _at("head"):
        found = mark.pattern.match(text, start, end)
        if found is not None and found.end() > start:
            return mark, found.end()
    return None


def tail_start(text: str, start: int, end: int) -> int:
    """Where the marks at the end of `text[start:end]` begin: `end` when there are none."""
    while end > start:
        stripped = start + len(text[start:end].rstrip())
        begin = min((_tail_of(mark, text, start, stripped) for mark in _at("tail")), default=stripped)
        if begin >= stripped:
            return stripped
        end = begin
    return start


def _tail_of(mark: Mark, text: str, start: int, end: int) -> int:
    for found in mark.pattern.finditer(text, start, end):
        if found.end() == end and (found.start() == start or not text[found.start() - 1].isalnum()):
            return found.start()
    return end


def is_line_mark(line: str) -> bool:
    """True if the whole line is a mark."""
    return any(mark.pattern.fullmatch(line.strip()) for mark in _at("line"))


def inline_marks(text: str, start: int, end: int) -> Iterator[Span]:
    """Marks between two sentences of `text[start:end]`, in order, without overlap."""
    spans = sorted(Span(*m.span()) for mark in _at("inline") for m in mark.pattern.finditer(text, start, end))
    last = start
    for span in spans:
        if span.start >= last and _between_sentences(text, start, end, span):
            last = span.end
            yield span


def _between_sentences(text: str, start: int, end: int, span: Span) -> bool:
    before = text[start : span.start].rstrip()
    after = text[span.end : end].lstrip()
    opens = not before or before[-1] in '.!?"”:]-—)'
    closes = not after or after[0].isupper() or after[0] in "[\"“'" or after[0].isdigit()
    return opens and closes
