"""What a reader is told, and what it says of an input that could not become a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.read.dates import DateOrder

Format = Literal["text", "html", "csv", "jsonl", "parquet"]

COLUMNS = ("text", "html", "name", "id", "title", "published", "outlet", "url", "language")
"""Names of what a row of a table can hold."""

MAX_CHARACTERS = 400_000
"""Longest report that is read, about 65,000 words: the parser's time and memory grow with the length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the caller knows of the inputs. An option wins over a column, and that over the text."""

    name: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    language: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our name to theirs: `{"text": "article_content"}`."""
    date_order: DateOrder = "iso"
    """How a cell such as `8/12/2016` is meant; under "iso" such a cell is refused, never guessed."""
    format: Format | None = None
    """Read every input as this; None: by its first bytes and its name."""
    max_characters: int = MAX_CHARACTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input, or one row of it, that could not become a document. The rest is read all the same."""

    source: str
    """Path as given, `-`, or path and row: `reports.csv, row 3`."""
    reason: str
    advice: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}; {self.advice}"
