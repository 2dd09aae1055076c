"""Where the entries of a live page or a row of headlines begin that no full stop parts."""

from __future__ import annotations

import re

from dateline.document import Document, Span

_CLOCK = re.compile(
    r"^[ \t]*(?:\d{1,2}[:.h]\d{2}|\d{1,2}(?::\d{2})? ?[ap]\.?m\.?)(?= ?[A-Z(–—:-]|\s)", re.MULTILINE
)
_BAR = re.compile(r"\s(?:\||•|·|///?)\s+(?=\S)")
_FEWEST = 2
"""Lines with a clock time that make entries; one alone may be a sentence that was wrapped before it."""


def entry_starts(document: Document) -> tuple[Span, ...]:
    """The clock time that opens each entry, an empty span where none does, in text order.

    `09:40 Army retakes Bria` on a line of its own, `Six hurt in blast | Army retakes Bria`.
    """
    found: list[Span] = []
    for block in document.blocks:
        start, end = block.span
        text = document.text[start:end]
        timed = [Span(start + match.start(), start + match.end()) for match in _CLOCK.finditer(text)]
        parted = [Span(start + match.end(), start + match.end()) for match in _BAR.finditer(text)]
        found += [*(timed if len(timed) >= _FEWEST else ()), *parted]
    return tuple(sorted(found))
