"""What speaks for an event having been at a place, as one row of numbers per pair."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores, peaks_in
from dateline.claims.locations_around import around, earlier, lent
from dateline.claims.locations_candidates import KINDS, LOCATING, NAMES, Candidate, Mentioned, covered
from dateline.claims.locations_roles import ROLES, owner, role_before
from dateline.claims.locations_told import Line, Told, told_of
from dateline.claims.spots import PREPOSITIONS
from dateline.claims.syntax import DEFINITE, steps_between
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon.actions import group_number
from dateline.mentions.record import Mentions

Rows = NDArray[np.float32]
MOVING = [ARGUMENT_ROLES.index(role) for role in ("from", "toward")]
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
    line = Line.of(places)
    best = peaks_in(scores, line.first, line.last)
    at, moving = _sum(best, LOCATING), _sum(best, MOVING)
    told = told_of(triggers, line, at)
    peaks = np.maximum.reduceat(at, line.begins[:-1], axis=1)
    own = _own(parse, triggers, line, told, at, moving)
    here = own[:, :, 0] * own[:, :, 1]
    beside = (peaks.max(1, keepdims=True) - peaks, here.max(1, keepdims=True) - here)
    parts = (
        own,
        told.recency,
        around(triggers, peaks),
        earlier(triggers, peaks),
        _plain(parse, places, mentions),
        np.array([[_event(parse, trigger, mentions)] for trigger in triggers]),
        np.stack((peaks, lent(places, peaks), *beside), axis=2),
        _blocks(parse, triggers, line, told),
    )
    size = (len(triggers), len(places))
    rows = [np.broadcast_to(part, (*size, part.shape[2])).astype(np.float32) for part in parts]
    shown = [[line.mentions[m] for m in near] for near in told.shown.tolist()]
    return Pairs(np.concatenate(rows, axis=2), shown)


def _sum(best: Rows, columns: list[int]) -> Rows:
    """(events, mentions) the sum of `columns` over each mention, each column at its best word; 1 at most."""
    found: Rows = np.minimum(best[:, :, columns].sum(2), np.float32(1))
    return found


def _own(parse: Parse, triggers: Sequence[Trigger], line: Line, told: Told, at: Rows, moving: Rows) -> Rows:
    """(events, places, 11) the mention shown beside the event: same sentence, the encoder's word, whose
    clause, how far, which words before it."""
    made = np.zeros((*told.shown.shape, 11), np.float32)
    made[:, :, 1] = np.take_along_axis(at, told.shown, axis=1)
    made[:, :, 2] = np.take_along_axis(moving, told.shown, axis=1)
    made[:, :, 5:8] = 41.0, -1.0, 16.0
    made[:, :, 8:] = np.array([_for_itself(parse, m) for m in line.mentions], np.float32)[told.shown]
    for k, place in np.argwhere(told.here).tolist():
        trigger, mention = triggers[k], line.mentions[told.shown[k, place]]
        owned = owner(
            parse, mention.head.i, [t for t in triggers if t.sentence.index == trigger.sentence.index]
        )
        made[k, place, 0] = 1.0
        made[k, place, 3:8] = (
            owned == trigger.head,
            owned is not None and owned != trigger.head,
            min(abs(mention.first - trigger.head), 40),
            mention.first > trigger.head,
            steps_between(parse, mention.head.i, trigger.head),
        )
    return made


def _for_itself(parse: Parse, mention: Mentioned) -> tuple[float, float, float]:
    """The role that the words before a mention give, whether a preposition is among them, its label."""
    before = parse.lowers[max(mention.first - 2, 0) : mention.first]
    role, _ = role_before(parse, mention.first)
    label = mention.head.ent_type_
    return (
        float(ROLES.index(role)),
        float(any(word in PREPOSITIONS for word in before)),
        float(ENTITIES.index(label)) if label in ENTITIES else -1.0,
    )


def _plain(parse: Parse, places: Sequence[Candidate], mentions: Mentions) -> NDArray[np.float64]:
    """(1, places, features) each place for itself."""
    bodies = [actor.span for actor in mentions.actors]
    sources = [quote.source for quote in mentions.quotes if quote.source is not None]
    return np.array([[_kept(parse, place, len(places), bodies, sources) for place in places]])


def _kept(
    parse: Parse, place: Candidate, others: int, bodies: Sequence[Span], sources: Sequence[Span]
) -> tuple[float, ...]:
    """Its kind, how often it is named, in headline or dateline, in bodies' names and sources."""
    spans = [m.toponym.span for m in place.mentions]
    line = parse.document.dateline
    return (
        float(KINDS.index(place.kind)),
        float(place.kind in NAMES),
        float(place.stands_for is not None),
        float(len(spans)),
        float(others),
        float(any(m.sentence == 0 for m in place.mentions)),
        float(any(m.sentence in (0, 1) for m in place.mentions)),
        float(line is not None and covered(spans, line)),
        sum(covered(bodies, span) for span in spans) / len(spans),
        sum(covered(sources, span) for span in spans) / len(spans),
    )


def _event(parse: Parse, trigger: Trigger, mentions: Mentions) -> tuple[float, ...]:
    """The event: its action, where in the text, whether known already (`the attack`), how much it sums up."""
    head, index = parse.doc[trigger.head], trigger.sentence.index
    inside = [q.low for q in mentions.quantities if q.low and trigger.sentence.span.covers(q.span)]
    return (
        float(group_number(trigger.action)),
        float(head.pos_ == "NOUN"),
        float(index),
        index / max(len(parse.sentences), 1),
        float(any(child.lower_ in DEFINITE for child in head.children)),
        math.log10(1 + max(0.0, *inside)) if inside else -1.0,
        float("since" in parse.lowers[trigger.sentence.first : trigger.sentence.last]),
    )


def _blocks(parse: Parse, triggers: Sequence[Trigger], line: Line, told: Told) -> Rows:
    """(events, places, 2) whether it stands in the event's own paragraph, and in the heading above."""
    spans = np.array([m.toponym.span for m in line.mentions])
    made = np.zeros((*told.shown.shape, 2), np.float32)
    for k, trigger in enumerate(triggers):
        block = parse.document.blocks[trigger.sentence.block]
        near = spans[told.shown[k]]
        made[k, :, 0] = (block.span.start <= near[:, 0]) & (near[:, 1] <= block.span.end)
        if block.heading is not None:
            heading = parse.document.blocks[block.heading].span
            headed = (heading.start <= spans[:, 0]) & (spans[:, 1] <= heading.end)
            made[k, :, 1] = np.logical_or.reduceat(headed, line.begins[:-1])
    return made
