"""Where sentences begin, decided before the parser runs: its own guesses fail on wire copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.document import Block
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 60
"""Tokens after which the parser may open a sentence without a full stop before it."""
_CLOSERS = frozenset("\"')]}”’»") | {"''", '""'}
_ENDS = frozenset({".", "!", "?", "...", "…", "..", "?!", "!!", "....", '."', '?"', '!"', ".'"})


@lru_cache(maxsize=2)
def _abbreviations(kind: str) -> frozenset[str]:
    return frozenset(mapping("case")[kind])


def set_boundaries(doc: Doc, blocks: Sequence[Block]) -> None:
    """Mark every token of `doc` as a sentence's start or not; None where the parser shall decide."""
    starts = [block.span.start for block in blocks if block.kind != "mark"]
    at, length = 0, 0
    words: list[Token] = []
    for token in doc:
        if token.is_space:
            token.is_sent_start = False
            continue
        opens = False
        while at < len(starts) and token.idx + len(token) > starts[at]:
            at, opens = at + 1, True
        if opens:
            words = []
        verdict: bool | None = True if opens or token.i == 0 else _begins(words, token, length)
        token.is_sent_start = verdict
        length = 1 if verdict else length + 1
        words = [*words[-3:], token]


def _begins(words: Sequence[Token], token: Token, length: int) -> bool | None:
    """True, False or None (undecided) for a token that follows `words` in its block."""
    if not words:
        return True
    text, before = token.text, words[-1]
    apart = bool(before.whitespace_) or token.idx > before.idx + len(before)
    last = len(words) - 1
    while last > 0 and words[last].text in _CLOSERS and not words[last - 1].whitespace_:
        last -= 1
    end = words[last]
    if not apart or text in _CLOSERS - {'"', "'"} or text in (",", ";", ":", "-", "--", "–", "—", "_"):
        return False
    if not _ends(words, last):
        return None if length > LONGEST and text[:1].isupper() else False
    if text[:1].islower():
        return False
    return _after_stop(words, last, end)


def _ends(words: Sequence[Token], last: int) -> bool:
    text = words[last].text
    return (
        text in _ENDS
        or (len(text) > 1 and text[-1] in ".!?" and not text[:-1].isdigit())
        or (text[:-1].isdigit() and text.endswith("."))
    )


def _after_stop(words: Sequence[Token], last: int, end: Token) -> bool | None:
    """What a capital after a full stop means: a name's title, an initial, a list's number, or a start."""
    stem = end.text[:-1] if len(end.text) > 1 else words[last - 1].text if last else ""
    attached = len(end.text) > 1 or (last > 0 and not words[last - 1].whitespace_)
    if end.text[-1:] != "." or not attached or end.text in ("...", "..", "...."):
        return True
    stem = stem.lower()
    if stem in _abbreviations("abbreviations") or re.fullmatch(r"[a-z]", stem):
        return False
    if stem in _abbreviations("open_abbreviations") or re.fullmatch(r"(?:[a-z]\.)+[a-z]", stem):
        return None
    first = words[last - 1] if len(end.text) == 1 and last else end
    return not (stem.isdigit() and len(stem) <= 2 and bool(first.is_sent_start))
