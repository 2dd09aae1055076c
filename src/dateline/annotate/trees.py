"""Small boosted trees, read from the package and run in numpy: how sure a joint decision is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float32]
FOLDER = Path(__file__).parent / "weights"
"""Where the trees lie; training scores others by changing it."""


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Boosted trees of a yes-or-no question; trees are padded to one size, leaves point at themselves.

    `feature`, `threshold`, `left`, `right` and `value` are (trees, nodes); `start` is the log odds
    before any tree has spoken, `depth` the longest way from a root to a leaf.
    """

    feature: NDArray[np.int16]
    threshold: Table
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: Table
    start: float
    depth: int

    def probability(self, rows: Table) -> Table:
        """(n,) probabilities for `rows` (n, features)."""
        count, nodes = self.feature.shape
        n, width = rows.shape
        # Flat arrays and `take`: a document asks hundreds of times of a few rows each.
        roots = np.arange(0, count * nodes, nodes)[:, None]
        begins = np.arange(0, n * width, width)[None, :]
        flat = np.ascontiguousarray(rows).ravel()
        at = np.broadcast_to(roots, (count, n))
        for _ in range(self.depth):
            goes_left = flat.take(self.feature.take(at) + begins) <= self.threshold.take(at)
            at = np.where(goes_left, self.left.take(at), self.right.take(at)) + roots
        odds = self.start + self.value.take(at).sum(0)
        chance: Table = 1 / (1 + np.exp(-odds))
        return chance


@cache
def trees(name: str) -> Trees | None:
    """The trees stored as `NAME.npz` in `FOLDER`; None when there are none."""
    path = FOLDER / f"{name}.npz"
    if not path.is_file():
        return None
    with path.open("rb") as stored, np.load(stored) as arrays:
        parts = {key: arrays[key] for key in ("feature", "threshold", "left", "right", "value")}
        return Trees(**parts, start=float(arrays["start"]), depth=int(arrays["depth"]))
