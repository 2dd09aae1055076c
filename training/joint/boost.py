"""Boosted trees fitted with scikit-learn and written for `dateline.annotate.trees`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

Fitted = HistGradientBoostingClassifier


def fitted(
    rows: np.ndarray, answers: np.ndarray, *, trees: int, leaves: int = 8, weight: np.ndarray | None = None
) -> Fitted:
    """Trees for a yes-or-no question; strongly regularised, the gold set is small."""
    return HistGradientBoostingClassifier(
        max_iter=trees, learning_rate=0.05, max_leaf_nodes=leaves, min_samples_leaf=30,
        l2_regularization=5.0, max_features=0.4, early_stopping=False, random_state=1,
    ).fit(rows, answers, sample_weight=weight)  # fmt: skip


def left_out(
    rows: np.ndarray,
    answers: np.ndarray,
    fold: np.ndarray,
    *,
    weight: np.ndarray | None = None,
    **options: int,
) -> np.ndarray:
    """Each row's probability from trees that saw no row of its fold; answers below 0 are not learned from."""
    chance = np.zeros(len(rows))
    for k in np.unique(fold):
        learn = (fold != k) & (answers >= 0)
        made = fitted(
            rows[learn], answers[learn], weight=None if weight is None else weight[learn], **options
        )
        chance[fold == k] = made.predict_proba(rows[fold == k])[:, 1]
    return chance


def store(made: Fitted, path: Path) -> None:
    """Write the trees; see `dateline.annotate.trees.Trees` for the form."""
    nodes = [part[0].nodes for part in made._predictors]
    size = max(map(len, nodes))
    shape = (len(nodes), size)
    feature, left, right = (np.zeros(shape, np.int16) for _ in range(3))
    threshold, value = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    for k, tree in enumerate(nodes):
        n, leaf = len(tree), tree["is_leaf"].astype(bool)
        here = np.arange(n)
        feature[k, :n] = np.where(leaf, 0, tree["feature_idx"])
        threshold[k, :n] = tree["num_threshold"]
        left[k, :n] = np.where(leaf, here, tree["left"])
        right[k, :n] = np.where(leaf, here, tree["right"])
        value[k, :n] = np.where(leaf, tree["value"], 0)
    np.savez_compressed(
        path, feature=feature, threshold=threshold, left=left, right=right, value=value,
        start=np.float32(made._baseline_prediction.ravel()[0]),
    )  # fmt: skip
