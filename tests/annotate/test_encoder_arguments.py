"""Findings about chances of arguments."""

from __future__ import annotations

import warnings

import numpy as np

from dateline.annotate.encoder_arguments import BILINEAR, DISTANCES, ArgumentScorer
from dateline.annotate.evidence import ARGUMENT_ROLES


def _scorer(bias: float, *, width: int = 4) -> ArgumentScorer:
    roles, buckets = len(ARGUMENT_ROLES), 1 + 2 * len(DISTANCES)
    shapes = {
        "trigger": (width, width),
        "trigger_bias": (width,),
        "word": (width, width),
        "distance": (buckets, width),
        "out": (roles, width),
        "out_bias": (roles,),
        "query": (roles * BILINEAR, width),
        "query_bias": (roles * BILINEAR,),
        "key": (roles * BILINEAR, width),
    }
    parts = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    parts["out_bias"][:] = bias
    return ArgumentScorer(**parts)


def test_what_is_surely_no_argument_has_no_chance_and_gives_no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (found,) = _scorer(-1000.0).scores(np.ones((3, 4), np.float32), [[1]])
    assert found.max() < 1e-30


def test_even_odds_are_a_half():
    (found,) = _scorer(0.0).scores(np.ones((3, 4), np.float32), [[1]])
    assert np.allclose(found, 0.5)
