"""Fits the joint decisions on gold with out-of-corpus evidence: see README.md beside this file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from dateline.annotate.trees import FOLDER, trees
from dateline.claims.triggers import proposed
from dateline.claims.triggers_features import rows_of
from training.joint.boost import fitted, left_out, store
from training.joint.fit_bodies import fit_bodies
from training.joint.fit_figures import fit_figures
from training.joint.fit_names import fit_names
from training.joint.fit_parties import fit_parties
from training.joint.fit_places import fit_places
from training.joint.plain import plain_rows
from training.joint.reports import Report, fold_reports

RESULTS = Path(__file__).with_name("results.json")
SIZE = {"trees": 160, "leaves": 8}


def trigger_rows(report: Report) -> tuple[np.ndarray, np.ndarray]:
    """Rows of a report's candidates and whether each is a claim's trigger (-1: a second word of one)."""
    assert report.parse.evidence is not None
    found = list(proposed(report.parse, report.parse.evidence))
    rows = rows_of(report.parse, found, report.parse.evidence)
    answers = np.zeros(len(found), np.int8)
    spans = [report.parse.span_of(p.first, p.last) for p in found]
    for claim in report.claims:
        low, high = claim["span"]
        over = [k for k, s in enumerate(spans) if s.start < high and low < s.end]
        over.sort(key=lambda k: -float(rows[k, 0]))
        answers[over[1:]] = np.where(answers[over[1:]] == 1, 1, -1)
        answers[over[:1]] = 1
    return rows, answers


def fit_all(made: list[Report], folder: Path, plain: np.ndarray) -> dict[str, Any]:
    """Write all trees to `folder`; each kind is fitted on what those before it decide.

    `plain` are rows of candidates outside gold that are no events (`plain.py`).
    """
    told = {"names": fit_names(made, folder), "triggers": fit_triggers(made, folder, plain)}
    trees.cache_clear()
    for name, fit in (
        ("places", fit_places),
        ("parties", fit_parties),
        ("figures", fit_figures),
        ("bodies", fit_bodies),
    ):
        told[name] = fit(made, folder)
        trees.cache_clear()
    return told


def fit_triggers(made: list[Report], folder: Path, plain: np.ndarray) -> dict[str, Any]:
    """Write triggers.npz; the figures count candidates, left-out corpora only."""
    told = [(report.fold, *trigger_rows(report)) for report in made]
    parts = [(k, rows, answers) for k, rows, answers in told if len(answers)]
    rows, answers = (np.concatenate([part[i] for part in parts]) for i in (1, 2))
    fold = np.concatenate([np.full(len(rows), k) for k, rows, _ in parts])
    known = answers >= 0
    rows, answers, fold = rows[known], answers[known], fold[known]
    asked = len(rows)
    # No report is in fold -1: the plain candidates are learned from always and asked of never.
    rows, answers = np.concatenate([rows, plain]), np.concatenate([answers, np.zeros(len(plain), np.int8)])
    fold = np.concatenate([fold, np.full(len(plain), -1)])
    chance = left_out(rows, answers, fold, **SIZE)[:asked]
    store(fitted(rows, answers, **SIZE), folder / "triggers.npz")
    claims = sum(len(report.claims) for report in made)
    return {str(t): _counts(chance >= t, answers[:asked] == 1, claims) for t in (0.3, 0.35, 0.4, 0.45, 0.5)}


def _counts(said: np.ndarray, true: np.ndarray, claims: int) -> dict[str, float]:
    right = int((said & true).sum())
    precision, recall = right / max(int(said.sum()), 1), right / claims
    return {"precision": round(precision, 4), "recall": round(recall, 4),
            "f1": round(2 * precision * recall / (precision + recall), 4)}  # fmt: skip


def main() -> None:
    """Fit, print the left-out figures, write the weights."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--folds", type=Path, default=Path("/tmp/folds.npz"))
    ask.add_argument("--plain", type=Path, default=Path("/tmp/third-fold"), help="weights of the third fold")
    ask.add_argument("--more", type=int, default=5, help="batches of training/more, of those in the folds")
    options = ask.parse_args()
    told = fit_all(list(fold_reports(options.folds, batches=options.more)), FOLDER, plain_rows(options.plain))
    print(json.dumps(told, indent=1))
    RESULTS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
