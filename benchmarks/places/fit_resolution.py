"""Fits the weights that rank a name's candidates on LGL and TR-News and writes place_relations_weights.yaml.

    python -m benchmarks.places.fit_resolution

A conditional logit over the candidates of each gold name, refitted on the choices that
the weights before made for its neighbours; five folds by article; printed scores are of unseen articles.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.places.corpora import NAMES, GoldToponym
from benchmarks.places.parsed import parsed
from dateline.lexicon.gazetteer import Candidate
from dateline.mentions.places import toponyms_at
from dateline.resolve.places import evidence
from dateline.resolve.places_candidates import Name, Setting, key_of, setting_of
from dateline.resolve.places_company import company, rows_beside
from dateline.resolve.places_joint import choose
from dateline.resolve.places_score import Features
from dateline.resolve.places_table import Table

TARGET = Path(__file__).resolve().parents[2] / "src/dateline/lexicon/en/place_relations_weights.yaml"
FOLDS, SEED, PENALTY, ROUNDS = 5, 7, 0.5, 2
CLOSE_KM = 161.0
START = {
    "size": 4.0,
    "inside_next": 3.0,
    "near": 1.5,
    "kind=country": 2.0,
    "tier=1": 2.0,
    "country_named": 1.0,
}

Article = tuple[str, str, Setting, list[tuple[str, GoldToponym]]]


def data() -> list[Article]:
    """(corpus, name, setting, gold by key) of each article, from gold spans."""
    made: list[Article] = []
    for corpus, parse, listed in parsed(fresh="--fresh" in sys.argv):
        if corpus in NAMES:
            gold = sorted(listed, key=lambda g: g.span)
            toponyms = toponyms_at(parse, [g.span for g in gold])
            keys = [key_of(t) for t in toponyms]
            made.append(
                (
                    corpus,
                    parse.document.name,
                    setting_of(parse.document, toponyms),
                    list(zip(keys, gold, strict=True)),
                )
            )
    return made


def away(candidate: Candidate, gold: GoldToponym) -> float:
    """Kilometres between a candidate and the gold coordinates."""
    assert gold.lat is not None and gold.lon is not None
    lat1, lat2 = math.radians(candidate.place.lat), math.radians(gold.lat)
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(gold.lon - candidate.place.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def right(name: Name, gold: GoldToponym) -> int | None:
    """Index of the candidate that gold means: its id, else the nearest within 40 km, else None."""
    for i, candidate in enumerate(name.candidates):
        if candidate.place.ref == f"geonames:{gold.ref}":
            return i
    near = [(away(c, gold), i) for i, c in enumerate(name.candidates) if gold.lat is not None]
    return min(near)[1] if near and min(near)[0] < 40 else None


def fit(items: Iterable[tuple[list[Features], int, float]]) -> dict[str, float]:
    """Conditional logit with an L2 penalty, by Newton's method."""
    listed = list(items)
    names = sorted({n for rows, _, _ in listed for row in rows for n in row})
    column = {n: i for i, n in enumerate(names)}
    tables: list[tuple[NDArray[np.float64], int, float]] = []
    for rows, best, weight in listed:
        x = np.zeros((len(rows), len(names)))
        for i, row in enumerate(rows):
            for n, v in row.items():
                x[i, column[n]] = v
        tables.append((x, best, weight))
    w = np.zeros(len(names))
    for _ in range(10):
        gradient, hessian = -PENALTY * w, PENALTY * np.eye(len(names))
        for x, best, weight in tables:
            z = x @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            mean = p @ x
            gradient = gradient + weight * (x[best] - mean)
            hessian += weight * ((x * p[:, None]).T @ x - np.outer(mean, mean))
        w = w + np.linalg.solve(hessian, gradient)
    return {n: round(float(w[column[n]]), 3) for n in names if abs(w[column[n]]) >= 0.01}


def trained(training: list[Article]) -> dict[str, float]:
    """Weights after rounds of fitting on their own choices."""
    weights: dict[str, float] = START
    for _ in range(ROUNDS):
        items = []
        for _, _, setting, gold in training:
            chosen = [(c.candidate, setting.names[key]) for key, c in choose(setting, weights).items()]
            table = Table.of(setting)
            begins = dict(zip([name.key for name in table.names], table.begins, strict=False))
            beside = company(table, [begins[n.key] + n.candidates.index(c) for c, n in chosen])
            wanted = {k: g for k, g in gold if g.lat is not None}
            for number, name in enumerate(table.names):
                best = right(name, wanted[name.key]) if name.key in wanted else None
                if best is not None and len(name.candidates) > 1:
                    items.append((rows_beside(table, beside, number), best, 1.0))
        weights = fit(items)
    return weights


def judged(
    articles_: list[Article], weights: Mapping[str, float]
) -> list[tuple[str, float | None, Features]]:
    """(corpus, km or None, evidence) of every gold toponym with coordinates."""
    made: list[tuple[str, float | None, Features]] = []
    for corpus, _, setting, gold in articles_:
        choices = choose(setting, weights)
        for key, toponym in gold:
            if toponym.lat is not None:
                choice = choices.get(key)
                if choice is None:
                    made.append((corpus, None, {}))
                else:
                    made.append((corpus, away(choice.candidate, toponym), evidence(choice)))
    return made


def calibration(rows: list[tuple[str, float | None, Features]]) -> dict[str, float]:
    """Log-odds of the evidence for a choice being within 161 km."""
    kept = [(features_, d <= CLOSE_KM) for _, d, features_ in rows if d is not None]
    names = sorted(kept[0][0])
    x = np.array([[f[n] for n in names] for f, _ in kept])
    y = np.array([ok for _, ok in kept], dtype=float)
    w = np.zeros(len(names))
    for _ in range(20):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        w += np.linalg.solve(
            (x * (p * (1 - p))[:, None]).T @ x + 0.1 * np.eye(len(names)), x.T @ (y - p) - 0.1 * w
        )
    for name in ("sound_here", "sound_elsewhere"):
        chosen = [ok for f, ok in kept if f[name]]
        print(name, f"{sum(chosen)} right of {len(chosen)}")
    return {n: round(float(v), 3) for n, v in zip(names, w, strict=True)}


def main() -> None:
    """Cross-validates, prints, fits on all, writes."""
    held = data()
    names = sorted({a[1] for a in held})
    fold = dict(zip(names, np.random.default_rng(SEED).integers(0, FOLDS, len(names)), strict=True))
    rows = []
    for k in range(FOLDS):
        weights = trained([a for a in held if fold[a[1]] != k])
        rows += judged([a for a in held if fold[a[1]] == k], weights)
    for corpus in NAMES:
        mine = [d for c, d, _ in rows if c == corpus]
        found = [d for d in mine if d is not None]
        close = sum(d <= CLOSE_KM for d in found)
        print(
            corpus,
            len(mine),
            f"acc@161 {close / len(mine):.4f} of those with candidates {close / len(found):.4f}",
        )
        print("  mean km", round(float(np.mean(found))), "without candidates", len(mine) - len(found))
    weights = trained(held)
    lines = [f"  {n!r}: {v}" for n, v in sorted(weights.items())]
    head = "# Log-odds that rank the candidates of a name; written by benchmarks/places/fit_resolution.py.\n"
    head += "# `calibration`: log-odds of a choice being within 161 km, fitted on unseen articles.\n"
    TARGET.write_text(
        head + f"threshold: 0.4\ncalibration: {calibration(rows)}\nweights:\n" + "\n".join(lines) + "\n",
        "utf-8",
    )
    print(calibration(rows), weights)


if __name__ == "__main__":
    main()
