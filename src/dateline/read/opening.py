"""The top of a report: marks, datelines, the headline's repeat and the deck, one after another."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from dateline.document import BlockKind, Span
from dateline.read.dateline import Dateline, dateline_at, dateline_within, run_in_dateline
from dateline.read.dates import PLAIN_DATE, date_at
from dateline.read.lines import is_caps
from dateline.read.marks import Mark, agencies, head_mark, inline_marks
from dateline.read.run_in import tag_list

REACH = 600
"""Characters of a paragraph searched for a dateline behind a deck or a caption."""

Piece = tuple[BlockKind, Span]


@dataclass(slots=True)
class Opening:
    """What the top of one report states; filled while its first paragraphs are scanned."""

    text: str
    headline: str | None = None
    near: dt.date | None = None
    pieces: list[Piece] = field(default_factory=list)
    stated: dt.date | None = None
    place: Span | None = None
    agency: str | None = None
    marked: bool = False

    def scan(self, span: Span) -> int:
        """Where the report's own prose begins in `span`; everything before it is in `pieces`."""
        at = span.start
        while at < span.end:
            at = self._skip(at, span.end)
            step = self._repeat(at, span.end) or self._dateline(at, span) or self._mark(at, span)
            if step is None:
                step = self._behind_deck(at, span)
            if step is None:
                break
            at = step
        return min(at, span.end)

    def _skip(self, at: int, end: int) -> int:
        while at < end and (self.text[at].isspace() or self.text[at] in "|•"):
            at += 1
        return at

    def _repeat(self, at: int, end: int) -> int | None:
        if self.headline is None or not self.text.startswith(self.headline, at):
            return None
        stop = at + len(self.headline)
        if stop < end and self.text[stop] in ".!?":
            stop += 1
        if stop < end and not self.text[stop].isspace():
            return None
        self.headline = None
        self.pieces.append(("paragraph", Span(at, stop)))
        self.marked = True
        return stop

    def _mark(self, at: int, span: Span) -> int | None:
        found = head_mark(self.text, at, span.end)
        if found is not None:
            end = self._before_headline(at, found[1])
            self._note(found[0], at, end)
            return end
        inline = next(inline_marks(self.text, at, min(span.end, at + 80)), None)
        if inline is None or inline.start != at:
            return None
        self.pieces.append(("mark", inline))
        return inline.end

    def _before_headline(self, at: int, end: int) -> int:
        """Where a by-line ends whose name runs into the headline, printed again: `by the Gazette Ten Die`."""
        again = (
            self.text.find(self.headline.strip(), at + 1) if self.headline and self.headline.strip() else -1
        )
        return again if at < again < end else end

    def _note(self, mark: Mark, at: int, end: int) -> None:
        self.pieces.append(("mark", Span(at, end)))
        self.marked = True
        if self.stated is None and mark.id != "head.caption-view":
            self.stated = date_at(self.text[at:end], near=self.near)
        if mark.id == "head.agency" and self.agency is None:
            name = re.match(r"[\W_]*(\w[\w/ -]*\w)", self.text[at:end])
            self.agency = None if name is None else name[1].removesuffix(" Staff")

    def _dateline(self, at: int, span: Span) -> int | None:
        found = dateline_at(self.text, at, span.end, near=self.near)
        if found is None and self.marked and not is_caps(self.text):
            found = run_in_dateline(self.text, at, span.end)
        return None if found is None else self._take(found)

    def _take(self, found: Dateline) -> int:
        self.pieces.append(("mark", found.span))
        self.place = found.place
        self.stated = self.stated or found.stated
        self.agency = self.agency or found.agency
        self.marked = True
        return found.span.end

    def _behind_deck(self, at: int, span: Span) -> int | None:
        """A dateline or an agency's date line behind a deck of one or two sentences."""
        reach = min(span.end, at + REACH)
        found = dateline_within(self.text, at, reach, near=self.near)
        tags = tag_list(self.text, at, reach)
        start = min((s.start for s in (found and found.span, tags) if s), default=None)
        agency = agency_date(self.text, at, reach)
        if agency is not None and (start is None or agency.start < start):
            self.pieces.append(("paragraph", Span(at, agency.start)))
            self.pieces.append(("mark", agency))
            self.stated = self.stated or date_at(self.text[agency.start : agency.end], near=self.near)
            return agency.end
        if start is None or len(re.findall(r"[.!?] ", self.text[at:start])) > 3:
            return None
        self.pieces.append(("paragraph", Span(at, start)))
        if tags is not None and tags.start == start:
            self.pieces.append(("mark", tags))
            return tags.end
        return None if found is None else self._take(found)


def agency_date(text: str, start: int, end: int) -> Span | None:
    """`AFP Saturday 17 Aug 2013` run into the text, or None."""
    found = re.compile(rf"(?<![\w(/]){agencies()}(?: Staff)?[,:]? {PLAIN_DATE}").search(text, start, end)
    return None if found is None else Span(*found.span())
