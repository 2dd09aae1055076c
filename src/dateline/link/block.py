"""Candidate pairs: the few of all pairs of claims that may tell of one incident.

Between reports, claims are sorted by (key, day) for several kinds of key; each is paired with the next
few of its key within a window of days (sorted neighbourhood), so that pairs grow with claims and never
with their square. Those whose own places or days are plainly two are dropped: claims of one event that place
it apart meet through the others of it. Inside one report all claims are paired, or the nearest ones of a very
long report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.link.columns import Columns
from dateline.link.columns_rows import NONE
from dateline.link.features_where_when import ONE_PLACE_KM, distance
from dateline.link.pairs import meets, pairs

Rows = NDArray[np.int64]

REPORT = 60
"""Claims of one report that are paired with those before them: a whole report in nearly every case."""


TWO_DAYS = 7
"""Beyond so many days two dated claims are of two events: gold has none of one event over a day apart."""

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
    found = [within(columns)]
    for key in KEYS:
        near = neighbours(columns, key)
        # Those that share a place as their key need not be asked for one.
        found.append(near if "fine" in key.columns else meeting(columns, *near))
    # Not `np.unique`: its table of hashes outgrows the cache and takes 16 times as long for 14 million codes.
    codes = np.sort(np.concatenate([a * count + b for a, b in found]))
    codes = codes[np.diff(codes, prepend=-1) > 0]
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
    told = _Told.of(columns, rows)
    parts = _steps(
        rows,
        key.neighbours,
        lambda k: (
            (values[k:] == values[:-k])
            & (days[k:] - days[:-k] <= key.days)
            & (document[k:] != document[:-k])
            & told.may_meet(k)
        ),
    )
    return _joined(list(parts))


@dataclass(frozen=True, slots=True)
class _Told:
    """First place and area, and the days, of rows in their order: enough to drop most pairs unseen."""

    place: NDArray[np.int64]
    area: NDArray[np.int64]
    more: NDArray[np.bool_]
    """True of rows whose first names do not say all: they have others, or coordinates."""
    start: NDArray[np.int64]
    end: NDArray[np.int64]

    @staticmethod
    def of(columns: Columns, rows: Rows) -> _Told:
        """What `rows` tell."""
        more = (columns.fine[:, 1] != 0) | (columns.broad[:, 1] != 0) | ~np.isnan(columns.lat[:, 0])
        days = (columns.start[rows].astype(np.int64), columns.end[rows].astype(np.int64))
        return _Told(columns.fine[rows, 0], columns.broad[rows, 0], more[rows], *days)

    def may_meet(self, k: int) -> NDArray[np.bool_]:
        """For each row and the k-th after it, whether they may be of one place and time."""
        one, other, around_one, around_other = self.place[:-k], self.place[k:], self.area[:-k], self.area[k:]
        place = (one == 0) | (other == 0) | self.more[:-k] | self.more[k:]
        place |= (one == other) | (one == around_other) | (around_one == other)
        undated = (self.start[:-k] == NONE) | (self.start[k:] == NONE)
        days = np.maximum(self.start[k:] - self.end[:-k], self.start[:-k] - self.end[k:])
        found: NDArray[np.bool_] = place & (undated | (days <= TWO_DAYS))
        return found


def meeting(columns: Columns, a: Rows, b: Rows) -> tuple[Rows, Rows]:
    """The pairs without those that both name places, none in common and none in or near the other's."""
    keep = np.empty(len(a), np.bool_)
    for first in range(0, len(a), AT_ONCE):
        part = slice(first, first + AT_ONCE)
        p = pairs(columns, a[part], b[part])
        (x, y), (around_x, around_y) = p.both("fine"), p.both("broad")
        km, outside = distance(p)
        open_ = (x[:, 0] == 0) | (y[:, 0] == 0) | (km <= ONE_PLACE_KM) | (outside <= 0)
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
