"""The documents of a command's inputs, and its options for reading them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.document import Document
from dateline.errors import UsageError
from dateline.ledger import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the command line says of its inputs."""

    published: str | None = None
    outlet: str | None = None
    name: str | None = None
    columns: tuple[str, ...] = ()


def documents(inputs: Sequence[str], given: Given) -> Iterator[Document | Failure]:
    """Every report of the inputs in order; what could not be read is a Failure in its place."""
    from dateline.read.text import document_of

    for name in inputs:
        try:
            text = Path(name).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield Failure(input=name, reason=str(error))
            continue
        yield document_of(
            text,
            name=given.name or Path(name).stem,
            outlet=given.outlet,
            published=day(given.published, option="--published"),
        )


def day(text: str | None, *, option: str) -> dt.date | None:
    """The day an option gives. Raises UsageError."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"not a date: {option} {text}; write it as 2017-06-13") from None


def columns_of(pairs: Sequence[str]) -> dict[str, Any]:
    """`text=article_content` as {"text": "article_content"}. Raises UsageError."""
    split = [pair.partition("=") for pair in pairs]
    for pair, (ours, _, theirs) in zip(pairs, split, strict=True):
        if not ours or not theirs:
            raise UsageError(f"not a column: --column {pair}; write it as text=article_content")
    return {ours: theirs for ours, _, theirs in split}
