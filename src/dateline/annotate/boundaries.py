"""Where sentences begin, decided before the parser runs: its own guesses fail on wire copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.document import Block, Span
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 60
"""Tokens after which the parser may open a sentence without a full stop before it."""
LONGEST_EVER = 300
"""Tokens after which a sentence is cut wherever it is: what later rooms ask of a sentence may cost the square
of its length. The longest of the gold reports has 71."""
_CLOSERS = frozenset("\"')]}”’»") | {"''", '""'}
_ENDS = frozenset({".", "!", "?", "...", "…", "..", "?!", "!!", "....", '."', '?"', '!"', ".'"})

_MAY_END = frozenset(".!?…\"')]}”’»")
_NEVER_FIRST = frozenset({",", ";", ":", "-", "--", "–", "—", "_", ")", "]", "}", "”", "’", "»", "''"})


@lru_cache(maxsize=2)
def _abbreviations(kind: str) -> frozenset[str]:
    return frozenset(mapping("case")[kind])


def set_boundaries(doc: Doc, blocks: Sequence[Block], parted: Sequence[Span] = ()) -> None:
    """Mark every token of `doc` as a sentence's start or not; None where the parser shall decide.

    `parted` are stretches that no full stop parts from their neighbours, as the source that ends a headline:
    they begin a sentence, and so does what is printed behind them.
    """
    starts = [block.span.start for block in blocks if block.kind != "mark"]
    starts = sorted({*starts, *(offset for span in parted for offset in span)})
    at, length = 0, 0
    words: list[Token] = []
    verdicts: list[bool | None] = []
    for token in doc:
        if token.is_space:
            verdicts.append(False)
            continue
        opens = not words
        while at < len(starts) and token.idx + len(token) > starts[at]:
            at, opens = at + 1, True
        if opens:
            words.clear()
        verdict = True if opens or length >= LONGEST_EVER else _begins(words, token, length, verdicts)
        verdicts.append(verdict)
        length = 1 if verdict else length + 1
        words.append(token)
    _mark(doc, verdicts)


def _mark(doc: Doc, verdicts: Sequence[bool | None]) -> None:
    """Set all starts at once: setting one makes spaCy look through the whole document."""
    values = [0 if verdict is None else 1 if verdict else -1 for verdict in verdicts]
    column: Any = np.array(values, dtype=np.int64).astype(np.uint64).reshape(-1, 1)
    doc.from_array(["SENT_START"], column)


def _begins(
    words: Sequence[Token], token: Token, length: int, verdicts: Sequence[bool | None]
) -> bool | None:
    """True, False or None (undecided) for a token that follows `words` in its block."""
    before = words[-1].text
    if before[-1] not in _MAY_END:
        return None if length > LONGEST and token.text[:1].isupper() else False
    text = token.text
    apart = bool(words[-1].whitespace_) or token.idx > words[-1].idx + len(before)
    if not apart or text[:1].islower() or text in _NEVER_FIRST:
        return False
    last = len(words) - 1
    while last > 0 and words[last].text in _CLOSERS and not words[last - 1].whitespace_:
        last -= 1
    return _after_stop(words, last, verdicts) if _ends(words, last) else False


def _ends(words: Sequence[Token], last: int) -> bool:
    text = words[last].text
    return text in _ENDS or (len(text) > 1 and text[-1] in ".!?")


def _after_stop(words: Sequence[Token], last: int, verdicts: Sequence[bool | None]) -> bool | None:
    """What a capital after a full stop means: a name's title, an initial, a list's number, or a start."""
    end = words[last]
    stem = end.text[:-1] if len(end.text) > 1 else words[last - 1].text if last else ""
    attached = len(end.text) > 1 or (last > 0 and not words[last - 1].whitespace_)
    if end.text[-1:] != "." or not attached or end.text in ("...", "..", "...."):
        return True
    stem = stem.lower()
    first = last - 1 if len(end.text) == 1 else last
    if stem == "x" and first > 0 and words[first - 1].lower_ == "on":
        return True  # `he wrote on X. The army`: no initial, the site
    if stem in _abbreviations("abbreviations") or re.fullmatch(r"[a-z]", stem):
        return False
    if stem in _abbreviations("open_abbreviations") or re.fullmatch(r"(?:[a-z]\.)+[a-z]", stem):
        return None
    return not (stem.isdigit() and len(stem) <= 2 and bool(verdicts[words[max(first, 0)].i]))
