"""Two claims beside each other, as columns of numbers, for many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.link.columns import Columns

Rows = NDArray[np.int64]
Values = NDArray[np.float32]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The columns and the two rows of each pair, with what several features ask for."""

    columns: Columns
    a: Rows
    b: Rows
    within: Bools

    def both(self, name: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The column `name` at both rows."""
        column = getattr(self.columns, name)
        return column[self.a], column[self.b]


def pairs(columns: Columns, a: Rows, b: Rows) -> Pairs:
    """Pairs ready for `measure`."""
    return Pairs(columns, a, b, columns.document[a] == columns.document[b])


def meets(x: NDArray[np.int64], y: NDArray[np.int64]) -> Bools:
    """True where two padded sets share a member."""
    found: Bools = ((x[:, :, None] == y[:, None, :]) & (x[:, :, None] != 0)).any(axis=(1, 2))
    return found


def shared(x: NDArray[np.int64], y: NDArray[np.int64]) -> Values:
    """Members in common over members of both (Jaccard); 0 when both sets are empty."""
    common = ((x[:, :, None] == y[:, None, :]) & (x[:, :, None] != 0)).any(axis=2).sum(axis=1)
    total = (x != 0).sum(axis=1) + (y != 0).sum(axis=1) - common
    share: Values = (common / np.maximum(total, 1)).astype(np.float32)
    return share
