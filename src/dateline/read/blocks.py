"""The section structure of a report: title, headings, paragraphs and marks."""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.document import Block, Span
from dateline.lexicon import mapping
from dateline.lexicon.actions import hits
from dateline.read.dateline import dateline_at, dateline_within
from dateline.read.lines import is_caps, paragraphs
from dateline.read.marks import inline_marks, is_line_mark, tail_start
from dateline.read.opening import Opening, Piece
from dateline.read.run_in import story_list

HEADLINE_WORDS = 24
"""Most words of a first line still taken for a headline."""
HEADLINE_REACH = 250
"""Characters within which a dateline shows that what stands before it is a headline."""
TELLING = 4
"""Least words of a headline under a letterhead."""
TOLD = 0.5
"""Least prior of its verb."""
_SENTENCE_END = re.compile(r"[.:;,][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class Structure:
    """A text's blocks and what its top states."""

    blocks: tuple[Block, ...]
    title: str | None
    stated: dt.date | None
    place: Span | None
    agency: str | None


def structure_of(text: str, *, title: str | None = None, near: dt.date | None = None) -> Structure:
    """Blocks of `text` in order, without overlap; `title` is the title known from elsewhere."""
    units = paragraphs(text)
    opening = Opening(text, near=near)
    rest = _top(text, units, opening, title)
    rest, tail = _bottom(text, rest)
    pieces = [*opening.pieces, *_body(text, rest)]
    pieces += [("mark", span) for span in tail]
    blocks = _blocks(text, sorted(pieces, key=lambda piece: piece[1]))
    headline = next((text[b.span.start : b.span.end] for b in blocks if b.kind == "title"), None)
    return Structure(blocks, headline, opening.stated, opening.place, opening.agency)


def _body(text: str, units: Sequence[Span]) -> Iterator[Piece]:
    """Pieces of all units; a heading before the first paragraph that tells of an act is a headline."""
    caps, begun = is_caps(text), False
    for unit in units:
        for kind, span in _pieces(text, unit, caps=caps, last=unit == units[-1]):
            headline = kind == "heading" and not begun and tells(text[slice(*span)])
            yield ("title" if headline else kind), span
            begun = begun or kind == "paragraph"


def _top(text: str, units: Sequence[Span], opening: Opening, title: str | None) -> list[Span]:
    """Units left for the body, the first one cut to where its prose begins."""
    rest = deque(units)
    titled = False
    while rest:
        unit = rest.popleft()
        if is_line_mark(text[unit.start : unit.end]):
            opening.scan(unit)
            # Pieces stand in the order of the text: the last one reaches furthest.
            if not opening.pieces or opening.pieces[-1][1].end < unit.end:
                opening.pieces.append(("mark", unit))
            continue
        end = None if titled else _title_end(text, unit, title, alone=not rest)
        if end is not None:
            titled = True
            _take_title(text, Span(unit.start, end), opening)
            if end < unit.end:
                rest.appendleft(Span(end, unit.end))
            continue
        start = opening.scan(unit)
        if start < unit.end:
            return [Span(start, unit.end), *rest]
    return []


def _title_end(text: str, unit: Span, title: str | None, *, alone: bool) -> int | None:
    """Where a headline that opens `unit` ends, or None."""
    if title and text.startswith(title.strip(), unit.start) and unit.start + len(title.strip()) <= unit.end:
        return unit.start + len(title.strip())
    if dateline_at(text, unit.start, unit.end) is not None:
        return None
    found = dateline_within(text, unit.start, min(unit.end, unit.start + HEADLINE_REACH))
    if found is not None and found.span.start > unit.start:
        before = text[unit.start : found.span.start].strip()
        if re.fullmatch(r"[^.!?\n]{12,}[ .!?]*", re.sub(r"\b(?:[A-Z]\.)+", "", before)):
            return unit.start + len(text[unit.start : found.span.start].rstrip(" ."))
    line = text[unit.start : unit.end]
    if alone or "\n" in line:
        return None
    return unit.end if is_headline(line) else None


def is_headline(line: str) -> bool:
    """True if a first line reads like a headline: short, and not closed like a sentence."""
    closed = _SENTENCE_END.search(line) is not None
    return len(line.split()) <= HEADLINE_WORDS and not closed and line[:1] not in "([-–—"


def _take_title(text: str, span: Span, opening: Opening) -> None:
    line = text[span.start : span.end]
    suffix = re.search(mapping("headings")["site_suffix"], line)
    end = span.end if suffix is None else span.start + suffix.start()
    opening.pieces.append(("title", Span(span.start, end)))
    if end < span.end:
        opening.pieces.append(("mark", Span(end, span.end)))
    opening.headline = text[span.start : end]
    opening.marked = True


def _bottom(text: str, units: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Units without the marks at the report's end, and those marks."""
    rest, tail = list(units), []
    while rest:
        unit = rest.pop()
        start = unit.start if is_line_mark(text[unit.start : unit.end]) else tail_start(text, *unit)
        if start < unit.end:
            tail.append(Span(start, unit.end))
        if start > unit.start:
            rest.append(Span(unit.start, start))
            break
    return rest, tail


def _pieces(text: str, unit: Span, *, caps: bool, last: bool) -> list[Piece]:
    line = text[unit.start : unit.end]
    if is_line_mark(line):
        return [("mark", unit)]
    if not last and is_heading(line, caps=caps):
        return [("heading", unit)]
    made: list[Piece] = []
    at = unit.start
    for mark in _marks_in(text, unit):
        made += [("paragraph", Span(at, mark.start)), ("mark", mark)]
        at = mark.end
    return [*made, ("paragraph", Span(at, unit.end))]


def tells(line: str) -> bool:
    """True if a line tells of an act: under a letterhead (`Delta Radio`) it is the headline."""
    words = re.findall(r"[^\W\d_][\w'’-]*", line.lower())
    if len(words) < TELLING or any(kind in line.lower() for kind in mapping("headings")["letterheads"]):
        return False
    return any(hit.form == "verb" and hit.prior >= TOLD for hit in hits(words, [True] * len(words)))


def _marks_in(text: str, unit: Span) -> list[Span]:
    """Marks between the sentences of `unit` and lists of other stories, in order, without overlap."""
    found = list(inline_marks(text, unit.start, unit.end))
    at = unit.start
    while (stories := story_list(text, at, unit.end)) is not None:
        found = [mark for mark in found if not mark.overlaps(stories)]
        found.append(stories)
        at = stories.end
    return sorted(found)


def is_heading(line: str, *, caps: bool = False) -> bool:
    """True if a line inside a report only names what follows: a place or a section title."""
    words = line.rstrip(":").split()
    if "\n" in line or not 1 <= len(words) <= 10 or len(line) > 80 or re.search(r"[.!?;,\"”][)\]]?$", line):
        return False
    if not re.search(r"[^\W\d_]", line) or not line[0].isupper():
        return False
    connectors = set(mapping("headings")["connectors"])
    named = all(not w[0].islower() or w in connectors or re.match(r"[a-z]{2,3}-[A-Z]", w) for w in words)
    if line.endswith(":") or caps:
        return named and len(words) <= 4
    return named or len(words) <= 3


def _blocks(text: str, pieces: Sequence[Piece]) -> tuple[Block, ...]:
    made: list[Block] = []
    heading: int | None = None
    for kind, span in pieces:
        body = text[span.start : span.end]
        start = span.start + len(body) - len(body.lstrip())
        trimmed = Span(start, start + len(body.strip()))
        if trimmed.start >= trimmed.end:
            continue
        if kind == "paragraph" and not re.search(r"\w", body):
            kind = "mark"
        if kind == "heading":
            heading = len(made)
        made.append(Block(kind=kind, span=trimmed, heading=None if kind == "heading" else heading))
    return tuple(made)
