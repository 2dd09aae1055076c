"""Fits which quantities are an event's, on gold with out-of-corpus evidence: see README.md here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dateline.claims.attribution import speakers_of
from dateline.claims.figures import CHANCE, Scene, near, rows_of
from dateline.claims.figures_measures import otherwise
from dateline.claims.parties import parties
from dateline.claims.parties_scores import Event
from dateline.mentions.record import Quantity
from training.joint.boost import fitted, left_out, store
from training.joint.reports import Report
from training.joint.scenes import seen_in

SIZE = {"trees": 250, "leaves": 8}


def figure_parts(report: Report) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows and answers of each event that gold has too: 1 where a figure of gold is the quantity."""
    for seen in seen_in(report):
        parse, mentions = report.parse, seen.mentions
        event = Event(seen.trigger, seen.peers, seen.roles)
        [sides] = parties(parse, [event], mentions, seen.known)
        tellers = speakers_of(parse, mentions.quotes)
        scene = Scene(parse, seen.trigger, seen.peers, seen.roles, None, mentions.actors, sides, tellers)
        offered = near(scene, mentions.quantities) if scene.row else []
        gold = seen.gold
        if gold is not None and offered:
            rows, measures = rows_of(scene, offered)
            yield rows, _answers(scene, offered, measures, gold["quantities"])


def _answers(
    scene: Scene, offered: list[Quantity], measures: list[str | None], gold: list[dict[str, Any]]
) -> np.ndarray:
    """1 for what gold has with this measure; a written number also where only the measure differs."""
    said = [m or otherwise(scene, q) for m, q in zip(measures, offered, strict=True)]
    answers = np.zeros(len(offered), np.int8)
    for one in gold:
        same = [k for k, q in enumerate(offered) if _same(q, one)]
        right = [k for k in same if said[k] == one["measure"]]
        answers[right or [k for k in same if not offered[k].rule.startswith("singular")]] = 1
    return answers


def _same(quantity: Quantity, gold: dict[str, Any]) -> bool:
    """As the scorer compares two figures, measure aside."""
    loose = gold["bound"] in ("vague", "about")
    return bool(quantity.low == gold["low"] and (quantity.high == gold["high"] or loose))


def fit_figures(made: list[Report], folder: Path) -> dict[str, Any]:
    """Write figures.npz; the figures count quantities of gold's events, on left-out corpora."""
    parts = [(m, *part) for m in made for part in figure_parts(m)]
    rows = np.concatenate([r for _, r, _ in parts])
    answers = np.concatenate([a for _, _, a in parts])
    fold, weight = (
        np.concatenate([np.full(len(a), getattr(m, name)) for m, _, a in parts])
        for name in ("fold", "weight")
    )
    said = left_out(rows, answers, fold, weight=weight, **SIZE) >= CHANCE
    store(fitted(rows, answers, weight=weight, **SIZE), folder / "figures.npz")
    right = int((said & (answers == 1)).sum())
    return {
        "precision": round(right / max(int(said.sum()), 1), 4),
        "recall": round(right / int((answers == 1).sum()), 4),
    }
