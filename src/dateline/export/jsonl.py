"""Claims as JSON lines, in the claim format: a line for each document, then its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from dateline.claims.codec import Json, line, public
from dateline.claims.record import Claim
from dateline.document import Document

Entry = tuple[Document, Sequence[Claim]]


def document_line(document: Document, *, key: str | None = None) -> Json:
    """The line that opens a document; `key` is what its claims call it, its SHA-256 if None."""
    return {
        "document": key or document.id,
        "name": document.name,
        "title": document.title,
        "outlet": document.outlet,
        "published": None if document.published is None else document.published.isoformat(),
        "sha256": document.id,
        "characters": len(document.text),
    }


def lines(entry: Entry, *, loose: bool = False) -> Iterator[str]:
    """The lines of one document; `loose` calls it by its name instead of its SHA-256."""
    document, claims = entry
    key = document.name if loose else document.id
    yield line(document_line(document, key=key))
    for claim in claims:
        yield line(public(claim, document=key))


def write(entries: Iterable[Entry], stream: BinaryIO) -> None:
    """Write every document and its claims, one JSON object a line, UTF-8."""
    for entry in entries:
        for text in lines(entry):
            stream.write(text.encode() + b"\n")
