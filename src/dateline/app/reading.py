"""The documents of a command's inputs, and what the command line says of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.app.terminal import warn
from dateline.document import Document
from dateline.errors import UsageError
from dateline.ledger import Failure
from dateline.read import ReadOptions, Unread, read
from dateline.read.record import COLUMNS, MAX_CHARACTERS


def documents(inputs: Sequence[str], options: ReadOptions) -> Iterator[Document | Failure]:
    """Every report of the inputs in order; what could not be read is a Failure in its place."""
    found = False
    for item in read(inputs, options=options):
        found = True
        if isinstance(item, Unread):
            yield Failure(input=item.source, reason=item.reason, advice=item.advice)
        else:
            for note in item.notes:
                warn(f"note: {item.name}: {note}")
            yield item
    if not found:
        warn(f"note: no report in {', '.join(inputs)}; folders hold text, HTML, CSV, JSONL or Parquet files")


def day(text: str | None, *, option: str) -> dt.date | None:
    """The day an option gives. Raises UsageError."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"not a date: {option} {text}; write it as 2017-06-13") from None


def columns(pairs: Sequence[str]) -> dict[str, str]:
    """`text=article_content` as {"text": "article_content"}. Raises UsageError."""
    made: dict[str, str] = {}
    for pair in pairs:
        ours, _, theirs = pair.partition("=")
        if not ours or not theirs:
            raise UsageError(f"not a column: --column {pair}; write it as text=article_content")
        if ours not in COLUMNS:
            raise UsageError(f"no such column: --column {pair}; OURS is one of {', '.join(COLUMNS)}")
        made[ours] = theirs
    return made


def options_of(given: Mapping[str, Any]) -> ReadOptions:
    """Reading options of a command's parameters, by their names there. Raises UsageError."""
    return ReadOptions(
        name=given["name"],
        outlet=given["outlet"],
        published=day(given["published"], option="--published"),
        columns=columns(given["column"] or ()),
        date_order=given["date_order"].value,
        max_characters=given["max_characters"] or MAX_CHARACTERS,
    )
