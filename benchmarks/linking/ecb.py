"""Cross-document event coreference on ECB+ (topics 1-35 of ../shared/bench/linking), gold mentions.

    python -m benchmarks.linking.ecb                     # trees over likenesses of words and encoder states
    python -m benchmarks.linking.ecb --features words    # the same without the encoder
    python -m benchmarks.linking.ecb --features room     # the link room's own features and kind of weights
    python -m benchmarks.linking.ecb --all-mentions      # sentences that ECB+'s makers did not check, too

Five folds by topic; the documents of a fold are linked at once by the link room's clusterer, no gold clusters
of documents are given, and each fold's threshold is the one that is best on the other folds. ECB+ has neither
codebook actions nor resolved places: `room` is what the link room can measure there, fitted as the shipped
weights are. The trees, `ecb_likeness` and `ecb_states` are of this benchmark alone.
Gold singletons are kept; CoNLL F1 is the mean of MUC, B-cubed and CEAF-e as ../shared/score/score_links.py
computes them, CEAF-e by scipy's assignment where there are too many clusters for its cubic one.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.linking.ecb_corpus import Mention, Text, mentions, texts
from benchmarks.linking.ecb_likeness import Documents, words
from benchmarks.linking.ecb_room import room
from benchmarks.linking.ecb_states import states
from benchmarks.linking.measures import scorer
from dateline.link.cluster import cluster
from training.linking.fit import newton

FOLDS = 5
NEAR = 0.1
"""Documents less alike are never compared: of 21,092 gold pairs of checked sentences 105 are lost."""
THRESHOLDS = (-1.5, -1.25, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25)
APART = -7.0
"""Log-odds of pairs never compared."""
PARTS = {"room": ("room",), "words": ("words",), "states": ("words", "states")}


@dataclass(frozen=True, slots=True)
class Task:
    """Pairs of mentions with features and truth, and each mention's chain, topic and fold."""

    a: np.ndarray
    b: np.ndarray
    x: np.ndarray
    y: np.ndarray
    chain: np.ndarray
    topic: np.ndarray

    @property
    def fold(self) -> np.ndarray:
        """The fold of each mention: topics stay whole."""
        return self.topic % FOLDS

    def inside(self, fold: int) -> np.ndarray:
        """The pairs of one fold."""
        return (self.fold[self.a] == fold) & (self.fold[self.b] == fold)

    def outside(self, fold: int) -> np.ndarray:
        """The pairs that have nothing of a fold."""
        return (self.fold[self.a] != fold) & (self.fold[self.b] != fold)


def task(read: Sequence[Text], listed: Sequence[Mention], parts: Sequence[str]) -> Task:
    """Pairs of mentions in documents that share something, measured by these parts of the features."""
    told = Documents(read)
    document = np.array([told.at[m.document] for m in listed])
    a, b = np.triu_indices(len(listed), 1)
    near = told.alike[document[a], document[b]] > NEAR
    a, b = a[near], b[near]
    measured = {
        "room": lambda: room(listed, a, b),
        "words": lambda: words(listed, read, told, a, b),
        "states": lambda: states(listed, read, a, b),
    }
    values = {name: v for part in parts for name, v in measured[part]().items()}
    x = np.stack([np.asarray(v, np.float32) for v in values.values()], axis=1)
    chain = np.unique([m.chain for m in listed], return_inverse=True)[1]
    topic = np.array([int(m.topic) for m in listed])
    return Task(a, b, x, chain[a] == chain[b], chain, topic)


def logistic(x: np.ndarray, y: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Log-odds of `asked` by logistic regression on all pairs of one chain and every tenth of the others."""
    keep = y | (np.arange(len(y)) % 10 == 0)
    rows = np.column_stack([x[keep], np.ones(keep.sum())]).astype(float)
    beta = newton(rows, y[keep].astype(float), np.where(y[keep], 0.1, 1.0), ridge=5.0, steps=12)
    odds: np.ndarray = asked @ beta[:-1] + beta[-1]
    return odds


def trees(x: np.ndarray, y: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Log-odds of `asked` by boosted trees on all pairs of one chain and every third of the others."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    keep = y | (np.arange(len(y)) % 3 == 0)
    fitted = HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.08,
        max_leaf_nodes=15,
        min_samples_leaf=60,
        l2_regularization=5.0,
        max_features=0.5,
        max_bins=63,
        early_stopping=False,
        random_state=1,
    ).fit(x[keep], y[keep], sample_weight=np.where(y[keep], 1.0, 3.0))
    odds: np.ndarray = fitted.decision_function(asked)
    return odds


def linked(made: Task, odds: np.ndarray, fold: int) -> list[np.ndarray]:
    """Clusters of a fold's mentions at each threshold, as the first mention of each."""
    rows = np.flatnonzero(made.fold == fold)
    local = np.full(len(made.chain), -1)
    local[rows] = np.arange(len(rows))
    mine = made.inside(fold)
    i, j = local[made.a[mine]], local[made.b[mine]]
    known = np.full((len(rows), len(rows)), APART, np.float32)
    known[i, j] = known[j, i] = np.maximum(odds, APART)
    return [
        rows[cluster(len(rows), i, j, known[i, j], lambda p, q: known[p, q], threshold=t)] for t in THRESHOLDS
    ]


def report(made: Task, used: str) -> None:
    """Links each fold with a model of the others and prints the scores at the thresholds chosen there."""
    model = logistic if used == "room" else trees
    labels = np.full((len(THRESHOLDS), len(made.chain)), -1)
    for f in range(FOLDS):
        rest, mine = made.outside(f), made.inside(f)
        labels[:, made.fold == f] = linked(made, model(made.x[rest], made.y[rest], made.x[mine]), f)
    found, chosen = np.full(len(made.chain), -1), []
    for f in range(FOLDS):
        others = made.fold != f
        scores = [conll(made.chain[others], row[others])["conll"] for row in labels]
        best = int(np.argmax(scores))
        found[~others] = labels[best, ~others]
        chosen.append(THRESHOLDS[best])
    navies = made.topic == 12
    print(json.dumps({"thresholds": chosen, **conll(made.chain, found)}))
    print(json.dumps({"topic 12": conll(made.chain[navies], found[navies])["conll"]}))


def conll(key: np.ndarray, found: np.ndarray) -> dict[str, float]:
    """MUC and B-cubed by score_links.py, CEAF-e by the same formula with scipy's assignment."""
    from scipy.optimize import linear_sum_assignment

    numbers = [np.unique(x, return_inverse=True)[1] for x in (key, found)]
    sets = [[set(members.tolist()) for members in _members(x)] for x in numbers]
    parts = {m: getattr(scorer(), m)(*sets)["f1"] for m in ("muc", "b3")}
    common = np.zeros([x.max() + 1 for x in numbers])
    np.add.at(common, tuple(numbers), 1)
    phi = 2 * common / (common.sum(axis=1, keepdims=True) + common.sum(axis=0, keepdims=True))
    total = phi[linear_sum_assignment(-phi)].sum()
    parts["ceafe"] = round(2 * total / sum(common.shape), 4)
    return {"conll": round(sum(parts.values()) / 3, 4), **parts}


def _members(numbers: np.ndarray) -> list[np.ndarray]:
    order = np.argsort(numbers, kind="stable")
    return np.split(order, np.cumsum(np.bincount(numbers))[:-1])


def main() -> None:
    """Reads the corpus and reports one set of features."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--features", choices=tuple(PARTS), default="states")
    asked.add_argument("--all-mentions", action="store_true")
    given = asked.parse_args()
    read = list(texts())
    listed = mentions(read, checked=not given.all_mentions)
    made = task(read, listed, PARTS[given.features])
    counts = {"mentions": len(listed), "chains": len(set(made.chain)), "pairs": len(made.a)}
    print(json.dumps({**counts, "same": int(made.y.sum()), "features": made.x.shape[1]}), flush=True)
    report(made, given.features)


if __name__ == "__main__":
    main()
