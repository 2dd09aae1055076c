"""What tells that a name is an armed band's: words of the name itself, or armed people beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.lexicon.load import entries
from dateline.lexicon.registry_match import Word

BESIDE = 4
"""Words before and after a name among which armed people stand beside it."""
END = re.compile(r"[.!?\n]")
"""What ends a sentence or line."""


@cache
def known(kind: str) -> frozenset[str]:
    """The words of one kind of unlisted.yaml, folded."""
    return frozenset(w.replace("'", "") for e in entries("unlisted") if e["kind"] == kind for w in e["words"])


@cache
def peoples() -> frozenset[str]:
    """Words for peoples without a state: their fighters are of several groups."""
    return frozenset(part for e in entries("peoples") for words in e["words"] for part in words.split())


def is_armed(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """True if the name `words[first:last]` says so, or words do, as far off as its last word asks for."""
    if {w.key for w in words[first:last]} & known("cause"):
        return True
    if words[last - 1].key in known("militia"):
        return any(w.key in known("armed") for w in words)
    return armed_beside(text, words, first, last)


def armed_beside(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """True if armed people stand beside the name somewhere in the text: `rebels of the Oak Army`."""
    keys, size = [w.key for w in words[first:last]], last - first
    for at in range(len(words) - size + 1):
        if words[at].key == keys[0] and [w.key for w in words[at : at + size]] == keys:
            for k in _around(at, size, len(words)):
                left, right = sorted((k, at if k < at else at + size - 1))
                if _tells(words, k) and not END.search(text, words[left].end, words[right].start):
                    return True
    return False


def _around(at: int, size: int, count: int) -> Iterator[int]:
    yield from range(max(0, at - BESIDE), at)
    yield from range(at + size, min(at + size + BESIDE, count))


def _tells(words: Sequence[Word], at: int) -> bool:
    """True if the word, or the hyphened word that ends here, speaks of those who fight a state."""
    key = words[at].key
    pair = f"{words[at - 1].key}-{key}" if at else ""
    return key in known("armed") or pair in known("armed")
