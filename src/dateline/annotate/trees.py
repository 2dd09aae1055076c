"""Small boosted trees, read from the package and run in numpy: how sure a joint decision is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float32]
FOLDER = Path(__file__).parent / "weights"
"""Where the trees lie; training scores others by changing it."""
LEAVES = 8
"""Most leaves of a tree: which of them are still open is one byte."""
BLOCK = 512
"""Rows asked at once: what they need stays in the processor's cache."""


class _Questions(NamedTuple):
    """The questions of all trees as one column: the first of each tree, then the second of each, ..."""

    feature: NDArray[np.int16]
    threshold: Table
    after_no: NDArray[np.uint8]
    """Leaves that a No leaves open, a bit each, from left to right."""
    answers: Table
    """(trees, 256): for each set of open leaves the value of the leftmost."""


@dataclass(frozen=True, eq=False)
class Trees:
    """Boosted trees of a yes-or-no question; trees are padded to one size, leaves point at themselves.

    `feature`, `threshold`, `left`, `right` and `value` are (trees, nodes); `start` is the log odds
    before any tree has spoken.
    """

    feature: NDArray[np.int16]
    threshold: Table
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: Table
    start: float

    def probability(self, rows: Table) -> Table:
        """(n,) probabilities for `rows` (n, features)."""
        odds: Table = np.empty(len(rows), np.float32)
        for at in range(0, len(rows), BLOCK):
            odds[at : at + BLOCK] = self._odds(rows[at : at + BLOCK])
        chance: Table = np.reciprocal(1 + np.exp(-odds))
        return chance

    def _odds(self, rows: Table) -> Table:
        """Every question is asked of every row; a No closes the leaves on its left, the leftmost open one
        is where a walk from the root would have ended (QuickScorer, Lucchese et al. 2015)."""
        asked, count = self._questions, len(self.feature)
        yes = rows.T.take(asked.feature, axis=0) <= asked.threshold
        open_after = np.negative(yes.view(np.uint8)) | asked.after_no
        still_open = np.bitwise_and.reduce(open_after.reshape(-1, count, len(rows)), axis=0)
        at = still_open + np.arange(0, count * 256, 256)[:, None]
        odds: Table = self.start + asked.answers.take(at).sum(0)
        return odds

    @cached_property
    def _questions(self) -> _Questions:
        count, size = len(self.feature), LEAVES - 1
        feature, threshold = np.zeros((size, count), np.int16), np.zeros((size, count), np.float32)
        after_no, answers = np.full((size, count), 255, np.uint8), np.zeros((count, 256), np.float32)
        leftmost = np.array([(byte & -byte).bit_length() - 1 for byte in range(1, 256)])
        for k in range(count):
            nodes, masks, leaves = _flat(self.left[k].tolist(), self.right[k].tolist())
            feature[: len(nodes), k], threshold[: len(nodes), k] = (
                self.feature[k, nodes],
                self.threshold[k, nodes],
            )
            after_no[: len(nodes), k] = masks
            answers[k, 1:] = self.value[k, leaves].take(leftmost, mode="clip")
        return _Questions(feature.ravel(), threshold.reshape(-1, 1), after_no.reshape(-1, 1), answers)


def _flat(left: list[int], right: list[int]) -> tuple[list[int], list[int], list[int]]:
    """Inner nodes of a tree, what a No leaves open after each, and its leaves from left to right."""
    nodes: list[int] = []
    masks: list[int] = []
    leaves: list[int] = []

    def walk(node: int) -> None:
        if left[node] == node:
            leaves.append(node)
            return
        place, before = len(nodes), len(leaves)
        nodes.append(node)
        masks.append(0)
        walk(left[node])
        masks[place] = 255 & ~((1 << len(leaves)) - (1 << before))
        walk(right[node])

    walk(0)
    if len(leaves) > LEAVES:
        raise ValueError(f"a tree with {len(leaves)} leaves; at most {LEAVES} can be asked")
    return nodes, masks, leaves


@cache
def trees(name: str) -> Trees | None:
    """The trees stored as `NAME.npz` in `FOLDER`; None when there are none."""
    path = FOLDER / f"{name}.npz"
    if not path.is_file():
        return None
    with path.open("rb") as stored, np.load(stored) as arrays:
        parts = {key: arrays[key] for key in ("feature", "threshold", "left", "right", "value")}
        return Trees(**parts, start=float(arrays["start"]))
