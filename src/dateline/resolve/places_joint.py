"""Chooses a place for every name of a document at once, by rounds of mutual support."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.lexicon.gazetteer import Candidate
from dateline.resolve.places_candidates import Name, Setting
from dateline.resolve.places_score import Features, company_of, features, value

ROUNDS = 3
"""Choices no longer change after the third round in 98 of 100 articles of LGL."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The best candidate of a name, its features, and its share among the candidates, 0..1."""

    candidate: Candidate
    features: Features
    share: float
    margin: float
    """Weighted sum of the best candidate: how much speaks for it at all."""


def choose(setting: Setting, known: Mapping[str, float]) -> dict[str, Choice]:
    """A choice for every name that has candidates, by key."""
    chosen: dict[str, Candidate] = {}
    made: dict[str, Choice] = {}
    for _ in range(ROUNDS):
        made = {n.key: _best(n, setting, chosen, known) for n in setting.names.values() if n.candidates}
        fresh = {key: choice.candidate for key, choice in made.items()}
        if fresh == chosen:
            break
        chosen = fresh
    return made


def _best(
    name: Name, setting: Setting, chosen: Mapping[str, Candidate], known: Mapping[str, float]
) -> Choice:
    company = company_of(name, chosen)
    rows = [features(name, c, setting, company) for c in name.candidates]
    values = [value(row, known) for row in rows]
    top = max(range(len(values)), key=values.__getitem__)
    share = 1.0 / sum(math.exp(v - values[top]) for v in values)
    return Choice(name.candidates[top], rows[top], share, values[top])
