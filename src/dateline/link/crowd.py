"""How many reports tell of a place in the same days: among many, two claims are less likely of one event.

The weights of comparison are fitted on reports chosen because they tell of one thing. A city that every
report of the week names has many things told of it; that two claims share it and their days says less there
than it says of a village.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.link.block import day, mixed
from dateline.link.columns import Columns
from dateline.link.columns_rows import NONE

Rows = NDArray[np.int64]

DAYS = 3
"""Days before and after a claim in which reports of its place may tell of the same."""
FEW = 4
"""Reports of one place and its days up to which nothing is taken off: link groups have as many."""
PLACELESS = np.float32(np.nan)
"""The crowd of a claim without a place of its own: the other claim of its pair says which place it is."""


@dataclass(frozen=True, slots=True)
class Caution:
    """Log-odds that are taken from pairs of two reports."""

    every: float
    """From each pair."""
    crowd: NDArray[np.float32]
    """Of each row, for its place: a pair has that of the less crowded."""

    def of_pairs(self, a: Rows, b: Rows) -> NDArray[np.float32]:
        """What is taken from each pair."""
        less: NDArray[np.float32] = np.nan_to_num(np.fmin(self.crowd[a], self.crowd[b])) + np.float32(
            self.every
        )
        return less


@dataclass(frozen=True, slots=True)
class Crowds:
    """The days on which reports tell of each place, one for a report and place, sorted."""

    reports: int
    places: Rows
    points: Rows
    """Rank of the place among `places` times `YEARS`, plus the day."""

    @staticmethod
    def of(columns: Columns) -> Crowds:
        """What reports tell; one tells of a place on the day of its first claim there."""
        rows, places = _told(columns)
        known = np.sort(places)
        known = known[np.diff(known, prepend=known[0] - 1 if len(known) else 0) != 0]
        # A stable sort, so that a report's first claim of a place stands first.
        pair = mixed(places, columns.document[rows].astype(np.int64))
        order = np.argsort(pair, kind="stable")
        first = order[np.diff(pair[order], prepend=pair[order[:1]] - 1) != 0]
        points = _points(known, places[first], day(columns)[rows[first]])
        return Crowds(len(np.unique(columns.document)), known, np.sort(points))

    def around(self, columns: Columns) -> NDArray[np.float32]:
        """Of each row how many reports tell of its place: the logarithm of their number over `FEW`."""
        rows, places = _told(columns)
        made = np.full(len(columns), PLACELESS, np.float32)
        if not len(rows) or not len(self.places):
            return made
        points = _points(self.places, places, day(columns)[rows])
        first, last = points - DAYS, points + DAYS
        reports = np.searchsorted(self.points, last, "right") - np.searchsorted(self.points, first)
        np.fmax.at(made, rows, np.log(np.maximum(reports, FEW) / FEW).astype(np.float32))
        return made


YEARS = 4_000_000
"""More than the ordinal of any day, so that two places' days stay apart."""


def _told(columns: Columns) -> tuple[Rows, Rows]:
    """Row and place of every place that a row with a day names."""
    rows, at = np.nonzero((columns.fine != 0) & (day(columns) != NONE)[:, None])
    return rows.astype(np.int64), columns.fine[rows, at]


def _points(known: Rows, places: Rows, days: Rows) -> Rows:
    """Place and day as one number; a place that is not known is none of those counted."""
    rank = np.searchsorted(known, places)
    found = known[np.minimum(rank, len(known) - 1)] == places
    return np.where(found, rank, len(known)) * YEARS + days
