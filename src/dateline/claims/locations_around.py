"""What the encoder says of each place for the events around an event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.annotate.evidence import Scores
from dateline.claims.locations_candidates import Candidate
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping


def around(triggers: Sequence[Trigger], peaks: Scores) -> Scores:
    """(events, places, 6) what the encoder says of each place for the events around each, and for all."""
    said = np.array([t.sentence.index for t in triggers])
    actions = np.array([t.action for t in triggers])
    made = np.zeros((*peaks.shape, 6), np.float32)
    made[:, :, 4], made[:, :, 5] = peaks.mean(0), peaks.max(0)
    for k in range(len(triggers)):
        others, gap = np.arange(len(said)) != k, said[k] - said
        chosen = (others & (gap == 0), (gap > 0) & (gap <= 2), gap == -1, others & (actions == actions[k]))
        for column, rows in enumerate(chosen):
            if rows.any():
                made[k, :, column] = peaks[rows].max(0, initial=0)
    return made


def earlier(triggers: Sequence[Trigger], peaks: Scores) -> Scores:
    """(events, places, 5) what the encoder says of each place for what `the attack` or a toll may go back to.

    The event before, the last fight and the last event of the same action before, the report's first fight
    and its first event.
    """
    actions = [t.action for t in triggers]
    fights = [j for j, action in enumerate(actions) if action in mapping("action_groups")["fight"]]
    made = np.zeros((*peaks.shape, 5), np.float32)
    for k in range(len(triggers)):
        before = (
            range(k),
            [j for j in fights if j < k],
            [j for j in range(k) if actions[j] == actions[k]],
            fights[:1],
            range(1),
        )
        for column, found in enumerate(before):
            if found:
                made[k, :, column] = peaks[found[-1]]
    return made


def lent(places: Sequence[Candidate], peaks: Scores) -> Scores:
    """(events, places) what descriptions lend to the places they stand for."""
    lent = np.zeros_like(peaks)
    for place, peak in zip(places, peaks.T, strict=True):
        if place.stands_for is not None:
            lent[:, place.stands_for] = np.maximum(lent[:, place.stands_for], peak)
    return lent
