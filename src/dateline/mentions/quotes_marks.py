"""Stretches between quotation marks, also where a mark is missing or a quotation runs over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.annotate import Parse
from dateline.document import Span

_MARK = re.compile(r"``|''|\"{1,2}|[“”„«»‟]|\ufffd+")
_OPENS, _CLOSES = frozenset({"``", "“", "„", "«"}), frozenset({"''", "”", "»"})
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*(?=\s|$)")


def stretches(parse: Parse) -> tuple[Span, ...]:
    """All stretches in quotation marks of the document's prose, marks included, in order, without overlap."""
    found: list[Span] = []
    for block in parse.document.blocks:
        if block.kind in ("title", "paragraph"):
            found.extend(_in_block(parse.document.text, block.span))
    return tuple(found)


def _in_block(text: str, block: Span) -> Iterator[Span]:
    opened: int | None = None
    for mark in _MARK.finditer(text, block.start, block.end):
        opens = _opens(text, mark, block, opened is not None)
        if opens and opened is not None:
            yield Span(opened, _sentence_end(text, opened, mark.start()))
        if opens:
            opened = mark.start()
        elif opened is not None:
            yield Span(opened, mark.end())
            opened = None
    if opened is not None:
        at_start = not text[block.start : opened].strip()
        # A paragraph that opens a quotation and never closes it: the next one continues it.
        yield Span(opened, block.end if at_start else _sentence_end(text, opened, block.end))


def _opens(text: str, mark: re.Match[str], block: Span, inside: bool) -> bool:
    if mark.group() in _OPENS:
        return True
    if mark.group() in _CLOSES:
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    if before.isspace() or before in "([-—–":
        return not after.isspace() or not inside
    return after.isalnum() and not inside


def _sentence_end(text: str, start: int, limit: int) -> int:
    match = _SENTENCE_END.search(text, start, limit)
    return match.end() if match else limit
