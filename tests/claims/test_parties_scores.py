"""A candidate beside the others of its event."""

from __future__ import annotations

import numpy as np

from dateline.claims.parties_scores import _rivals


def test_the_rival_is_the_best_of_the_others_of_the_same_event() -> None:
    peaks = np.array([[0.9, 0.1], [0.4, 0.3], [0.4, 0.2], [0.7, 0.7], [0.5, 0.5], [0.5, 0.1]], np.float32)
    expected = [[0.4, 0.3], [0.9, 0.2], [0.9, 0.3], [0, 0], [0.5, 0.1], [0.5, 0.5]]
    np.testing.assert_array_equal(_rivals(peaks, [3, 1, 2]), np.array(expected, np.float32))
