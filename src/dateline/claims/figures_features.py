"""What speaks for a quantity being an event's, as one row of numbers per pair."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import Parse
from dateline.annotate.evidence import ACTIONS, ARGUMENT_ROLES, STATUSES, Scores
from dateline.claims.grammar import Roles
from dateline.claims.locations_roles import owner
from dateline.claims.record import Party
from dateline.claims.syntax import APART, is_passive, is_verbal, phrase, steps_between
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon.actions import group_number
from dateline.mentions.record import Quantity

Rows = NDArray[np.float32]
COUNT = ARGUMENT_ROLES.index("quantity")
WHO = [ARGUMENT_ROLES.index(role) for role in ("agent", "target")]
BOUNDS = ("exact", "at_least", "at_most", "about", "range", "vague")
MEASURES = (
    "killed wounded killed_or_wounded missing settlements area distance tanks armored_vehicles artillery "
    "vehicles aircraft drones weapons munitions buildings money forces other"
).split()
RULES = ("singular", "vague", "none", "magnitude", "ordinal", "percent")
FAR = 40.0


def figure_rows(
    parse: Parse,
    trigger: Trigger,
    peers: Sequence[Trigger],
    roles: Roles,
    parties: tuple[Sequence[Party], Sequence[Party]],
    quantities: Sequence[Quantity],
    measures: Sequence[str | None],
) -> Rows:
    """(quantities, features) for one event and the quantities of its sentence.

    `measures` are what each would measure by the action's row; None where it takes no such quantity.
    """
    assert parse.evidence is not None
    scores = parse.evidence.arguments(range(trigger.first, trigger.last))
    tokens = [_ids(parse, q.span) for q in quantities]
    peaks = [float(scores[ids, COUNT].max()) for ids in tokens]
    others = [
        parse.evidence.arguments(range(p.first, p.last))[:, COUNT] for p in peers if p.head != trigger.head
    ]
    event = _event(parse, trigger, len(quantities), len(peers))
    rows = []
    for k, (quantity, ids) in enumerate(zip(quantities, tokens, strict=True)):
        rows.append(
            (
                peaks[k],
                float(scores[ids, COUNT].mean()),
                max((float(line[ids].max()) for line in others), default=0.0),
                peaks[k] - max((p for i, p in enumerate(peaks) if i != k), default=0.0),
                float(sum(p > peaks[k] for p in peaks)),
                *(float(v) for v in scores[ids][:, WHO].max(0)),
                *_beside(parse, trigger, peers, roles, parties, quantity, ids),
                *_said(quantity, measures[k]),
                *event,
            )
        )
    return np.array(rows, np.float32)


def _ids(parse: Parse, span: Span) -> list[int]:
    return [t.i for t in parse.tokens_in(span)]


def _beside(
    parse: Parse,
    trigger: Trigger,
    peers: Sequence[Trigger],
    roles: Roles,
    parties: tuple[Sequence[Party], Sequence[Party]],
    quantity: Quantity,
    ids: list[int],
) -> tuple[float, ...]:
    """The quantity beside the event: whose phrase and clause it is in, how far."""
    counted = quantity.concept_span
    wide = set(ids) | (set(_ids(parse, counted)) if counted is not None else set())
    head = parse.doc[min(wide) : max(wide) + 1].root
    owned = owner(parse, head.i, peers)
    gap = ids[0] - trigger.last if ids[0] >= trigger.last else ids[-1] - trigger.first
    spans = [quantity.span, *([counted] if counted is not None else [])]
    return (
        float(not wide.isdisjoint(range(trigger.first, trigger.last))),
        *(float(_within(parse, heads, wide)) for heads in (roles.agents, roles.targets, roles.shared)),
        *(float(any(p.span.overlaps(s) for p in side for s in spans)) for side in parties),
        float(owned == trigger.head),
        float(owned is not None and owned != trigger.head),
        float(np.clip(gap, -FAR, FAR)),
        min(float(abs(gap)), FAR),
        float(min(steps_between(parse, head.i, trigger.head), APART)),
        float(sum(1 for p in peers if min(p.first, trigger.first) < ids[0] < max(p.first, trigger.first))),
        float(ids[0] == trigger.last or ids[-1] + 1 == trigger.first or max(wide) + 1 == trigger.first),
    )


def _within(parse: Parse, heads: Sequence[int], ids: set[int]) -> bool:
    return any(not ids.isdisjoint(range(*phrase(parse.doc[head]))) for head in heads)


def _said(quantity: Quantity, measure: str | None) -> tuple[float, ...]:
    """The quantity itself: what it counts, how it is bound, how large."""
    rule = quantity.rule.partition(".")[0]
    low = quantity.low if quantity.low is not None else quantity.high or 0.0
    return (
        float(MEASURES.index(measure)) if measure in MEASURES else -1.0 if measure is None else 30.0,
        float(MEASURES.index(quantity.measure)) if quantity.measure in MEASURES else -1.0,
        float(quantity.unit is not None),
        float(quantity.concept is not None),
        float(RULES.index(rule)) if rule in RULES else -1.0,
        float(BOUNDS.index(quantity.bound)),
        float(np.log1p(max(low, 0.0))),
        float(quantity.cumulative),
        float(quantity.part_of is not None),
        float(quantity.low == quantity.high == 1),
    )


def _event(parse: Parse, trigger: Trigger, quantities: int, peers: int) -> tuple[float, ...]:
    assert parse.evidence is not None
    head = parse.doc[trigger.head]
    status: Scores = parse.evidence.status[trigger.first : trigger.last].mean(0)
    return (
        float(quantities),
        float(peers),
        float(group_number(trigger.action)),
        float(ACTIONS.index(trigger.action)),
        float(is_verbal(head)),
        float(is_verbal(head) and is_passive(head)),
        float(status[STATUSES.index("denied")]),
        float(status[STATUSES.index("planned")]),
        float(trigger.score),
    )
