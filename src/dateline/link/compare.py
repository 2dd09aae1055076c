"""How alike two claims are: named features times fitted weights, which anybody can read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from dateline.claims.record import Claim
from dateline.errors import LinkError
from dateline.link.columns import Columns, encode
from dateline.link.crowd import Caution
from dateline.link.features import measure
from dateline.link.pairs import pairs
from dateline.link.record import Comparison, Report, Share

CHUNK = 100_000
"""Pairs compared at once: about 120 MB of features."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The fitted comparison: log-odds = bias + sum of feature times weight."""

    bias: float
    features: Mapping[str, float]
    fitted: str = ""
    """What they were fitted on."""


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The shipped weights (training/linking/fit.py writes them). Raises LinkError when damaged."""
    path = resources.files("dateline.link") / "weights.json"
    try:
        made = json.loads(path.read_text("utf-8"))
        return Weights(bias=made["bias"], features=made["features"], fitted=made["fitted"])
    except (OSError, ValueError, KeyError) as error:
        raise LinkError(f"link/weights.json: cannot be used ({error!r}); install dateline again") from None


def scores(
    columns: Columns,
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    *,
    caution: Caution | None = None,
    using: Weights | None = None,
) -> NDArray[np.float32]:
    """Log-odds that the claims of each pair tell of one incident.

    From pairs of two reports the `caution` is taken.
    """
    used = using or weights()
    made = np.empty(len(a), dtype=np.float32)
    for first in range(0, len(a), CHUNK):
        part = slice(first, first + CHUNK)
        values = measure(pairs(columns, a[part], b[part]))
        total = np.full(len(a[part]), used.bias, dtype=np.float32)
        if caution is not None:
            total -= caution.of_pairs(a[part], b[part]) * values["between two reports"]
        for name, numbers in values.items():
            weight = used.features.get(name, 0.0)
            if weight:
                total += np.float32(weight) * numbers
        made[part] = total
    return made


def compare(a: Claim, b: Claim, reports: Mapping[str, Report]) -> Comparison:
    """The score of two claims and each feature's share in it, the largest first."""
    columns = encode((a, b), reports)
    one, two = np.array([0]), np.array([1])
    shares = tuple(_shares(measure(pairs(columns, one, two)), weights()))
    score = weights().bias + sum(s.value * s.weight for s in shares)
    return Comparison(
        score=round(score, 4), probability=round(1 / (1 + float(np.exp(-score))), 4), shares=shares
    )


def _shares(values: Mapping[str, NDArray[np.float32]], used: Weights) -> Iterator[Share]:
    present = [
        Share(feature=name, value=round(float(v[0]), 4), weight=used.features.get(name, 0.0))
        for name, v in values.items()
        if v[0] and used.features.get(name)
    ]
    yield from sorted(present, key=lambda s: -abs(s.value * s.weight))
