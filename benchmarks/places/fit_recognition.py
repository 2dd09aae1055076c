"""Fits the weights of the place finder on LGL and TR-News and writes place_words_weights.yaml.

    python -m benchmarks.places.fit_recognition

Logistic regression on named features, five folds by article; the printed scores are of articles
that the weights did not see. Half of the articles are seen a second time in capitals, as wire copy.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.places.parsed import parsed
from benchmarks.places.reports import Judged, judged_reports
from dateline.document import Span
from dateline.lexicon.load import mapping
from dateline.mentions.places import judged, kept
from dateline.mentions.places_features import Features, Scene
from dateline.mentions.places_spans import Stretch
from dateline.mentions.places_words import Word, words_of

TARGET = Path(__file__).resolve().parents[2] / "src/dateline/lexicon/en/place_words_weights.yaml"
FOLDS = 5
PENALTY = 1.0
SEED = 7

Example = tuple[Stretch, Features, Span]
Article = tuple[str, str, list[list[Example]], list[Span], list[list[Word]]]


def examples() -> list[Article]:
    """(corpus, name, candidates by block, gold spans, words) of each article, half in capitals too."""
    made = []
    for corpus, parse, gold in parsed(fresh="--fresh" in sys.argv):
        scene = Scene(parse, words_of(parse))
        spans = [g.span for g in gold if not g.adjective]
        made.append((corpus, parse.document.name, _candidates(scene), spans, scene.blocks))
    return made


def _candidates(scene: Scene) -> list[list[Example]]:
    blocks = []
    for number, words in enumerate(scene.blocks):
        found = list(judged(scene, number))
        blocks.append([(s, f, Span(words[s.first].span.start, words[s.last - 1].span.end)) for s, f in found])
    return blocks


def fit(rows: list[Features], labels: list[bool]) -> dict[str, float]:
    """Logistic regression with an L2 penalty, by Newton's method."""
    names = sorted({name for row in rows for name in row})
    column = {name: i for i, name in enumerate(names)}
    x: NDArray[np.float64] = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            x[i, column[name]] = value
    y = np.array(labels, dtype=float)
    w = np.zeros(len(names))
    for _ in range(8):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(names))
        w += np.linalg.solve(hessian, x.T @ (y - p) - PENALTY * w)
    return {name: round(float(w[column[name]]), 2) for name in names if abs(w[column[name]]) >= 0.05}


def predicted(article: Article, weights: dict[str, float], threshold: float) -> set[Span]:
    """Spans found in an article."""
    found: set[Span] = set()
    scored: list[list[tuple[float, Stretch]]] = []
    for block in article[2]:
        sums = [(s, sum(weights.get(n, 0.0) * v for n, v in row.items())) for s, row, _ in block]
        scored.append([(float(1 / (1 + np.exp(-z))), s) for s, z in sums])
    for block, chosen in zip(article[2], kept(scored, article[4], threshold), strict=True):
        spans = {id(s): span for s, _, span in block}
        found |= {spans[id(s)] for s in chosen}
    return found


def scores(items: list[tuple[Article, set[Span]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of exact spans."""
    hits = sum(len(found & set(a[3])) for a, found in items)
    said, gold = sum(len(f) for _, f in items), sum(len(set(a[3])) for a, _ in items)
    p, r = hits / max(said, 1), hits / max(gold, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9)


def main() -> None:
    """Cross-validates, prints, fits on all, writes."""
    data = examples()
    print("weights before:")
    war_reports(mapping("place_words_weights")["weights"])
    names = sorted({a[1] for a in data})
    fold = dict(zip(names, np.random.default_rng(SEED).integers(0, FOLDS, len(names)), strict=True))
    held: dict[float, list[tuple[Article, set[Span]]]] = {t: [] for t in (0.3, 0.4, 0.5)}
    for k in range(FOLDS):
        weights = fit(*_table([a for a in data if fold[a[1]] != k]))
        for article in data:
            if fold[article[1]] == k:
                for threshold, items in held.items():
                    items.append((article, predicted(article, weights, threshold)))
    corpora = sorted({a[0] for a in data})
    for threshold, items in held.items():
        cells = [
            f"{c} " + "/".join(f"{100 * v:.1f}" for v in scores([i for i in items if i[0][0] == c]))
            for c in corpora
        ]
        print(threshold, "  ".join(cells))
    weights = fit(*_table(data))
    war_reports(weights)
    lines = [f"  {name!r}: {value}" for name, value in sorted(weights.items())]
    head = (
        "# Log-odds of each feature of the place finder; written by benchmarks/places/fit_recognition.py.\n"
    )
    TARGET.write_text(head + "threshold: 0.35\nweights:\n" + "\n".join(lines) + "\n", "utf-8")


@cache
def _reports(split: str) -> list[tuple[str, list[Judged], list[Span], list[Span]]]:
    return list(judged_reports(split))


def war_reports(weights: dict[str, float], threshold: float = 0.4) -> None:
    """Prints, for gold reports, how many judged names of places are kept, and of parties let go."""
    for split in ("train", "dev"):
        rows = [(row, label) for _, judged_rows, _, _ in _reports(split) for _, row, label in judged_rows]
        kept = [
            sum(weights.get(n, 0.0) * v for n, v in row.items()) >= np.log(threshold / (1 - threshold))
            for row, _ in rows
        ]
        for label, said in ((True, "places kept"), (False, "others kept")):
            chosen = [k for k, (_, own) in zip(kept, rows, strict=True) if own is label]
            print(split, said, f"{100 * sum(chosen) / len(chosen):.1f} of {len(chosen)}")


def _table(data: list[Article]) -> tuple[list[Features], list[bool]]:
    rows = [(row, span in set(a[3])) for a in data for block in a[2] for _, row, span in block]
    rows += [(row, label) for _, judged_rows, _, _ in _reports("train") for _, row, label in judged_rows]
    return [r for r, _ in rows], [label for _, label in rows]


if __name__ == "__main__":
    main()
