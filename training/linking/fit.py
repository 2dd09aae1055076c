"""Fits the weights of `dateline.link.compare` on the train link groups and writes `link/weights.json`.

    python -m training.linking.fit            # prints cross-validated figures, writes the weights

Logistic regression by Newton's method on all pairs of claims of one group (and, as negatives, of
neighbouring groups), each pair weighted so that a claim of a large group counts as much as one of a
small group. No randomness: the same gold gives the same file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.linking.gold import Group, groups
from benchmarks.linking.measures import conll
from dateline.link.block import candidates
from dateline.link.cluster import cluster
from dateline.link.columns import Columns, encode
from dateline.link.compare import Weights, scores
from dateline.link.features import measure
from dateline.link.pairs import pairs

OUT = Path(__file__).resolve().parents[2] / "src/dateline/link/weights.json"
RIDGE = 12.0
"""From 8 to 40 the log loss of groups left out is level; 12 has the best incidents over the thresholds."""
PLAIN = (
    "within: known to lie apart",
    "across: known to lie apart",
    "within: days apart",
    "across: days apart",
)
"""Features with a ridge of 1: few pairs have them, but of 4,500 places apart in gold only 28 are of one
incident, and of 2,100 pairs dated more than a day apart one."""
SAID = {"within: dated apart": -16.0}
"""Weights that are not fitted. A report that dates two claims to two days itself tells of two events (of 754
pairs in gold 7 are of one): a few such pairs must outweigh the many of two events of one town that are alike,
whose mean is what clusters by."""
GROUP = 960.0
"""Weight of all pairs of a group of sixty claims; it grows with the root of the number of claims."""
STRANGER = 1.0
"""Weight of a candidate pair of two groups: in a ledger such pairs are many, here they are few."""


def table(
    group: Group,
) -> tuple[Columns, np.ndarray, np.ndarray, dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """Columns of a group, the pairs gold judges, their features and truth, and each claim's incident or -1.

    Claims that gold puts in no incident stand in the columns, where they open scenes, but in no pair.
    """
    columns = encode(group.claims, {r.id: r for r in group.reports})
    where = {c: k for k, i in enumerate(group.incidents) for c in i}
    label = np.array([where.get(c.id, -1) for c in group.claims])
    known = np.flatnonzero(label >= 0)
    a, b = (known[side] for side in np.triu_indices(len(known), 1))
    return columns, a, b, measure(pairs(columns, a, b)), (label[a] == label[b]).astype(float), label


def newton(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, *, ridge: np.ndarray | float = RIDGE, steps: int = 30
) -> np.ndarray:
    """Weights of a logistic regression, a ridge for each feature; the last column is the unpenalised bias."""
    beta = np.zeros(x.shape[1])
    penalty = np.append(np.broadcast_to(ridge, x.shape[1] - 1), 1e-6)
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (y - p)) - penalty * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def strangers(listed: Sequence[Group]) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
    """Candidate pairs of claims of two groups, never one incident: the group of each and the features."""
    claims = [(n, c) for n, g in enumerate(listed) for c in g.claims]
    columns = encode([c for _, c in claims], {r.id: r for g in listed for r in g.reports})
    group = np.array([n for n, _ in claims])
    a, b = candidates(columns)
    keep = group[a] != group[b]
    a, b = a[keep], b[keep]
    return group[a], group[b], measure(pairs(columns, a, b))


def fitted(tables: Sequence[tuple], names: Sequence[str], others: tuple, left_out: int = -1) -> Weights:
    """Weights from the pairs of several groups and of strangers, all but those of one group."""
    used = [t for n, t in enumerate(tables) if n != left_out]
    known = (others[0] != left_out) & (others[1] != left_out)
    x = [np.stack([t[3][n] for n in names] + [np.ones(len(t[1]))], axis=1) for t in used]
    x.append(np.stack([others[2][n][known] for n in names] + [np.ones(known.sum())], axis=1))
    y = np.concatenate([*(t[4] for t in used), np.zeros(known.sum())])
    w = [np.full(len(t[1]), GROUP * (len(t[0]) / 60) ** 0.5 / max(len(t[1]), 1)) for t in used]
    w.append(np.full(known.sum(), STRANGER))
    ridge = np.array([1.0 if name in PLAIN else RIDGE for name in names])
    beta = newton(np.concatenate(x).astype(float), y, np.concatenate(w), ridge=ridge)
    return Weights(bias=float(beta[-1]), features=dict(zip(names, map(float, beta[:-1]), strict=True)) | SAID)


def linked(t: tuple, used: Weights, threshold: float) -> list[set[int]]:
    """Clusters of a group's claims by these weights, as a ledger of this group alone would have them."""
    columns, label = t[0], t[5]
    a, b = candidates(columns)
    weight = scores(columns, a, b, using=used)
    found = cluster(
        len(columns), a, b, weight, lambda i, j: scores(columns, i, j, using=used), threshold=threshold
    )
    clusters = (set(np.flatnonzero((found == k) & (label >= 0)).tolist()) for k in np.unique(found))
    return [c for c in clusters if c]


def evaluate(tables: Sequence[tuple], used: Sequence[Weights], threshold: float) -> dict[str, float]:
    """CoNLL F1 over several groups, each linked with its own weights."""
    key = [
        {(n, int(r)) for r in np.flatnonzero(t[5] == k)}
        for n, t in enumerate(tables)
        for k in np.unique(t[5][t[5] >= 0])
    ]
    response = [{(n, r) for r in c} for n, t in enumerate(tables) for c in linked(t, used[n], threshold)]
    return conll(key, response)


def main() -> None:
    """Cross-validates over groups, then fits on all train groups and writes the file."""
    train, dev = list(groups("train")), list(groups("dev"))
    tables, held = [table(g) for g in train], [table(g) for g in dev]
    names = tuple(n for n in tables[0][3] if n not in SAID)
    others = strangers(train)
    folds = [fitted(tables, names, others, n) for n in range(len(tables))]
    whole = fitted(tables, names, others)
    for threshold in (-1.5, -1.25, -1.0, -0.875, -0.75, -0.625, -0.5, -0.25, 0.0):
        left_out = evaluate(tables, folds, threshold)
        print(
            threshold,
            "train, group left out",
            left_out,
            "dev",
            evaluate(held, [whole] * len(held), threshold),
        )
    made = {
        "fitted": f"{len(train)} train link groups, {sum(len(t[1]) for t in tables)} pairs, ridge {RIDGE}",
        "bias": round(whole.bias, 3),
        "features": {n: round(w, 3) for n, w in whole.features.items()},
    }
    OUT.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    print(len(names), "features ->", OUT)


if __name__ == "__main__":
    main()
