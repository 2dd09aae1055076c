"""What the learned encoder says of a document's words: probabilities, never decisions.

Rows and columns are spaCy token indices of the `Parse` it belongs to. The lexicon, the parse and
this evidence are joined in `claims`; without weights `Parse.evidence` is None and all still runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

ACTIONS = tuple(
    (
        "clash attack airstrike shelling bombing repel "
        "capture drive_back advance withdraw besiege reopen hold hand_over "
        "kill wound destroy detain abduct abuse displace loot "
        "deploy operate halt seize surrender "
        "agree talk violate accuse demand threaten reject sanction protest "
        "aid release return"
    ).split()
)
"""The actions that the weights know, in the order of the encoder's columns. A new one joins at the end, when
the weights are trained again; until then it has no number."""
STATUSES = ("occurred", "ongoing", "planned", "conditional", "possible", "denied")
SOURCE_KINDS = tuple(
    "own_voice named_official unnamed_official armed_group field_source witness monitor media expert".split()
)
ARGUMENT_ROLES = tuple(
    "agent target source quantity at near in_part_of from toward between along time".split()
)
ACTOR_CLASSES = tuple(
    (
        "none government military police intelligence judiciary militia rebels opposition "
        "protesters civilians media medical group org unresolved"
    ).split()
)
"""What an actor's words stand for: a state role, a named group, an org; `unresolved` has no id."""
PARTY_HEADS = ("agents", "targets")
"""Heads that say of a trigger which class of actor fills the role; `none` that nobody does."""


def action_number(action: str) -> int:
    """The action's place in `ACTIONS`, -1 of one that the weights do not know."""
    return _NUMBERS.get(action, -1)


_NUMBERS = {action: number for number, action in enumerate(ACTIONS)}


def peaks_in(scores: Scores, first: NDArray[np.int64], last: NDArray[np.int64]) -> Scores:
    """(..., stretches, roles) best of `scores` (..., words, roles) in each `[first, last)`; none is empty."""
    edges = np.stack((first, np.minimum(last, scores.shape[-2] - 1)), axis=1).ravel()
    best = np.maximum.reduceat(scores, edges, axis=-2)[..., ::2, :]
    # The document's last word cannot end a stretch above.
    found: Scores = np.maximum(best, scores[..., last - 1, :])
    return found


def means_in(scores: Scores, first: NDArray[np.int64], last: NDArray[np.int64]) -> Scores:
    """(stretches, roles) the mean of `scores` (words, roles) in each `[first, last)`, none empty."""
    # One row more, so that a stretch may end with the last word.
    rows = np.concatenate((scores, scores[-1:]))
    sums = np.add.reduceat(rows, np.stack((first, last), axis=1).ravel(), axis=0)[::2]
    sizes: Scores = (last - first)[:, None].astype(np.float32)
    found: Scores = np.divide(sums, sizes)
    return found


def mean_of(rows: Scores) -> Scores:
    """The mean row of some: what `rows.mean(0)` is, which takes numpy three times as long."""
    found: Scores = rows[0] if len(rows) == 1 else np.add.reduce(rows) / len(rows)
    return found


class Evidence(Protocol):
    """Scores for one document of `n` tokens; every row of `action`, `status`, `voice` sums to 1."""

    @property
    def action(self) -> Scores:
        """(n, 1 + len(ACTIONS)): column 0 is "no trigger here"."""
        ...

    @property
    def status(self) -> Scores:
        """(n, len(STATUSES)), meaningful where a trigger is."""
        ...

    @property
    def voice(self) -> Scores:
        """(n, len(SOURCE_KINDS)), meaningful where a trigger is."""
        ...

    @property
    def actor(self) -> Scores:
        """(n, len(ACTOR_CLASSES)): what the word stands for as part of an actor's name or description."""
        ...

    @property
    def factuality(self) -> Scores:
        """(n,): from -3, the text says it did not happen, to 3, it did; meaningful where an event is."""
        ...

    @property
    def states(self) -> Scores:
        """(n, width): what the encoder made of each word; alike for words that mean alike."""
        ...

    @property
    def agents(self) -> Scores:
        """(n, len(ACTOR_CLASSES)): who does what the word tells, meaningful where a trigger is."""
        ...

    @property
    def targets(self) -> Scores:
        """(n, len(ACTOR_CLASSES)): who has it done to them, meaningful where a trigger is."""
        ...

    def arguments(self, trigger: Sequence[int]) -> Scores:
        """(n, len(ARGUMENT_ROLES)): probability that each token is part of each role's words."""
        ...

    def arguments_of(self, triggers: Sequence[Sequence[int]]) -> list[Scores]:
        """The same for each of several triggers, none empty, at less cost than one by one."""
        ...
