"""How many or how much: the quantities that belong to an event, as measures of the codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.annotate.evidence import ARGUMENT_ROLES
from dateline.annotate.trees import trees
from dateline.claims.figures_barred import may_count
from dateline.claims.figures_changed import is_former, reached
from dateline.claims.figures_features import Rows, figure_rows
from dateline.claims.figures_lists import leaders
from dateline.claims.figures_measures import foreseen, is_of_two, otherwise
from dateline.claims.figures_missing import MISSING, has_missing, is_missing
from dateline.claims.figures_scene import Scene as Scene
from dateline.claims.figures_scene import counted_head, other_end, part_of_event, words_of
from dateline.claims.figures_turns import counts_another, is_counted, turn
from dateline.claims.figures_unsaid import uncounted
from dateline.claims.record import Figure
from dateline.lexicon.actions import action_set
from dateline.mentions.record import Quantity

THRESHOLD = 0.4
"""Joint score at which a quantity is the event's (gold dev)."""
CHANCE, CHANCE_UNNAMED = 0.38, 0.5
"""Chance by the trees from which a quantity is the event's: where the action's row has a measure for it, and
where not (training/joint, corpora apart)."""
CHANCE_LISTED = 0.15
"""The same for what is listed after a quantity of the event's."""
CHANCE_COUNTED = 0.02
"""The same where the harm itself is counted (`12 injured`): hardly ever is it another's."""
CHANCE_IN_TURN = 0.8
"""The same where the order of the sentence gives it to the other harm: `killed 9 and left 20 others injured`
(of unseen reports 20 to 0 right)."""
CHANCE_OF_TWO = 0.15
"""The same for one figure of the killed and the wounded: it is told of both, or of neither."""
PARSE_WEIGHT = 0.35
"""Share of grammar in the joint score of a quantity (gold dev)."""


def figures_of(scene: Scene, quantities: Sequence[Quantity]) -> tuple[Figure, ...]:
    """Figures of one event in text order; `part_of` points into the same tuple."""
    if not scene.row:
        return ()
    offered = near(scene, quantities)
    chosen = _by_chance(scene, offered)
    if chosen is None:
        chosen = _by_rules(scene, offered)
    chosen = _with_missing(scene, chosen, offered)
    chosen = chosen or [(q, foreseen(scene, q) or otherwise(scene, q)) for q in uncounted(scene)]
    index = {q.span: k for k, (q, _) in enumerate(chosen)}
    return tuple(_figure(q, measure, index) for q, measure in chosen)


def _with_missing(
    scene: Scene, chosen: list[tuple[Quantity, str]], offered: Sequence[Quantity]
) -> list[tuple[Quantity, str]]:
    """The figures with those missing, where they are this event's, and without them where they are not."""
    missing = [q for q in offered if is_missing(scene, q)]
    if not missing:
        return chosen
    rest = [(q, measure) for q, measure in chosen if q not in missing]
    rest += [(q, MISSING) for q in missing if has_missing(scene, q)]
    return sorted(rest, key=lambda pair: pair[0].span)


def near(scene: Scene, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that may be the event's: those of its sentence."""
    text = scene.parse.document.text
    return [
        reached(text, q)
        for q in quantities
        if q.span.overlaps(scene.trigger.sentence.span)
        and not is_former(text, q)
        and may_count(scene, q)
        and scene.parse.ids_in(q.span)
        and not other_end(scene, q, quantities)
    ]


def rows_of(scene: Scene, quantities: Sequence[Quantity]) -> tuple[Rows, list[str | None]]:
    """(quantities, features) and the measures by the action's row, for what the trees are asked."""
    measures = [foreseen(scene, q) for q in quantities]
    return figure_rows(scene, quantities, measures), measures


def _by_chance(scene: Scene, offered: Sequence[Quantity]) -> list[tuple[Quantity, str]] | None:
    """What the trees take for the event's, or None without them."""
    weigher = trees("figures")
    if weigher is None or scene.parse.evidence is None:
        return None
    if not offered:
        return []
    rows, measures = rows_of(scene, offered)
    chances = weigher.probability(rows).tolist()
    first, chosen = leaders(scene, offered), set[int]()
    for k, (measure, chance) in enumerate(zip(measures, chances, strict=True)):
        limit = CHANCE if measure is not None else CHANCE_UNNAMED
        if is_counted(scene.trigger, words_of(scene, offered[k])):
            limit = CHANCE_COUNTED
        elif is_of_two(scene, measure or otherwise(scene, offered[k])):
            limit = CHANCE_OF_TWO
        elif counts_another(scene, offered[k]):
            continue  # the other event's, however likely
        elif turn(scene, offered[k], offered) < 0:
            limit = CHANCE_IN_TURN
        listed = first[k] in chosen and limit != CHANCE_IN_TURN
        if chance >= (min(limit, CHANCE_LISTED) if listed else limit):
            chosen.add(k)
    taken = [(offered[k], measures[k] or otherwise(scene, offered[k])) for k in sorted(chosen)]
    made: list[tuple[Quantity, str]] = []
    for quantity, measure in taken:
        made.append((quantity, _like_before(scene, quantity, measure, made)))
    return made


def _like_before(
    scene: Scene, quantity: Quantity, measure: str, before: Sequence[tuple[Quantity, str]]
) -> str:
    """The measure; `seven near Orvane` after `20 tanks`, without a noun of its own, counts tanks."""
    bare = quantity.unit is None and counted_head(scene, quantity) is None
    if measure != "other" or not bare or not before or scene.trigger.action not in action_set("owned"):
        return measure
    return before[-1][1]


def _by_rules(scene: Scene, offered: Sequence[Quantity]) -> list[tuple[Quantity, str]]:
    chosen: list[tuple[Quantity, str]] = []
    for quantity in offered:
        measure = _measure(scene, quantity, {q.span for q, _ in chosen})
        if measure is not None:
            chosen.append((quantity, measure))
    return chosen


def _measure(scene: Scene, quantity: Quantity, chosen: set[Any]) -> str | None:
    """The measure if the quantity is the event's, else None."""
    part = part_of_event(scene, quantity)
    grammar = part is not None or quantity.part_of in chosen
    if not grammar and scene.scores is None:
        return None
    measure = foreseen(scene, quantity, part or "clause")
    if measure is None or scene.scores is None:
        return measure
    tokens = scene.parse.tokens_in(quantity.span)
    peak = float(scene.scores[tokens[0].i : tokens[-1].i + 1, ARGUMENT_ROLES.index("quantity")].max())
    return measure if (1 - PARSE_WEIGHT) * peak + PARSE_WEIGHT * grammar >= THRESHOLD else None


def _figure(quantity: Quantity, measure: str, index: Mapping[Any, int]) -> Figure:
    return Figure(
        text=quantity.text,
        span=quantity.span,
        measure=measure,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=quantity.unit if measure == "money" else None,
        cumulative=quantity.cumulative,
        part_of=index.get(quantity.part_of) if quantity.part_of is not None else None,
        rule=quantity.rule,
    )
