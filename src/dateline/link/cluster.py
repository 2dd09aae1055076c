"""Clusters of rows from pair scores: average linkage, a little drawn to the best pair, under constraints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Score = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32]]
Pins = tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]

LARGEST = 150
"""A component of more rows is first cut at its weaker edges: average linkage is cubic, and in a large ledger
busy places make chains of events. From 120 down incidents of gold are cut (two hundredths of CoNLL F1)."""
BATCH = 100_000
"""Pairs scored at once."""
STEP = 0.5
"""Log-odds by which the edge threshold rises while a component is too large."""
MUST, NEVER = np.float32(1e4), np.float32(-1e9)
"""Scores of pairs that people have decided; one `NEVER` outweighs all pairs of two large clusters."""
BEST = 0.2
"""Part of the best pair in how alike two clusters are; 0 and 0.3 are worse with the group left out."""


def components(count: int, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.int64]:
    """The smallest row of each row's connected component."""
    root = np.arange(count, dtype=np.int64)
    while len(a):
        low = np.minimum(root[a], root[b])
        before = root.copy()
        np.minimum.at(root, root[a], low)
        np.minimum.at(root, root[b], low)
        while True:
            jumped = root[root]
            if np.array_equal(jumped, root):
                break
            root = jumped
        if np.array_equal(root, before):
            break
        open_ = root[a] != root[b]
        a, b = a[open_], b[open_]
    return root


def linkage(matrix: NDArray[np.float32], threshold: float) -> NDArray[np.int64]:
    """Cluster number of each row: the two clusters most alike merge while they are above `threshold`.

    Two clusters are as alike as their pairs are on average, and a little as their best pair is (`BEST`).
    `MUST` and `NEVER` entries decide alone: with a `NEVER` two clusters' mean is far below any threshold.
    """
    count = len(matrix)
    label = np.arange(count)
    if count == 2:
        return np.zeros(2, dtype=np.int64) if matrix[0, 1] > threshold else label
    if matrix[np.triu_indices(count, 1)].min() > threshold:
        return np.zeros(count, dtype=np.int64)
    total, best, size = matrix.astype(np.float64), matrix.astype(np.float64), np.ones(count)
    alike = total.copy()
    np.fill_diagonal(alike, -np.inf)
    dead = np.zeros(count, dtype=np.bool_)
    for _ in range(count - 1):
        i, j = sorted(divmod(int(np.argmax(alike)), count))
        if alike[i, j] <= threshold:
            break
        total[i] += total[j]
        total[:, i] += total[:, j]
        best[i] = best[:, i] = np.maximum(best[i], best[j])
        size[i] += size[j]
        dead[j] = True
        label[label == j] = i
        row = (1 - BEST) * total[i] / (size[i] * size) + BEST * best[i]
        row[dead] = row[i] = -np.inf
        alike[i] = alike[:, i] = row
        alike[j] = alike[:, j] = -np.inf
    return label


def cluster(
    count: int,
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    weight: NDArray[np.float32],
    score: Score,
    *,
    threshold: float,
    pins: Pins = ((), ()),
) -> NDArray[np.int64]:
    """The smallest row of each row's cluster.

    `a`, `b` and `weight` are the candidate pairs; `score` gives the pairs that blocking left out. `pins` are
    the pairs of rows that must, and those that must never, be in one cluster.
    """
    labels = np.arange(count, dtype=np.int64)
    forced = np.array(pins[0], dtype=np.int64).reshape(-1, 2)
    pinned = _forced(*pins)
    whole = _Part(labels.copy(), a, b, weight, forced, threshold)
    for batch in _batches(_components(whole)):
        for rows, matrix in _matrices(batch, score):
            _constrain(matrix, rows, pinned)
            labels[rows] = rows[linkage(matrix, threshold)]
    return labels


def _batches(parts: Iterable[NDArray[np.int64]]) -> Iterator[list[NDArray[np.int64]]]:
    """Components in batches of about `BATCH` pairs: scoring few at a time costs as much as scoring many."""
    waiting: list[NDArray[np.int64]] = []
    size = 0
    for rows in parts:
        waiting.append(rows)
        size += len(rows) * (len(rows) - 1) // 2
        if size >= BATCH:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of which some may belong together: their edges and forced pairs, as places in `rows`."""

    rows: NDArray[np.int64]
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    weight: NDArray[np.float32]
    forced: NDArray[np.int64]
    least: float

    def stronger(self) -> _Part:
        """The part with the edges above `least` alone."""
        keep = self.weight > self.least
        return replace(self, a=self.a[keep], b=self.b[keep], weight=self.weight[keep])

    def groups(self) -> Iterator[_Part]:
        """The connected components of more than one row, each with its own edges, to be cut higher."""
        count = len(self.rows)
        a, b = (np.concatenate([x, self.forced[:, k]]) for k, x in enumerate((self.a, self.b)))
        labels = components(count, a, b)
        order = np.argsort(labels, kind="stable")
        local = np.empty(count, np.int64)
        # Every list is sorted by component once: a cut costs what it cuts, not what the ledger holds.
        edges, pins = (np.argsort(labels[x], kind="stable") for x in (self.a, self.forced[:, 0]))
        tops = [labels[order], labels[self.a[edges]], labels[self.forced[pins, 0]]]
        names = np.flatnonzero(np.bincount(labels, minlength=count) > 1)
        first = [np.searchsorted(top, names) for top in tops]
        last = [np.searchsorted(top, names, side="right") for top in tops]
        for k in range(len(names)):
            mine, edge, pin = (o[first[n][k] : last[n][k]] for n, o in enumerate((order, edges, pins)))
            local[mine] = np.arange(len(mine))
            yield _Part(
                rows=self.rows[mine],
                a=local[self.a[edge]],
                b=local[self.b[edge]],
                weight=self.weight[edge],
                forced=local[self.forced[pin]],
                least=self.least + STEP,
            )


def _components(whole: _Part) -> Iterator[NDArray[np.int64]]:
    """The rows of each component; those of too many are cut at weaker edges until they are few enough."""
    waiting = [whole]
    while waiting:
        for part in waiting.pop().stronger().groups():
            if len(part.rows) <= LARGEST or not len(part.a):
                yield part.rows
            else:
                waiting.append(part)


def _matrices(
    batch: Sequence[NDArray[np.int64]], score: Score
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """Each component with the scores of all its pairs."""
    corners = [np.triu_indices(len(rows), 1) for rows in batch]
    a = np.concatenate([rows[i] for rows, (i, _) in zip(batch, corners, strict=True)])
    b = np.concatenate([rows[j] for rows, (_, j) in zip(batch, corners, strict=True)])
    values, first = score(a, b), 0
    for rows, (i, j) in zip(batch, corners, strict=True):
        matrix = np.zeros((len(rows), len(rows)), dtype=np.float32)
        matrix[i, j] = matrix[j, i] = values[first : first + len(i)]
        first += len(i)
        yield rows, matrix


def _constrain(
    matrix: NDArray[np.float32],
    rows: NDArray[np.int64],
    forced: Mapping[int, Sequence[tuple[int, np.float32]]],
) -> None:
    if not forced:
        return
    at = {int(row): k for k, row in enumerate(rows)}
    for row, k in at.items():
        for other, value in forced.get(row, ()):
            if other in at:
                matrix[k, at[other]] = matrix[at[other], k] = value


def _forced(
    must: Iterable[tuple[int, int]], never: Iterable[tuple[int, int]]
) -> Mapping[int, Sequence[tuple[int, np.float32]]]:
    made: defaultdict[int, list[tuple[int, np.float32]]] = defaultdict(list)
    for listed, value in ((must, MUST), (never, NEVER)):
        for x, y in listed:
            made[x].append((y, value))
    return dict(made)
