"""Best and mean of scores over stretches of words: the same as word by word."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.evidence import means_in, peaks_in

SCORES = np.random.default_rng(3).random((9, 4)).astype(np.float32)
STRETCHES = [(0, 1), (0, 9), (3, 5), (8, 9), (4, 9), (2, 3)]


@pytest.mark.parametrize(("of", "by_hand"), [(peaks_in, np.max), (means_in, np.mean)])
def test_each_stretch_is_read_as_if_alone(of, by_hand) -> None:
    first, last = np.array(STRETCHES).T
    expected = [by_hand(SCORES[low:high], axis=0) for low, high in STRETCHES]
    np.testing.assert_allclose(of(SCORES, first, last), expected, rtol=1e-6)


def test_peaks_are_taken_event_by_event() -> None:
    first, last = np.array(STRETCHES).T
    both = peaks_in(np.stack((SCORES, SCORES[::-1])), first, last)
    np.testing.assert_array_equal(both[0], peaks_in(SCORES, first, last))
    np.testing.assert_array_equal(both[1], peaks_in(SCORES[::-1].copy(), first, last))
