"""Boosted trees: the numpy walk says what the leaves say."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.trees import Trees, trees

STUMP = Trees(
    feature=np.array([[1, 0, 0]], np.int16),
    threshold=np.array([[0.5, 0, 0]], np.float32),
    left=np.array([[1, 1, 2]], np.int16),
    right=np.array([[2, 1, 2]], np.int16),
    value=np.array([[0, -2, 2]], np.float32),
    start=0.0,
)


@pytest.mark.parametrize(("value", "expected"), [(0.5, 1 / (1 + np.e**2)), (0.6, 1 / (1 + np.e**-2))])
def test_a_row_falls_to_its_leaf_and_stays_there(value, expected):
    assert STUMP.probability(np.array([[9, value]], np.float32)) == pytest.approx([expected], abs=1e-6)


def test_a_tree_is_walked_by_its_order_of_leaves_not_of_nodes():
    # Feature 0 splits, then feature 1 on its Yes side and feature 2 on its No side.
    tree = Trees(
        feature=np.array([[0, 2, 1, 0, 0, 0, 0]], np.int16),
        threshold=np.array([[0, 0, 0, 0, 0, 0, 0]], np.float32),
        left=np.array([[2, 5, 3, 3, 4, 5, 6]], np.int16),
        right=np.array([[1, 6, 4, 3, 4, 5, 6]], np.int16),
        value=np.array([[0, 0, 0, 1, 2, 3, 4]], np.float32),
        start=0.0,
    )
    rows = np.array([[-1, -1, 9], [-1, 1, 9], [1, 9, -1], [1, 9, 1]], np.float32)
    odds = np.log(tree.probability(rows) / (1 - tree.probability(rows)))
    assert odds == pytest.approx([1, 2, 3, 4], abs=1e-5)


def test_a_tree_of_more_leaves_than_a_byte_has_bits_is_refused():
    chain = np.arange(17, dtype=np.int16)[None]
    left, right = chain.copy(), chain.copy()
    left[0, :16:2], right[0, :16:2] = np.arange(1, 17, 2), np.arange(2, 18, 2)
    deep = Trees(chain * 0, chain.astype(np.float32), left, right, chain.astype(np.float32), 0.0)
    with pytest.raises(ValueError, match="9 leaves"):
        deep.probability(np.zeros((1, 1), np.float32))


def test_no_rows_give_no_probabilities():
    assert STUMP.probability(np.zeros((0, 2), np.float32)).shape == (0,)


def test_missing_weights_are_told_by_none():
    assert trees("nothing-of-this-name") is None


def test_shipped_trees_believe_a_sure_encoder_more():
    shipped = trees("triggers")
    assert shipped is not None
    row = np.zeros((2, 25), np.float32)
    row[:, [4, 8, 9]] = 0.8, 1, 4  # a noun of the lexicon, after a preposition
    # As in the middle of a report: one word, beside a sure event of the same sentence.
    row[:, [7, 15, 16, 17, 18, 19, 22, 23, 24]] = 1, 0.8, 0.6, 4, 0.95, 40, 5, 30, 15
    row[0, [0, 1, 5, 6]], row[1, [0, 1, 5, 6]] = 0.001, 0.99
    low, high = shipped.probability(row)
    assert low < 0.1 < high / 2
