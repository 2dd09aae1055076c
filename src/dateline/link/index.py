"""Incremental linking: where a new report's claims belong, among many that are linked already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.claims.record import Claim
from dateline.link.block import KEYS, Key, day, keyed, within
from dateline.link.bulk import DEFAULT, caution, ordered
from dateline.link.cluster import MUST, NEVER, cluster
from dateline.link.columns import Columns, encode, join, taken
from dateline.link.compare import scores
from dateline.link.crowd import Caution, Crowds
from dateline.link.record import Report, Settings

NEAREST = 12
"""Claims of one key taken on either side of the new claim's day, as bulk linking does."""
MEMBERS = 8
"""Claims that stand for an incident in the comparison, spread evenly over it: enough for its mean."""


@dataclass(frozen=True, slots=True)
class Found:
    """The group of each new claim: claims with one number are one incident."""

    claim: str
    incident: str | None
    """Id of the incident it joins, or None: a new one."""
    group: int
    """Claims that found no incident and share a number make up one new incident."""


class Index:
    """Linked claims, sorted by every blocking key. Build it once, ask it for each new report.

    Read-only: what a report adds is answered from, and told to, the ledger; build anew when many were added.
    """

    def __init__(self, columns: Columns, incidents: Sequence[str]) -> None:
        self._columns = columns
        self._crowds = Crowds.of(columns)
        self._names, labels = np.unique(np.array(incidents, dtype=object).astype(str), return_inverse=True)
        self._labels = labels.astype(np.int64)
        order = np.argsort(self._labels, kind="stable").astype(np.int64)
        self._members = order
        self._starts = np.searchsorted(self._labels[order], np.arange(len(self._names) + 1))
        self._sorted = {key.name: _sorted(columns, key) for key in KEYS}

    def __len__(self) -> int:
        return len(self._columns)

    def place(
        self, claims: Iterable[Claim], report: Report, *, settings: Settings = DEFAULT
    ) -> tuple[Found, ...]:
        """The incident of each claim of one new report, in text order."""
        listed = ordered(claims, {report.id: report})
        new = encode(listed, {report.id: report})
        near = np.unique(self._labels[self._near(new)])
        rows = np.concatenate([self._sample(int(k)) for k in near]) if len(near) else np.zeros(0, np.int64)
        old = taken(self._columns, rows)
        both = join(old, new)
        owner = self._labels[rows]
        labels = _linked(both, owner, settings.threshold, caution(settings, both, self._crowds))
        return tuple(self._found(listed, labels, owner))

    def _near(self, new: Columns) -> NDArray[np.int64]:
        """Rows of the index that share a key with a new claim, nearest in time first."""
        found = []
        for key in KEYS:
            rows, values, days = self._sorted[key.name]
            at, wanted = keyed(new, key)
            when = day(new)[at]
            for value, moment in zip(wanted.tolist(), when.tolist(), strict=True):
                first, last = np.searchsorted(values, [value, value + 1])
                middle = first + np.searchsorted(days[first:last], moment)
                part = slice(max(first, middle - NEAREST), min(last, middle + NEAREST))
                found.append(rows[part][np.abs(days[part] - moment) <= key.days])
        return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)

    def _sample(self, label: int) -> NDArray[np.int64]:
        rows = self._members[self._starts[label] : self._starts[label + 1]]
        return rows[:: max(1, -(-len(rows) // MEMBERS))]

    def _found(
        self, claims: Sequence[Claim], labels: NDArray[np.int64], owner: NDArray[np.int64]
    ) -> Iterable[Found]:
        names: Mapping[int, str] = {int(labels[k]): str(self._names[owner[k]]) for k in range(len(owner))}
        for claim, label in zip(claims, labels[len(owner) :].tolist(), strict=True):
            yield Found(claim.id, names.get(label), label)


def _sorted(columns: Columns, key: Key) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    rows, values = keyed(columns, key)
    days = day(columns)[rows]
    order = np.lexsort((rows, days, values))
    return rows[order], values[order], days[order]


def _linked(both: Columns, owner: NDArray[np.int64], threshold: float, less: Caution) -> NDArray[np.int64]:
    """Clusters of old and new rows; old rows of one incident stay together, of two stay apart."""
    count, old = len(both), len(owner)
    new = np.arange(old, count, dtype=np.int64)
    a, b = (x.ravel() for x in np.meshgrid(np.arange(old, dtype=np.int64), new, indexing="ij"))
    inside = within(both)
    keep = inside[0] >= old
    a, b = np.concatenate([a, inside[0][keep]]), np.concatenate([b, inside[1][keep]])
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for k, name in enumerate(owner.tolist()):
        rows[name].append(k)
    must = [(listed[0], k) for listed in rows.values() for k in listed[1:]]
    return cluster(
        count,
        a,
        b,
        scores(both, a, b, caution=less),
        lambda i, j: _held(owner, scores(both, i, j, caution=less), i, j),
        threshold=threshold,
        pins=(must, ()),
    )


def _held(
    owner: NDArray[np.int64],
    made: NDArray[np.float32],
    i: NDArray[np.int64],
    j: NDArray[np.int64],
) -> NDArray[np.float32]:
    """The scores `made`, with what is linked already kept together and apart."""
    if not len(owner):
        return made
    old = (i < len(owner)) & (j < len(owner))
    same = owner[np.where(old, i, 0)] == owner[np.where(old, j, 0)]
    made[old & same] = MUST
    made[old & ~same] = NEVER
    return made
