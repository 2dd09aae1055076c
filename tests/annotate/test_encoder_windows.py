"""Findings about how words become pieces and windows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.encoder_arguments import DISTANCES, REACH, buckets_around, distance_buckets
from dateline.annotate.encoder_windows import LONGEST, WINDOW, windows

SIZES = st.lists(st.integers(0, LONGEST), max_size=1500)


def _starts(sizes: list[int]) -> np.ndarray:
    return np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)


@given(SIZES)
def test_every_word_is_read_once_and_inside_its_window(sizes):
    starts = _starts(sizes)
    made = windows(starts)
    read = [w for window in made for w in range(window.keep_first, window.keep_last)]
    assert read == (list(range(len(sizes))) if starts[-1] else [])
    assert all(w.first <= w.keep_first <= w.keep_last <= w.last for w in made)


@given(SIZES)
def test_no_window_is_longer_than_the_encoder_saw(sizes):
    starts = _starts(sizes)
    assert all(starts[w.last] - starts[w.first] <= WINDOW - 2 for w in windows(starts))


def test_words_where_windows_meet_have_context_on_both_sides():
    made = windows(_starts([1] * 2000))
    for before, after in pairwise(made):
        assert before.last - before.keep_last >= 15
        assert after.keep_first - after.first >= 15


def test_distance_buckets_are_signed_and_grow():
    buckets = distance_buckets(np.arange(20), 10, 11)
    assert buckets[10] == buckets[11] == 0
    assert buckets[9] == 1
    assert buckets[12] == 1 + len(DISTANCES)
    assert list(buckets[:10]) == sorted(buckets[:10], reverse=True)
    assert list(buckets[12:]) == sorted(buckets[12:])


@given(st.integers(0, 1500), st.integers(0, 6), st.integers(0, 700), st.integers(0, 700))
def test_buckets_around_a_trigger_are_those_of_each_word(first, more, before, after):
    last = first + more
    low, high = max(0, first - min(before, REACH)), last + 1 + min(after, REACH)
    made = buckets_around(first, last, low=low, high=high)
    assert made.tolist() == distance_buckets(np.arange(low, high), first, last).tolist()
