"""Words as vocabulary pieces, and the overlapping stretches of them that the encoder sees at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

CLS, SEP = 101, 102
WINDOW = 320
"""Pieces the encoder sees at once, its two marks included: the length it was trained with."""
OVERLAP = 64
"""Pieces that neighbouring windows share; each word is read where it has most context."""
LONGEST = 12
"""Pieces kept of one word: a URL says no more after that."""

Ids = NDArray[np.int64]


class Window(NamedTuple):
    """Words `[first, last)` are fed; words `[keep_first, keep_last)` are read from the result."""

    first: int
    last: int
    keep_first: int
    keep_last: int


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """A document's pieces in one row: word `w` owns `ids[starts[w]:starts[w + 1]]`."""

    ids: Ids
    starts: Ids

    def empty(self) -> NDArray[np.bool_]:
        """True for each word that has no piece: white space."""
        blank: NDArray[np.bool_] = self.starts[1:] == self.starts[:-1]
        return blank


class Vocabulary:
    """Splits single words into pieces; words repeat, so each is split once a process."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

        words = path.read_text("utf-8").splitlines()
        model = models.WordPiece({word: k for k, word in enumerate(words)}, unk_token="[UNK]")  # noqa: S106
        self._split = Tokenizer(model)
        self._split.normalizer = normalizers.BertNormalizer(lowercase=True)
        self._split.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        self._ids = lru_cache(maxsize=50_000)(self._split_word)

    def _split_word(self, word: str) -> tuple[int, ...]:
        return tuple(self._split.encode(word, add_special_tokens=False).ids[:LONGEST])

    def pieces(self, words: Sequence[str]) -> Pieces:
        """Pieces of every word, in order."""
        parts = [self._ids(word[:200]) for word in words]
        starts = np.zeros(len(parts) + 1, np.int64)
        np.cumsum([len(part) for part in parts], out=starts[1:])
        return Pieces(np.array([k for part in parts for k in part], np.int64), starts)


def windows(starts: Ids) -> list[Window]:
    """Windows that cover all words, evenly spaced; what each keeps meets without gap or overlap."""
    words, total, room = len(starts) - 1, int(starts[-1]), WINDOW - 2
    if total <= room:
        return [Window(0, words, 0, words)] if total else []
    count = -(-(total - OVERLAP) // (room - OVERLAP - LONGEST))
    # Windows of one length, no longer than their overlaps need: less is read twice.
    length = min(room, -(-(total + (count - 1) * OVERLAP) // count) + LONGEST)
    begins = np.linspace(0, total - length, count).round().astype(int)
    firsts = np.searchsorted(starts[:-1], begins, side="left")
    lasts = np.searchsorted(starts[1:], starts[firsts] + length, side="right")
    firsts[0], lasts[-1] = 0, words
    # Half way through what two neighbours share, each word has equal context on both sides.
    meets = [(int(firsts[k + 1]) + int(lasts[k])) // 2 for k in range(count - 1)]
    edges = [0, *meets, words]
    return [Window(int(firsts[k]), int(lasts[k]), edges[k], edges[k + 1]) for k in range(count)]
