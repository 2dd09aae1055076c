"""Frozen records of a document and of places in its text."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

BlockKind = Literal["title", "heading", "paragraph", "mark"]


class Span(NamedTuple):
    """Characters `[start, end)` of a document's stored text, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True if `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text of one kind, in reading order and without overlap.

    `title` and `paragraph` are prose and may hold claims. `heading` is a line that heads what
    follows (`Aleppo` in a daily round-up); it lends its place and holds none. `mark` is what an
    agency or editor left behind (`RNA -`, `847/940`, `(AFP photo)`): not text.
    """

    kind: BlockKind
    span: Span
    heading: int | None = None
    """Index of the heading block this block stands under, or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as stored: its text never changes, and its SHA-256 is its identity."""

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_by: Literal["option", "column", "metadata", "dateline"] | None = None
    dateline: Span | None = None
    """The place words of the dateline (`MOGADISHU` in `MOGADISHU, March 11 -`), or None."""
    stated: dt.date | None = None
    """The full date the text itself states at its top, whatever `published` says, or None."""
    url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    """What reading had to decide: a fallback encoding, a name changed because it was taken."""
    blocks: tuple[Block, ...] = ()
    sha256: str | None = None
    """The SHA-256 of the whole text where it is not at hand: `text` then holds the words of claims alone."""

    @property
    def id(self) -> str:
        """SHA-256 of the stored text, as 64 hex digits."""
        return self.sha256 or digest(self.text)

    @property
    def restated(self) -> dt.date | None:
        """The date that the text states at its top where `published` is another, or None."""
        return self.stated if self.published is not None and self.stated != self.published else None

    def quote(self, span: Span) -> str:
        """The words at `span`, exactly as stored."""
        return self.text[span.start : span.end]


@lru_cache(maxsize=4)
def digest(text: str) -> str:
    """SHA-256 of `text` in UTF-8, as 64 hex digits; lone surrogates count as written."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
