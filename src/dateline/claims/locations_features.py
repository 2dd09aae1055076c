"""What speaks for an event having been at a place, as one row of numbers per pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.claims.locations_candidates import KINDS, LOCATING, NAMES, Candidate, Mentioned, covered
from dateline.claims.locations_roles import ROLES, owner, role_before
from dateline.claims.spots import PREPOSITIONS
from dateline.claims.syntax import steps_between
from dateline.claims.triggers import Trigger
from dateline.lexicon.actions import group_number
from dateline.mentions.record import Mentions

if TYPE_CHECKING:
    pass

Rows = NDArray[np.float32]
MOVING = [ARGUMENT_ROLES.index(role) for role in ("from", "toward")]
FAR = 21.0
ENTITIES = ("PERSON", "ORG", "NORP", "GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Every event of a document against every candidate place.

    `rows` is (events, places, features); `shown` the mention of each place that is nearest to each
    event: in its own sentence, else before it, else after.
    """

    rows: Rows
    shown: list[list[Mentioned]]


def pairs(
    parse: Parse,
    triggers: Sequence[Trigger],
    places: Sequence[Candidate],
    scores: Scores,
    mentions: Mentions,
) -> Pairs:
    """Rows for all events of a document; `scores` is (events, tokens, roles)."""
    peaks = np.stack([_peak(scores, place.mentions, LOCATING) for place in places], axis=1)
    said = np.array([t.sentence.index for t in triggers])
    plain = [_plain(parse, place, len(places), mentions) for place in places]
    led = {m.first: _led(parse, m.first) for place in places for m in place.mentions}
    rows, shown = [], []
    for k, trigger in enumerate(triggers):
        peers = [t for t in triggers if t.sentence == trigger.sentence]
        near = [_nearest(trigger, place, scores[k]) for place in places]
        own = [_own(parse, trigger, peers, m, scores[k], led[m.first]) for m in near]
        told = _told(trigger, places)
        around = _around(k, said, peaks, [t.action for t in triggers])
        lent = _lent(places, peaks[k])
        here = max((line[1] for line in own if line[0]), default=0.0)
        stood = [_block(parse, trigger, *pair) for pair in zip(places, near, strict=True)]
        event = _event(parse, trigger, len(parse.sentences))
        rest = [
            (peaks[k, i], lent[i], peaks[k].max() - peaks[k, i], here - own[i][0] * own[i][1])
            for i in range(len(places))
        ]
        rows.append(
            [
                (*own[i], *told[i], *around[:, i], *plain[i], *event, *rest[i], *stood[i])
                for i in range(len(places))
            ]
        )
        shown.append(near)
    return Pairs(np.array(rows, np.float32), shown)


def _peak(scores: Scores, found: Sequence[Mentioned], columns: list[int]) -> Rows:
    """(events,) the best sum of `columns` over the mentions, each column at its best word."""
    best: Rows = np.max([scores[:, m.first : m.last][:, :, columns].max(1).sum(1) for m in found], axis=0)
    return np.minimum(best, np.float32(1))


def _nearest(trigger: Trigger, place: Candidate, scores: Scores) -> Mentioned:
    sentence = trigger.sentence
    here = [m for m in place.mentions if m.sentence == sentence.index and not m.shares(trigger)]
    if here:
        return max(here, key=lambda m: (_one(scores, m, LOCATING), -abs(m.first - trigger.head)))
    before = [m for m in place.mentions if m.first < sentence.first]
    after = [m for m in place.mentions if m.first >= sentence.last]
    return before[-1] if before else (after or place.mentions)[0]


def _one(scores: Scores, mention: Mentioned, columns: list[int]) -> float:
    return min(1.0, float(scores[mention.first : mention.last][:, columns].max(0).sum()))


def _led(parse: Parse, first: int) -> tuple[float, float]:
    """The role that the words before a mention give, and whether a preposition is among them."""
    before = [parse.doc[i].lower_ for i in range(max(first - 2, 0), first)]
    role, _ = role_before(parse, first)
    return float(ROLES.index(role)), float(any(word in PREPOSITIONS for word in before))


def _own(
    parse: Parse,
    trigger: Trigger,
    peers: Sequence[Trigger],
    mention: Mentioned,
    scores: Scores,
    led: tuple[float, float],
) -> tuple[float, ...]:
    """The mention beside the event: same sentence, the encoder's word, whose clause, how far, which words."""
    here = mention.sentence == trigger.sentence.index and not mention.shares(trigger)
    owned = owner(mention.head, peers) if here else None
    return (
        float(here),
        _one(scores, mention, LOCATING),
        _one(scores, mention, MOVING),
        float(owned == trigger.head),
        float(owned is not None and owned != trigger.head),
        float(min(abs(mention.first - trigger.head), 40)) if here else 41.0,
        float(mention.first > trigger.head) if here else -1.0,
        float(steps_between(mention.head, parse.doc[trigger.head])) if here else 16.0,
        *led,
        float(ENTITIES.index(mention.head.ent_type_)) if mention.head.ent_type_ in ENTITIES else -1.0,
    )


def _told(trigger: Trigger, places: Sequence[Candidate]) -> list[tuple[float, ...]]:
    """How long ago and in which order of recency each place was last told, and how soon it comes again."""
    last = [max((m.first for m in p.mentions if m.first < trigger.sentence.last), default=-1) for p in places]
    order = sorted((i for i, at in enumerate(last) if at >= 0), key=lambda i: -last[i])
    named = [i for i in order if places[i].kind in ("name", "unlisted")]
    index = trigger.sentence.index
    lines: list[tuple[float, ...]] = []
    for i, place in enumerate(places):
        ago = [index - m.sentence for m in place.mentions if m.first < trigger.sentence.first]
        soon = [m.sentence - index for m in place.mentions if m.first >= trigger.sentence.last]
        lines.append(
            (
                min(float(ago[-1]), FAR) if ago else FAR,
                min(float(soon[0]), FAR) if soon else FAR,
                float(order.index(i)) if i in order else 30.0,
                float(named.index(i)) if i in named else 30.0,
            )
        )
    return lines


def _around(k: int, said: NDArray[np.int64], peaks: Rows, actions: Sequence[str]) -> Rows:
    """(6, places) what the encoder says of each place for the events around event `k`, and for all."""
    others = np.arange(len(said)) != k
    gap = said[k] - said
    alike = others & np.array([action == actions[k] for action in actions])
    chosen = (others & (gap == 0), (gap > 0) & (gap <= 2), gap == -1, alike)
    lines = [peaks[rows].max(0) if rows.any() else np.zeros(peaks.shape[1]) for rows in chosen]
    return np.stack([*lines, peaks.mean(0), peaks.max(0)]).astype(np.float32)


def _lent(places: Sequence[Candidate], peaks: Rows) -> list[float]:
    """What descriptions lend to the places they stand for."""
    lent = [0.0] * len(places)
    for place, peak in zip(places, peaks.tolist(), strict=True):
        if place.stands_for is not None:
            lent[place.stands_for] = max(lent[place.stands_for], peak)
    return lent


def _plain(parse: Parse, place: Candidate, others: int, mentions: Mentions) -> tuple[float, ...]:
    """The place for itself: its kind, how often, in headline or dateline, in bodies' names and sources."""
    spans = [m.toponym.span for m in place.mentions]
    line = parse.document.dateline
    bodies = [actor.span for actor in mentions.actors]
    sources = [quote.source for quote in mentions.quotes if quote.source is not None]
    return (
        float(KINDS.index(place.kind)),
        float(place.kind in NAMES),
        float(place.stands_for is not None),
        float(len(spans)),
        float(others),
        float(any(m.sentence == 0 for m in place.mentions)),
        float(any(m.sentence in (0, 1) for m in place.mentions)),
        float(line is not None and covered(spans, line)),
        float(np.mean([covered(bodies, span) for span in spans])),
        float(np.mean([covered(sources, span) for span in spans])),
    )


def _event(parse: Parse, trigger: Trigger, sentences: int) -> tuple[float, ...]:
    index, noun = trigger.sentence.index, parse.doc[trigger.head].pos_ == "NOUN"
    return float(group_number(trigger.action)), float(noun), float(index), index / max(sentences, 1)


def _block(parse: Parse, trigger: Trigger, place: Candidate, near: Mentioned) -> tuple[float, float]:
    """Whether the place stands in the event's own paragraph, and in the heading above it."""
    block = parse.document.blocks[trigger.sentence.block]
    heading = None if block.heading is None else parse.document.blocks[block.heading].span
    headed = heading is not None and any(heading.covers(m.toponym.span) for m in place.mentions)
    return float(block.span.covers(near.toponym.span)), float(headed)
