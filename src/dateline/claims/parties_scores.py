"""What the encoder says of each candidate for an event's roles, for all events of a document at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import ARGUMENT_ROLES, Evidence, Scores, means_in, peaks_in
from dateline.claims.grammar import Roles
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.mentions.record import ActorMention

Ids = NDArray[np.int64]
WHO = [ARGUMENT_ROLES.index(role) for role in ("agent", "target")]
BESIDE = [ARGUMENT_ROLES.index(role) for role in ("source", "quantity", "at", "in_part_of", "from", "toward")]


class Offered(NamedTuple):
    """Words `[first, last)` that may fill a role; `heads` are those the grammar or a mention names."""

    first: int
    last: int
    heads: frozenset[int]
    mention: ActorMention | None


class Event(NamedTuple):
    """An event, all events of its sentence (itself too), and what the grammar gives its roles."""

    trigger: Trigger
    peers: Sequence[Trigger]
    roles: Roles


class Asked(NamedTuple):
    """An event, the candidates for its roles (one at least), and the spans that are no one's role."""

    event: Event
    offered: Sequence[Offered]
    excluded: Sequence[Span]


def scored(evidence: Evidence, asked: Sequence[Asked], heads: Ids) -> Scores:
    """(candidates, 16): peak, mean and head word in both roles, how far above the other candidates, peaks in
    other roles, and peaks in both roles of the sentence's other events. `heads` are the head words."""
    begins, flat = _near(evidence, asked)
    spans = np.array([(offer.first, offer.last) for one in asked for offer in one.offered])
    sizes = [len(one.offered) for one in asked]
    begin = np.repeat([begins[one.event.trigger.head] for one in asked], sizes)
    peaks = peaks_in(flat, begin + spans[:, 0], begin + spans[:, 1])
    parts = (
        peaks[:, WHO],
        means_in(flat[:, WHO], begin + spans[:, 0], begin + spans[:, 1]),
        flat[begin + heads][:, WHO],
        peaks[:, WHO] - _rivals(peaks[:, WHO], sizes),
        peaks[:, BESIDE],
        _elsewhere(asked, begins, flat[:, WHO], spans),
    )
    return np.concatenate(parts, axis=1)


def _near(evidence: Evidence, asked: Sequence[Asked]) -> tuple[dict[int, int], Scores]:
    """Scores of the words of each event's sentence in one table; word `w` of the event with head `h` is row
    `begins[h] + w`."""
    reach: dict[int, tuple[int, int]] = {}
    for one in asked:
        sentence = one.event.trigger.sentence
        low, high = reach.get(sentence.index, (sentence.first, sentence.last))
        firsts, lasts = [o.first for o in one.offered], [o.last for o in one.offered]
        reach[sentence.index] = min(low, *firsts), max(high, *lasts)
    begins: dict[int, int] = {}
    parts: list[Scores] = []
    size = 0
    triggers = list({peer.head: peer for one in asked for peer in one.event.peers}.values())
    answers = evidence.arguments_of([range(trigger.first, trigger.last) for trigger in triggers])
    for trigger, answer in zip(triggers, answers, strict=True):
        low, high = reach[trigger.sentence.index]
        begins[trigger.head] = size - low
        size += high - low
        parts.append(answer[low:high])
    return begins, np.concatenate(parts)


def _rivals(peaks: Scores, sizes: Sequence[int]) -> Scores:
    """The best of the other candidates of the same event; 0 where there is none."""
    begins = np.cumsum([0, *sizes[:-1]])
    best = np.repeat(np.maximum.reduceat(peaks, begins), sizes, axis=0)
    leads = peaks == best
    leaders = np.repeat(np.add.reduceat(leads.astype(np.int8), begins), sizes, axis=0)
    second = np.repeat(np.maximum.reduceat(np.where(leads, np.float32(0), peaks), begins), sizes, axis=0)
    return np.where(leads & (leaders == 1), second, best)


def _elsewhere(asked: Sequence[Asked], begins: dict[int, int], flat: Scores, spans: Ids) -> Scores:
    """(candidates, 2) the best score of each candidate in the same role of another event of the sentence."""
    best = np.zeros((len(spans), 2), np.float32)
    pairs: list[tuple[int, int]] = []
    at = 0
    for one in asked:
        others = [begins[t.head] for t in one.event.peers if t.head != one.event.trigger.head]
        pairs += [(k, begin) for begin in others for k in range(at, at + len(one.offered))]
        at += len(one.offered)
    if pairs:
        candidate, begin = np.array(pairs).T
        found = peaks_in(flat, begin + spans[candidate, 0], begin + spans[candidate, 1])
        np.maximum.at(best, candidate, found)
    return best
