"""Which mention of each place is nearest to each event, and how recently each place was told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import Scores
from dateline.claims.locations_candidates import Candidate, Mentioned
from dateline.claims.triggers import Trigger

Ids = NDArray[np.int64]
FAR = 21.0
"""Sentences from which on a mention is merely far."""
NEVER = 30.0
"""Rank of a place that was not told before."""


class Line(NamedTuple):
    """All mentions of all places in one row: place `p` owns `mentions[begins[p]:begins[p + 1]]`."""

    mentions: list[Mentioned]
    begins: Ids
    first: Ids
    last: Ids
    sentence: Ids
    named: NDArray[np.bool_]
    """For each place, whether it is told by a name."""

    @classmethod
    def of(cls, places: Sequence[Candidate]) -> Self:
        """The mentions of `places`, those of each in text order."""
        listed = [mention for place in places for mention in place.mentions]
        begins = np.cumsum([0, *(len(place.mentions) for place in places)])
        first, last, sentence = np.array([(m.first, m.last, m.sentence) for m in listed]).T
        named = np.array([place.kind in ("name", "unlisted") for place in places])
        return cls(listed, begins, first, last, sentence, named)


class Told(NamedTuple):
    """For each event and place (events, places): the mention shown, by its number in the line.

    `here` says whether it stands in the event's own sentence. `recency` (events, places, 4) is how long
    ago the place was told, how soon it comes again, its rank among places and among names told last.
    """

    shown: Ids
    here: NDArray[np.bool_]
    recency: Scores


def told_of(triggers: Sequence[Trigger], line: Line, at: Scores) -> Told:
    """`at` (events, mentions) is how surely the encoder takes each mention for the event's place."""
    said, start, end = np.array([(t.sentence.index, t.sentence.first, t.sentence.last) for t in triggers]).T
    size = (len(triggers), len(line.named))
    shown, latest = np.empty(size, np.int64), np.empty(size, np.int64)
    recency = np.empty((*size, 4), np.float32)
    for p, (low, high) in enumerate(pairwise(line.begins.tolist())):
        first, sentence, count = line.first[low:high], line.sentence[low:high], high - low
        before, after = np.searchsorted(first, start), np.searchsorted(first, end)
        coming = np.minimum(after, count - 1)
        shown[:, p] = low + np.where(before > 0, before - 1, np.where(after < count, coming, 0))
        latest[:, p] = np.where(after > 0, first[after - 1], -1)
        recency[:, p, 0] = np.where(before > 0, np.minimum(said - sentence[before - 1], FAR), FAR)
        recency[:, p, 1] = np.where(after < count, np.minimum(sentence[coming] - said, FAR), FAR)
    recency[:, :, 2:] = _ranks(latest, line.named)
    return Told(shown, _here(triggers, line, at, shown), recency)


def _ranks(latest: Ids, named: NDArray[np.bool_]) -> Scores:
    """(events, places, 2) the place's rank among all told so far, the last first, and among the named."""
    order = np.argsort(-latest, axis=1, kind="stable")
    made = np.empty((*latest.shape, 2), np.float32)
    ranks = np.broadcast_to(np.arange(latest.shape[1]), latest.shape)
    np.put_along_axis(made[:, :, 0], order, ranks, axis=1)
    np.put_along_axis(made[:, :, 1], order, named[order].cumsum(1) - 1, axis=1)
    made[latest < 0] = NEVER
    made[:, ~named, 1] = NEVER
    return made


def _here(triggers: Sequence[Trigger], line: Line, at: Scores, shown: Ids) -> NDArray[np.bool_]:
    """Whether a place is told in the event's own sentence; the surest mention there is put in `shown`."""
    here = np.zeros(shown.shape, np.bool_)
    place_of = np.repeat(np.arange(len(line.named)), np.diff(line.begins)).tolist()
    for k, trigger in enumerate(triggers):
        keys: dict[int, tuple[float, int]] = {}
        for m in np.flatnonzero(line.sentence == trigger.sentence.index).tolist():
            mention, place = line.mentions[m], place_of[m]
            key = (float(at[k, m]), -abs(mention.first - trigger.head))
            if not mention.shares(trigger) and (place not in keys or key > keys[place]):
                keys[place], shown[k, place], here[k, place] = key, m, True
    return here
