"""The argument scorer: for a trigger's words, how likely every other word is part of each role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
TOGETHER = 32
"""Triggers scored in one product: more gain nothing, and a long text's would not fit in the memory."""

LEAST = np.float32(-80)
"""A logit whose chance is as good as 0; the exponential of one much lower is no number of 32 bits."""


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
        if not trigger:
            return np.zeros((len(states), len(ARGUMENT_ROLES)), np.float32)
        (found,) = self.scores(states, [trigger], projected=projected)
        return found

    def scores(
        self, states: Scores, triggers: Sequence[Sequence[int]], *, projected: Scores | None = None
    ) -> list[Scores]:
        """The same for several triggers, none empty; those that stand near each other cost less together."""
        if projected is None:
            projected = self.projected(states)
        found: list[Scores] = []
        for at in range(0, len(triggers), TOGETHER):
            found += self._together(states, triggers[at : at + TOGETHER], projected)
        return found

    def _together(
        self, states: Scores, triggers: Sequence[Sequence[int]], projected: Scores
    ) -> Iterator[Scores]:
        reach = [_reach(trigger, len(states)) for trigger in triggers]
        begin, end = min(low for low, _ in reach), max(high for _, high in reach)
        # Most triggers are one word, which is its own mean.
        means = np.stack([states[t[0]] if len(t) == 1 else states[list(t)].mean(0) for t in triggers])
        # Small things first: what is added to each of many words is made once a distance, once a role.
        own = means @ self.trigger.T + self.trigger_bias
        paired = states[begin:end] @ self._folded(means).T
        out, nothing = self.out.T.copy(), np.zeros_like(projected[begin:end])
        for k, (trigger, (low, high)) in enumerate(zip(triggers, reach, strict=True)):
            buckets = buckets_around(min(trigger), max(trigger), low=low, high=high)
            mixed = (own[k] + self.distance).take(buckets, axis=0)
            mixed += projected[low:high]
            np.maximum(mixed, nothing[: high - low], out=mixed)
            roles = slice(k * len(ARGUMENT_ROLES), (k + 1) * len(ARGUMENT_ROLES))
            logits = mixed @ out + self.out_bias + paired[low - begin : high - begin, roles]
            found = np.zeros((len(states), len(ARGUMENT_ROLES)), np.float32)
            found[low:high] = 1 / (1 + np.exp(-np.maximum(logits, LEAST)))
            yield found

    def _folded(self, means: Scores) -> Scores:
        """(triggers x roles, width) each role's bilinear form with each trigger put in."""
        query = (means @ self.query.T + self.query_bias).reshape(len(means), len(ARGUMENT_ROLES), BILINEAR)
        folded = query.swapaxes(0, 1) @ self.key.reshape(len(ARGUMENT_ROLES), BILINEAR, -1) / BILINEAR**0.5
        found: Scores = folded.swapaxes(0, 1).reshape(-1, means.shape[1])
        return found


def _reach(trigger: Sequence[int], words: int) -> tuple[int, int]:
    """The words `[low, high)` that are scored for a trigger."""
    return max(0, min(trigger) - REACH), min(words, max(trigger) + 1 + REACH)


def distance_buckets(words: NDArray[np.int64], first: int, last: int) -> NDArray[np.int64]:
    """Bucket of each word's signed distance from a trigger that runs from word `first` to `last`."""
    before, after = np.maximum(first - words, 0), np.maximum(words - last, 0)
    size = np.searchsorted(DISTANCES, before + after, side="right")
    return np.where(after > 0, size + len(DISTANCES), size)


_BUCKETS = distance_buckets(np.arange(-REACH, REACH + 1), 0, 0)
"""The buckets of all distances that are scored, from a trigger of one word."""


def buckets_around(first: int, last: int, *, low: int, high: int) -> NDArray[np.int64]:
    """`distance_buckets` of the words `[low, high)`, which stand around the trigger within `REACH`."""
    before, after = _BUCKETS[REACH - (first - low) : REACH], _BUCKETS[REACH + 1 : REACH + high - last]
    return np.concatenate((before, np.zeros(last + 1 - first, np.int64), after))
