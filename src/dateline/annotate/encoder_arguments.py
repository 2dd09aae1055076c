"""The argument scorer: for a trigger's words, how likely every other word is part of each role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import ARGUMENT_ROLES, Scores

DISTANCES = (1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 129)
"""Lower ends of the word-distance buckets on each side of a trigger; bucket 0 is the trigger itself."""
BILINEAR = 32
"""Width of each role's bilinear form, as trained."""
REACH = 600
"""Words on each side of a trigger that are scored: none further was seen as an argument in training."""


@dataclass(frozen=True, slots=True, eq=False)
class ArgumentScorer:
    """Trained matrices: a mixing layer with a distance term, plus one bilinear form a role."""

    trigger: Scores
    trigger_bias: Scores
    word: Scores
    distance: Scores
    out: Scores
    out_bias: Scores
    query: Scores
    query_bias: Scores
    key: Scores

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.float16]]) -> ArgumentScorer:
        """The scorer stored in `arrays`; raises KeyError when one is missing."""
        return cls(*(np.asarray(arrays[f"arguments.{name}"], np.float32) for name in cls.__slots__))

    def projected(self, states: Scores) -> Scores:
        """What every word brings to the mixing layer, whichever the trigger: once a document."""
        mixed: Scores = states @ self.word.T
        return mixed

    def score(self, states: Scores, trigger: Sequence[int], *, projected: Scores | None = None) -> Scores:
        """(n, roles) probabilities over all words of `states` for the trigger made of these words."""
        if projected is None:
            projected = self.projected(states)
        n = len(states)
        found = np.zeros((n, len(ARGUMENT_ROLES)), np.float32)
        if not trigger:
            return found
        first, last = min(trigger), max(trigger)
        low, high = max(0, first - REACH), min(n, last + 1 + REACH)
        words = states[low:high]
        mean = states[list(trigger)].mean(0)
        # Small things first: what is added to each of many words is made once a distance, once a role.
        beside = self.trigger @ mean + self.trigger_bias + self.distance
        mixed = beside.take(distance_buckets(np.arange(low, high), first, last), axis=0)
        mixed += projected[low:high]
        query = (self.query @ mean + self.query_bias).reshape(len(ARGUMENT_ROLES), 1, BILINEAR)
        folded = (query @ self.key.reshape(len(ARGUMENT_ROLES), BILINEAR, -1))[:, 0] / BILINEAR**0.5
        mixed = np.maximum(mixed, np.zeros_like(mixed))
        logits = mixed @ self.out.T.copy() + self.out_bias + words @ folded.T
        found[low:high] = 1 / (1 + np.exp(-logits))
        return found


def distance_buckets(words: NDArray[np.int64], first: int, last: int) -> NDArray[np.int64]:
    """Bucket of each word's signed distance from a trigger that runs from word `first` to `last`."""
    before, after = np.maximum(first - words, 0), np.maximum(words - last, 0)
    size = np.searchsorted(DISTANCES, before + after, side="right")
    return np.where(after > 0, size + len(DISTANCES), size)
