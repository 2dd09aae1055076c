"""Fits which place of a report an event is at, on gold with out-of-corpus evidence: see README.md here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np

from dateline.claims.events import events_in
from dateline.claims.locations_candidates import Candidate, candidates
from dateline.claims.locations_features import pairs
from dateline.claims.locations_ranked import argument_scores, chosen
from dateline.claims.record import LOCATING_ROLES
from dateline.lexicon.gazetteer.keys import fold
from training.joint.boost import fitted, left_out, store
from training.joint.reports import Report
from training.joint.scenes import gold_at

SIZE = {"trees": 160, "leaves": 8}
FORMS = frozenset(
    "the of in city province region area al el part parts countryside village town district".split()
)
"""Words that the scorer leaves out when it compares two places."""


def words(text: str) -> frozenset[str]:
    """What the scorer compares of a place's words."""
    said = frozenset(re.findall(r"[a-z0-9]+", fold(text)))
    return said - FORMS or said


def place_rows(report: Report) -> tuple[np.ndarray, np.ndarray, tuple[Candidate, ...]] | None:
    """(events, places, features), the answers (-1: not an event of gold with a place), the places.

    None for a report without events or without places.
    """
    mentions = report.mentions
    found, toponyms = events_in(report.parse, mentions)
    if not found:
        return None
    scores = argument_scores(report.parse, found)
    places = candidates(report.parse, toponyms, scores)
    if not places:
        return None
    rows = pairs(report.parse, found, places, scores, mentions).rows
    answers = np.full(rows.shape[:2], -1, np.int8)
    said = [[words(m.toponym.text) for m in place.mentions] for place in places]
    for k, trigger in enumerate(found):
        gold = gold_at(report, trigger.span(report.parse))
        wanted = [words(p["text"]) for p in (gold or {}).get("places", ()) if p["role"] in LOCATING_ROLES]
        if wanted:
            answers[k] = [any(w & name for w in wanted for name in names) for names in said]
    return rows, answers, places


def fit_places(made: list[Report], folder: Path) -> dict[str, Any]:
    """Write places.npz; the figures are of events with a place in gold, on left-out corpora."""
    parts = [(m, told) for m in made if (told := place_rows(m)) is not None]
    rows = np.concatenate([r.reshape(-1, r.shape[2]) for _, (r, _, _) in parts])
    answers = np.concatenate([a.ravel() for _, (_, a, _) in parts])
    fold, weight = (
        np.concatenate([np.full(a.size, getattr(m, name)) for m, (_, a, _) in parts])
        for name in ("fold", "weight")
    )
    chance = left_out(rows, answers, fold, weight=weight, **SIZE)
    known = answers >= 0
    store(fitted(rows[known], answers[known], weight=weight[known], **SIZE), folder / "places.npz")
    right = given = events = at = 0
    for _, (_, asked, places) in parts:
        chances = chance[at : at + asked.size].reshape(asked.shape)
        at += asked.size
        for k in np.flatnonzero((asked >= 0).all(1)):
            taken = chosen(chances[k], places)
            events, given = events + 1, given + len(taken)
            right += bool((asked[k, taken] == 1).any())
    return {
        "events": events,
        "accuracy": round(right / events, 4),
        "places an event": round(given / events, 2),
    }
