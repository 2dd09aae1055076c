"""Candidate pairs: the few of all pairs of claims that may tell of one incident.

Between reports, claims are sorted by (key, day) for several kinds of key; each is paired with the next
few of its key within a window of days (sorted neighbourhood), so that pairs grow with claims and never
with their square. Those whose own places are plainly two are dropped: claims of one event that place it
apart meet through the others of it. Inside one report all claims are paired, or the nearest ones of a very
long report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.link.columns import Columns
from dateline.link.columns_rows import NONE
from dateline.link.features_where_when import NEAR_KM, distance
from dateline.link.pairs import meets, pairs

Rows = NDArray[np.int64]

REPORT = 60
"""Claims of one report that are paired with those before them: a whole report in nearly every case."""


AT_ONCE = 500_000
"""Pairs looked at together."""


@dataclass(frozen=True, slots=True)
class Key:
    """One kind of key: the columns it joins, the window in days, and how many neighbours are taken."""

    name: str
    columns: tuple[str, ...]
    days: int
    neighbours: int


KEYS = (
    Key("place", ("family", "fine"), 45, 8),
    Key("place, other family", ("fine",), 7, 8),
    Key("area", ("action", "broad"), 7, 12),
    Key("figure", ("measure", "low"), 14, 8),
    Key("both sides", ("agents", "targets"), 7, 8),
)


def candidates(columns: Columns) -> tuple[Rows, Rows]:
    """Rows of each candidate pair, the smaller first, each pair once, sorted."""
    count = len(columns)
    found = [within(columns), *(meeting(columns, *neighbours(columns, key)) for key in KEYS)]
    codes = np.unique(np.concatenate([a * count + b for a, b in found])) if count else np.zeros(0, np.int64)
    return codes // max(count, 1), codes % max(count, 1)


def within(columns: Columns) -> tuple[Rows, Rows]:
    """Pairs of claims of one report. Rows of one report must stand together."""
    order = np.argsort(columns.document, kind="stable").astype(np.int64)
    document = columns.document[order]
    parts = list(_steps(order, REPORT, lambda k: document[k:] == document[:-k]))
    return _joined(parts)


def neighbours(columns: Columns, key: Key) -> tuple[Rows, Rows]:
    """Pairs of claims of two reports that share a key and stand near each other in time."""
    rows, values = keyed(columns, key)
    days = day(columns)[rows]
    order = np.lexsort((rows, days, values))
    rows, values, days = rows[order], values[order], days[order]
    document = columns.document[rows]
    parts = _steps(
        rows,
        key.neighbours,
        lambda k: (
            (values[k:] == values[:-k]) & (days[k:] - days[:-k] <= key.days) & (document[k:] != document[:-k])
        ),
    )
    return _joined(list(parts))


def meeting(columns: Columns, a: Rows, b: Rows) -> tuple[Rows, Rows]:
    """The pairs without those that both name places, none in common and none in or near the other's."""
    keep = np.empty(len(a), np.bool_)
    for first in range(0, len(a), AT_ONCE):
        part = slice(first, first + AT_ONCE)
        p = pairs(columns, a[part], b[part])
        (x, y), (around_x, around_y) = p.both("fine"), p.both("broad")
        open_ = (x[:, 0] == 0) | (y[:, 0] == 0) | (distance(p) <= NEAR_KM)
        keep[part] = open_ | meets(x, y) | meets(x, around_y) | meets(around_x, y)
    return a[keep], b[keep]


def _steps(rows: Rows, most: int, fits: object) -> Iterator[tuple[Rows, Rows]]:
    for k in range(1, min(most, len(rows) - 1) + 1):
        keep = fits(k)  # type: ignore[operator]
        if not keep.any():
            continue
        yield rows[:-k][keep], rows[k:][keep]


def _joined(parts: list[tuple[Rows, Rows]]) -> tuple[Rows, Rows]:
    if not parts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    a = np.concatenate([p[0] for p in parts])
    b = np.concatenate([p[1] for p in parts])
    return np.minimum(a, b), np.maximum(a, b)


def keyed(columns: Columns, key: Key) -> tuple[Rows, NDArray[np.int64]]:
    """(row, key value) of every value that the claims have for a kind of key."""
    count = len(columns)
    rows, value = np.arange(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for name in key.columns:
        column = getattr(columns, name)
        if name == "low":
            # Paired with the first measure only: the main figure of a claim comes first.
            column = np.where(np.nan_to_num(column[:, :1]) > 2, column[:, :1], 0).astype(np.int64)
        if name == "measure":
            column = column[:, :1]
        wide = column.reshape(count, column.shape[1] if column.ndim > 1 else 1)[rows]
        keep = wide != 0
        at, _ = np.nonzero(keep)
        value = mixed(value[at], wide[keep])
        rows = rows[at]
    return rows, value


def mixed(value: NDArray[np.int64], more: NDArray[np.int64]) -> NDArray[np.int64]:
    """One number of two (a multiplicative hash; overflow wraps)."""
    with np.errstate(over="ignore"):
        return (value * np.int64(1000003)) ^ more


def day(columns: Columns) -> NDArray[np.int64]:
    """The day a claim is looked for: its own first day, else its report's; `NONE` without either."""
    start = columns.start.astype(np.int64)
    return np.where(start != NONE, start, columns.published.astype(np.int64))
