"""Stretches of a report that the encoder sees at once, as tensors."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from gold import IGNORE, Example
from model import bucket, pretrained
from tokenizers import Tokenizer
from torch import Tensor

from dateline.annotate.evidence import ARGUMENT_ROLES

WINDOW = 320
"""Pieces of one window, its two marks included."""
CLS, SEP, MASK = 101, 102, 103
LONGEST = 12
"""Pieces kept of one word: a URL says no more after that."""


SHORT = 0.1
"""Share of reports that an epoch shows as one short stretch: a headline or a sentence is a text too."""


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    made = Tokenizer.from_file(str(pretrained() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


@cache
def pieces(word: str) -> tuple[int, ...]:
    """Vocabulary ids of one word; none for white space."""
    return tuple(_tokenizer().encode(word, add_special_tokens=False).ids[:LONGEST])


@dataclass
class Window:
    """Words `[first, last)` of an example with their pieces."""

    example: Example
    first: int
    last: int
    words: list[tuple[int, ...]]

    @property
    def length(self) -> int:
        """Pieces, marks included."""
        return 2 + sum(map(len, self.words))


def cut(example: Example, words: list[str], shuffle: random.Random | None) -> list[Window]:
    """Windows that cover the report; where they part is drawn anew each epoch when `shuffle` is given."""
    ids = [pieces(w) for w in words]
    sizes = np.array([len(p) for p in ids])
    total = int(sizes.sum())
    count = -(-total // (WINDOW - 2 - LONGEST))
    if shuffle and shuffle.random() < SHORT:
        first = shuffle.randrange(len(ids))
        last = min(len(ids), first + shuffle.randint(10, 80))
        if 0 < sum(sizes[first:last]) <= WINDOW - 2:
            return [Window(example, first, last, ids[first:last])]
    if count <= 1:
        return [Window(example, 0, len(ids), ids)]
    room = WINDOW - 2 - LONGEST
    start = shuffle.randint(0, room - 1) if shuffle else 0
    edges = sorted({0, total, *range(start, total, room)})
    ends = np.cumsum(sizes)
    made = []
    for low, high in pairwise(edges):
        first = int(np.searchsorted(ends, low, "right")) if low else 0
        last = int(np.searchsorted(ends, high, "right"))
        if high == total:
            last = len(ids)
        if last > first:
            made.append(Window(example, first, last, ids[first:last]))
    return made


@dataclass
class Batch:
    """Padded tensors of several windows; `owner` is the window of each trigger."""

    ids: Tensor
    mask: Tensor
    pool: Tensor
    action: Tensor
    status: Tensor
    voice: Tensor
    actor: Tensor
    actor_weight: Tensor
    agents: Tensor
    targets: Tensor
    factuality: Tensor
    action_weight: Tensor
    real: Tensor
    owner: Tensor
    trigger: Tensor
    buckets: Tensor
    labels: Tensor


def batch(windows: list[Window], *, mask_rate: float = 0.0, draw: random.Random | None = None) -> Batch:
    """The windows as one batch; `mask_rate` of the words are hidden when `draw` is given."""
    size, length = len(windows), max(w.length for w in windows)
    count = max(w.last - w.first for w in windows)
    ids, pool = torch.zeros(size, length, dtype=torch.long), torch.zeros(size, count, length)
    for b, window in enumerate(windows):
        row = [CLS]
        for k, word in enumerate(window.words):
            hidden = draw is not None and draw.random() < mask_rate
            pool[b, k, len(row) : len(row) + len(word)] = 1 / max(len(word), 1)
            row += [MASK] * len(word) if hidden else list(word)
        ids[b, : len(row) + 1] = torch.tensor([*row, SEP])
    real = torch.zeros(size, count)
    for b, window in enumerate(windows):
        real[b, : len(window.words)] = torch.tensor([float(len(p) > 0) for p in window.words])

    def padded(name: str, fill: float) -> Tensor:
        rows = [torch.as_tensor(getattr(w.example, name)[w.first : w.last]) for w in windows]
        return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=fill)

    return Batch(
        ids, (ids > 0).long(), pool, padded("action", 0), padded("status", IGNORE), padded("voice", IGNORE),
        padded("actor", 0), padded("actor_weight", 0),
        padded("agents", 0), padded("targets", 0), padded("factuality", float("nan")),
        padded("action_weight", 0), real, *_claims(windows, count),
    )  # fmt: skip


def _claims(windows: list[Window], count: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    owners, triggers, buckets, labels = [], [], [], []
    place = torch.arange(count)
    for b, window in enumerate(windows):
        for claim in window.example.claims:
            at = claim.trigger
            if at[0] < window.first or at[-1] >= window.last:
                continue
            low, high = int(at[0]) - window.first, int(at[-1]) - window.first
            offset = torch.where(place < low, place - low, torch.where(place > high, place - high, 0))
            share = torch.zeros(count)
            share[torch.as_tensor(at - window.first)] = 1 / len(at)
            known = torch.full((count, claim.labels.shape[1]), -1, dtype=torch.int8)
            known[: window.last - window.first] = torch.as_tensor(claim.labels[window.first : window.last])
            owners.append(b), triggers.append(share), buckets.append(bucket(offset)), labels.append(known)
    if not owners:
        empty = torch.zeros(0, count)
        return (
            torch.zeros(0, dtype=torch.long),
            empty,
            empty.long(),
            torch.zeros(0, count, len(ARGUMENT_ROLES), dtype=torch.int8),
        )
    return torch.tensor(owners), torch.stack(triggers), torch.stack(buckets), torch.stack(labels)
