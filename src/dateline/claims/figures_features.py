"""What speaks for a quantity being an event's, as one row of numbers per pair."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import ARGUMENT_ROLES, STATUSES, Scores, action_number, mean_of
from dateline.claims.figures_lists import leaders
from dateline.claims.figures_scene import (
    Scene,
    counts_persons,
    joined_with,
    part_of_event,
    spans_of,
    words_of,
)
from dateline.claims.figures_turns import turn
from dateline.claims.locations_roles import owner
from dateline.claims.syntax import APART, is_passive, is_verbal, steps_between
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon.actions import action_set, group_number
from dateline.mentions.record import Quantity

Rows = NDArray[np.float32]
COUNT = ARGUMENT_ROLES.index("quantity")
WHO = [ARGUMENT_ROLES.index(role) for role in ("agent", "target")]
# The fitted trees know each of these by its place: what is new joins at the end, when they are fitted again.
BOUNDS = ("exact", "at_least", "at_most", "about", "range", "vague")
"""How a figure is bound."""
MEASURES = (
    "killed wounded killed_or_wounded missing settlements area distance tanks armored_vehicles artillery "
    "vehicles aircraft drones weapons munitions buildings money forces other"
).split()
"""What a figure can measure."""
UNLISTED = 30.0
"""Number of a measure that is not among these: any above theirs will do."""
RULES = ("singular", "vague", "none", "magnitude", "ordinal", "percent")
"""What found the number, by the first word of its rule."""
KINDS = ("indefinite", "another", "couple", "few", "many", "heavy", "multiple", "pair", "both")
"""The second word of that rule."""
PARTS = (None, "clause", "agent", "target", "event")
"""Where grammar has the quantity."""
FAR = 40.0
"""Words beyond which distance says nothing more: longer than nearly all sentences."""
LIKELY = 0.3
"""Score from which a quantity is called another event's (by eye on gold's train part)."""


def figure_rows(scene: Scene, quantities: Sequence[Quantity], measures: Sequence[str | None]) -> Rows:
    """(quantities, features) for one event and the quantities of its sentence.

    `measures` are what each would measure by the action's row; None where it takes no such quantity.
    """
    parse, trigger = scene.parse, scene.trigger
    assert parse.evidence is not None
    scores = parse.evidence.arguments(range(trigger.first, trigger.last))
    tokens = [_ids(scene, q.span) for q in quantities]
    peaks = [_peak(scores, ids, COUNT) for ids in tokens]
    peers = [p for p in scene.triggers if p.head != trigger.head]
    others = [parse.evidence.arguments(range(p.first, p.last)) for p in peers]
    event = _event(scene, len(quantities))
    first = leaders(scene, quantities)
    rows = []
    for k, (quantity, ids) in enumerate(zip(quantities, tokens, strict=True)):
        rows.append(
            (
                peaks[k],
                float(mean_of(scores[_rows(ids), COUNT])),
                peaks[k] - max((p for i, p in enumerate(peaks) if i != k), default=0.0),
                float(sum(p > peaks[k] for p in peaks)),
                *(_peak(scores, ids, role) for role in WHO),
                *_of_others(peers, others, ids, peaks[k]),
                float(any(_adjacent(scene, other) for i, other in enumerate(tokens) if i != k)),
                *_beside(scene, quantity, ids),
                float(turn(scene, quantity, quantities)),
                *_listed(scene, k, first[k], tokens, peaks),
                *_what(scene, quantity, measures[k]),
                *event,
            )
        )
    return np.array(rows, np.float32)


def _ids(scene: Scene, span: Span) -> list[int]:
    return list(scene.parse.ids_in(span))


def _rows(ids: list[int]) -> slice:
    """The rows of words that stand side by side: a look at a score costs less than a copy of its rows."""
    return slice(ids[0], ids[-1] + 1)


def _peak(scores: Scores, ids: list[int], role: int) -> float:
    """The best score of words side by side; of so few the largest is found sooner in a list."""
    words: list[float] = scores[_rows(ids), role].tolist()
    return max(words)


def _adjacent(scene: Scene, ids: list[int]) -> bool:
    """Directly before or after the event's words."""
    return ids[0] == scene.trigger.last or ids[-1] + 1 == scene.trigger.first


def _gap(scene: Scene, ids: list[int]) -> int:
    """Words from the event to a quantity after it, negative to one before it."""
    trigger = scene.trigger
    return ids[0] - trigger.last if ids[0] >= trigger.last else ids[-1] - trigger.first


def _of_others(
    peers: Sequence[Trigger], others: Sequence[Scores], ids: list[int], own: float
) -> tuple[float, ...]:
    """How much the quantity, and who is counted, is another event's of the sentence, and of which."""
    if not peers:
        return (0.0, own, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0)
    peaks = [_peak(line, ids, COUNT) for line in others]
    counting = [p for p, peer in zip(peaks, peers, strict=True) if peer.action in action_set("counting")]
    first, last, best = ids[0], ids[-1], max(peaks)
    return (
        best,
        own - best,
        max(counting, default=0.0),
        max(_peak(line, ids, WHO[1]) for line in others),
        float(action_number(peers[peaks.index(best)].action)) if best > LIKELY else -1.0,
        float(any(p.first <= last and first < p.last for p in peers)),
        float(any(p.first in (last + 1, last + 2) for p in peers)),
        float(any(p.last in (first, first - 1) for p in peers)),
    )


def _beside(scene: Scene, quantity: Quantity, ids: list[int]) -> tuple[float, ...]:
    """The quantity beside the event: whose phrase and clause it is in, how far."""
    parse, trigger, peers = scene.parse, scene.trigger, scene.triggers
    wide = words_of(scene, quantity)
    head = parse.root_of(min(wide), max(wide) + 1)
    owned = owner(parse, head.i, peers)
    gap = _gap(scene, ids)
    return (
        float(not wide.isdisjoint(range(trigger.first, trigger.last))),
        *(float(not wide.isdisjoint(phrases)) for phrases in (scene.agents, scene.targets, scene.shared)),
        *(float(any(p.span.overlaps(s) for p in side for s in spans_of(quantity))) for side in scene.parties),
        float(owned == trigger.head),
        float(owned is not None and owned != trigger.head),
        float(min(max(gap, -FAR), FAR)),
        min(float(abs(gap)), FAR),
        float(min(steps_between(parse, head.i, trigger.head), APART)),
        float(sum(1 for p in peers if min(p.first, trigger.first) < ids[0] < max(p.first, trigger.first))),
        float(ids[0] == trigger.last or ids[-1] + 1 == trigger.first or max(wide) + 1 == trigger.first),
        float(PARTS.index(part_of_event(scene, quantity))),
    )


def _listed(
    scene: Scene, at: int, leader: int, tokens: Sequence[list[int]], peaks: Sequence[float]
) -> tuple[float, ...]:
    """The quantity in its list: how far down, and how the list's first stands to the event."""
    return (
        float(at - leader),
        float(min(max(_gap(scene, tokens[leader]), -FAR), FAR)),
        peaks[leader],
        max(peaks[leader : at + 1]),
    )


def _what(scene: Scene, quantity: Quantity, measure: str | None) -> tuple[float, ...]:
    """The quantity itself: what it counts, how it is bound, how large."""
    rule, _, kind = quantity.rule.partition("+")[0].partition(".")
    low = quantity.low if quantity.low is not None else quantity.high or 0.0
    text, end = scene.parse.document.text, quantity.span.end
    return (
        float(MEASURES.index(measure)) if measure in MEASURES else -1.0 if measure is None else UNLISTED,
        float(MEASURES.index(quantity.measure)) if quantity.measure in MEASURES else -1.0,
        float(quantity.unit is not None),
        float(quantity.concept is not None),
        float(RULES.index(rule)) if rule in RULES else -1.0,
        float(KINDS.index(kind)) if kind in KINDS else -1.0,
        float(BOUNDS.index(quantity.bound)),
        float(np.log1p(max(low, 0.0))),
        float(quantity.cumulative),
        float(quantity.part_of is not None),
        float(quantity.low == quantity.high == 1),
        float(counts_persons(scene, quantity)),
        float("-" in quantity.text or text[end : end + 1] == "-"),
    )


def _event(scene: Scene, quantities: int) -> tuple[float, ...]:
    parse, trigger, head = scene.parse, scene.trigger, scene.head
    assert parse.evidence is not None
    status = mean_of(parse.evidence.status[trigger.first : trigger.last]).tolist()
    return (
        float(quantities),
        float(len(scene.triggers)),
        float(group_number(trigger.action)),
        float(action_number(trigger.action)),
        float(is_verbal(head)),
        float(is_verbal(head) and is_passive(head)),
        *(status[STATUSES.index(s)] for s in ("denied", "planned", "possible")),
        float(trigger.score),
        float(any(joined_with(scene, action) for action in ("kill", "wound"))),
    )
