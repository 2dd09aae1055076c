"""Fits which names are places although the words beside them do not say so: see README.md here."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from dateline.annotate import trees
from dateline.mentions.places import judged, kept
from dateline.mentions.places_evident import offered
from dateline.mentions.places_evident_features import rows_of
from dateline.mentions.places_features import Scene, probability
from dateline.mentions.places_words import words_of
from dateline.pipeline.finders import mentions_in
from training.joint.boost import fitted, left_out, store
from training.joint.fit_places import words
from training.joint.reports import Report

SIZE = {"trees": 120, "leaves": 6}


def name_rows(report: Report) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Rows of a report's offers, whether each is a place of gold (-1: a part of one), and the names."""
    parse = report.parse
    assert parse.evidence is not None
    scene = Scene(parse, words_of(parse))
    scored = [[(probability(f), s) for s, f in judged(scene, block)] for block in range(len(scene.blocks))]
    offers = offered(parse, scene, scored, kept(scored, scene.blocks))
    gold = [words(p["text"]) for c in report.claims for p in c.get("places") or () if p.get("text")]
    answers = []
    for offer in offers:
        said = words(offer.stretch.text)
        answers.append(1 if said in gold else -1 if any(said & one for one in gold) else 0)
    rows = rows_of(parse.evidence, scene, offers) if offers else np.zeros((0, 0), np.float32)
    return rows, np.array(answers, np.int8), [offer.name for offer in offers]


def fit_names(made: list[Report], folder: Path) -> dict[str, Any]:
    """Write names.npz; the figures count names of left-out corpora."""
    parts = [(report, *name_rows(report)) for report in made]
    parts = [part for part in parts if len(part[2])]
    rows, answers = (np.concatenate([part[k] for part in parts]) for k in (1, 2))
    fold = np.concatenate([np.full(len(part[2]), part[0].fold) for part in parts])
    said = [(part[0].name, name) for part in parts for name in part[3]]
    chance = left_out(rows, answers, fold, **SIZE)
    known = answers >= 0
    store(fitted(rows[known], answers[known], **SIZE), folder / "names.npz")
    told = {}
    for limit in (0.3, 0.4, 0.5, 0.6):
        found = {name for name, sure in zip(said, chance, strict=True) if sure >= limit}
        gold = {name for name, answer in zip(said, answers, strict=True) if answer == 1}
        parted = {name for name, answer in zip(said, answers, strict=True) if answer == -1}
        told[str(limit)] = {
            "names of gold": len(gold),
            "found": len(found & gold),
            "others": len(found - gold - parted),
        }
    _find_apart(made, rows[known], answers[known], fold[known])
    return told


def _find_apart(made: list[Report], rows: np.ndarray, answers: np.ndarray, fold: np.ndarray) -> None:
    """Give each report the mentions found by trees that saw no report of its fold.

    What is fitted later must not learn from names that are right only because they were learned from.
    """
    shipped = trees.FOLDER
    for k in np.unique(fold):
        with tempfile.TemporaryDirectory() as folder:
            trees.FOLDER = Path(folder)
            trees.trees.cache_clear()
            store(fitted(rows[fold != k], answers[fold != k], **SIZE), trees.FOLDER / "names.npz")
            for report in made:
                if report.fold == k:
                    report.apart = mentions_in(report.parse)
    trees.FOLDER = shipped
    trees.trees.cache_clear()
