"""Clusters of rows from pair scores: average linkage under constraints, component by component."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Score = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32]]

LARGEST = 400
"""A component of more rows is first cut at its weaker edges: average linkage is cubic."""
STEP = 0.5
"""Log-odds by which the edge threshold rises while a component is too large."""
MUST, NEVER = np.float32(1e4), np.float32(-1e4)


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


def groups(labels: NDArray[np.int64], rows: NDArray[np.int64] | None = None) -> Iterator[NDArray[np.int64]]:
    """The rows of each label that has more than one, ascending."""
    order = np.argsort(labels, kind="stable")
    edges = np.flatnonzero(np.diff(labels[order])) + 1
    for part in np.split(order, edges):
        if len(part) > 1:
            yield part if rows is None else rows[part]


def linkage(matrix: NDArray[np.float32], threshold: float) -> NDArray[np.int64]:
    """Cluster number of each row: the two clusters of highest mean score merge while it is above `threshold`.

    `MUST` and `NEVER` entries decide alone: a cluster pair that holds a `NEVER` has a mean far below any threshold.
    """
    count = len(matrix)
    total = matrix.astype(np.float64)
    size = np.ones(count)
    label = np.arange(count)
    mean = total.copy()
    np.fill_diagonal(mean, -np.inf)
    for _ in range(count - 1):
        flat = int(np.argmax(mean))
        i, j = divmod(flat, count)
        if mean[i, j] <= threshold:
            break
        i, j = min(i, j), max(i, j)
        total[i] += total[j]
        total[:, i] += total[:, j]
        size[i] += size[j]
        label[label == j] = i
        mean[i] = total[i] / (size[i] * size)
        mean[:, i] = mean[i]
        mean[i, i] = -np.inf
        mean[j] = mean[:, j] = -np.inf
        size[j] = 1
        dead = np.setdiff1d(np.arange(count), label)
        mean[i, dead] = mean[dead, i] = -np.inf
    return label


def cluster(
    count: int,
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    weight: NDArray[np.float32],
    score: Score,
    *,
    threshold: float,
    must: Sequence[tuple[int, int]] = (),
    never: Sequence[tuple[int, int]] = (),
) -> NDArray[np.int64]:
    """The smallest row of each row's cluster. `score` gives the pairs that blocking left out."""
    labels = np.arange(count, dtype=np.int64)
    forced = np.array(must, dtype=np.int64).reshape(-1, 2)
    for rows in _components(count, a, b, weight, forced, threshold):
        matrix = _matrix(rows, score)
        _constrain(matrix, rows, must, never)
        found = linkage(matrix, threshold)
        labels[rows] = rows[found]
    return labels


def _components(
    count: int,
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    weight: NDArray[np.float32],
    forced: NDArray[np.int64],
    threshold: float,
) -> Iterator[NDArray[np.int64]]:
    waiting = [(threshold, a, b, weight)]
    while waiting:
        least, a, b, weight = waiting.pop()
        keep = weight > least
        a, b, weight = a[keep], b[keep], weight[keep]
        labels = components(count, np.concatenate([a, forced[:, 0]]), np.concatenate([b, forced[:, 1]]))
        for rows in groups(labels):
            if len(rows) <= LARGEST or not len(a):
                yield rows
                continue
            inside = np.isin(a, rows)
            waiting.append((least + STEP, a[inside], b[inside], weight[inside]))


def _matrix(rows: NDArray[np.int64], score: Score) -> NDArray[np.float32]:
    i, j = np.triu_indices(len(rows), 1)
    matrix = np.zeros((len(rows), len(rows)), dtype=np.float32)
    matrix[i, j] = matrix[j, i] = score(rows[i], rows[j])
    return matrix


def _constrain(
    matrix: NDArray[np.float32],
    rows: NDArray[np.int64],
    must: Iterable[tuple[int, int]],
    never: Iterable[tuple[int, int]],
) -> None:
    at = {int(row): k for k, row in enumerate(rows)}
    for listed, value in ((must, MUST), (never, NEVER)):
        for x, y in listed:
            if x in at and y in at:
                matrix[at[x], at[y]] = matrix[at[y], at[x]] = value
