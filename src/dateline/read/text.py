"""Plain text to a document."""

from __future__ import annotations

import datetime as dt
import re

from dateline.document import Block, Document, Span


def document_of(
    text: str,
    *,
    name: str,
    title: str | None = None,
    outlet: str | None = None,
    published: dt.date | None = None,
) -> Document:
    """A document whose blocks are the non-empty lines of `text`."""
    blocks = tuple(
        Block(kind="paragraph", span=Span(*m.span())) for m in re.finditer(r"[^\n]+", text) if m.group().strip()
    )
    return Document(name=name, text=text, title=title, outlet=outlet, published=published, blocks=blocks)
