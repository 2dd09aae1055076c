"""What two claims have in common, as named numbers between 0 and 1, for many pairs at once.

A feature is a function of the columns and two arrays of rows. Its name says when it is 1. Features
that mean different things inside one report and between two stand twice, `within` and `across`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dateline.link.columns import Columns
from dateline.link.features_what import action, figures, leads, means, parties, status, text
from dateline.link.features_where_when import place, time, told
from dateline.link.pairs import Bools, Pairs, Values, pairs

GROUPS: tuple[tuple[str, Callable[[Pairs], dict[str, NDArray[np.float32] | Bools]]], ...] = (
    ("both", action),
    ("split", place),
    ("split", time),
    ("split", parties),
    ("split", figures),
    ("split", means),
    ("both", status),
    ("within", text),
    ("within", told),
    ("across", leads),
)

TOGETHER = (
    ("same action", "within: same place"),
    ("same action", "across: same place"),
    ("same action", "across: same day"),
    ("same action", "across: same figure"),
    ("same action", "within: same figure"),
    ("same action", "within: same agents"),
    ("same action", "within: same targets"),
    ("same action", "across: same targets"),
    ("act and its harm", "within: same sentence"),
    ("act and its harm", "within: next sentence"),
    ("act and its harm", "across: same place"),
    ("across: same place", "across: same day"),
    ("across: same place", "across: same agents"),
    ("within: same place", "within: same day"),
    ("within: same scene", "within: nearness in the text"),
    ("within: same scene", "within: same place"),
    ("within: places differ", "within: same sentence"),
    ("within: places differ", "within: both in the lead"),
    ("within: figures are unlike", "same action"),
    ("within: figures are unlike", "within: same speaker"),
    ("within: figures in the sentence are unlike", "same action"),
    ("across: figures in the sentence are unlike", "same action"),
    ("across: figures are unlike", "across: same place"),
    ("across: same figure", "across: same targets"),
    ("within: both in the lead", "within: same figure in the sentence"),
    ("state against event", "within: same sentence"),
    ("statement against event", "within: same sentence"),
    ("same action", "within: same scene"),
    ("act and its harm", "within: same scene"),
    ("planned against done", "same action"),
    ("within: roles reversed", "within: same place"),
    ("blame and act", "within: nearness in the text"),
    ("families differ", "within: same place"),
    ("families differ", "across: same place"),
)
"""Pairs of features that say more together than each alone; the product is a feature too."""


def measure(p: Pairs) -> dict[str, Values]:
    """Every feature of every pair, by name."""
    made: dict[str, Values] = {"between two reports": (~p.within).astype(np.float32)}
    for scope, group in GROUPS:
        for name, values in group(p).items():
            numbers = np.asarray(values, dtype=np.float32)
            if scope in ("both",):
                made[name] = numbers
            if scope == "across":
                made[f"across: {name}"] = numbers * ~p.within
            if scope in ("split", "within"):
                made[f"within: {name}"] = numbers * p.within
            if scope == "split":
                made[f"across: {name}"] = numbers * ~p.within
    for one, other in TOGETHER:
        made[f"{one} + {other}"] = made[one] * made[other]
    return made


def names() -> tuple[str, ...]:
    """The names of all features, in order."""
    empty = np.zeros(0, dtype=np.int64)
    return tuple(measure(pairs(_empty(), empty, empty)))


def _empty() -> Columns:
    from dateline.link.columns import encode

    return encode((), {})
