"""How many or how much: the quantities that belong to an event, as measures of the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.claims.locations import owner
from dateline.claims.parties import Roles
from dateline.claims.record import Figure
from dateline.claims.syntax import phrase
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.mentions.record import Quantity

COUNTING = frozenset(("kill", "wound", "detain", "abduct", "displace", "release", "surrender"))
"""Actions whose plural target without a number is a vague count of at least two."""
THRESHOLD = 0.5
PARSE_WEIGHT = 0.5
"""Share of grammar in the joint score of a quantity (gold train)."""


def figures_of(
    parse: Parse,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    roles: Roles,
    quantities: Sequence[Quantity],
    scores: Scores | None,
) -> tuple[Figure, ...]:
    """Figures of one event in text order; `part_of` points into the same tuple."""
    chosen = [
        q
        for q in quantities
        if q.span.overlaps(trigger.sentence.span) and _belongs(parse, trigger, triggers, roles, q, scores)
    ]
    index = {q.span: k for k, q in enumerate(chosen)}
    made = []
    for quantity in chosen:
        measure = measure_of(trigger, triggers, quantity)
        part = index.get(quantity.part_of) if quantity.part_of is not None else None
        made.append(
            Figure(
                text=quantity.text,
                span=quantity.span,
                measure=measure,
                low=quantity.low,
                high=quantity.high,
                bound=quantity.bound,
                unit=quantity.unit,
                cumulative=quantity.cumulative,
                part_of=part,
                rule=quantity.rule,
            )
        )
    return tuple(made) or _plural(parse, trigger, roles)


def _belongs(
    parse: Parse,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    roles: Roles,
    quantity: Quantity,
    scores: Scores | None,
) -> bool:
    tokens = parse.tokens_in(quantity.span)
    if not tokens or quantity.unit == "percent":
        return False
    counted = parse.tokens_in(quantity.concept_span) if quantity.concept_span else []
    ids = {t.i for t in (*tokens, *counted)}
    in_target = any(not ids.isdisjoint(range(*phrase(parse.doc[t]))) for t in roles.targets)
    own = in_target or (owner(tokens[-1], triggers) == trigger.head and not _of_agent(parse, roles, ids))
    if scores is None:
        return own
    peak = float(scores[tokens[0].i : tokens[-1].i + 1, ARGUMENT_ROLES.index("quantity")].max())
    return (1 - PARSE_WEIGHT) * peak + PARSE_WEIGHT * own >= THRESHOLD


def _of_agent(parse: Parse, roles: Roles, ids: set[int]) -> bool:
    return any(not ids.isdisjoint(range(*phrase(parse.doc[a]))) for a in roles.agents)


def measure_of(trigger: Trigger, triggers: Sequence[Trigger], quantity: Quantity) -> str:
    """The codebook's measure for a quantity of this event."""
    if quantity.measure is not None and quantity.measure != "forces":
        return quantity.measure
    row = mapping("figures").get(trigger.action, {})
    measure = row.get("persons") or (quantity.measure if quantity.measure else row.get("things"))
    if measure == "killed" and _with_wounded(trigger, triggers, quantity):
        return "killed_or_wounded"
    return str(measure or quantity.measure or "other")


def _with_wounded(trigger: Trigger, triggers: Sequence[Trigger], quantity: Quantity) -> bool:
    """`killed and wounded ten`, `killed or wounded`: one figure for both; casualties too."""
    if quantity.concept and quantity.concept.lower().split()[-1:] == ["casualties"]:
        return True
    return any(
        t.action == "wound" and t.sentence == trigger.sentence and 0 <= t.first - trigger.last <= 1
        for t in triggers
    )


def _plural(parse: Parse, trigger: Trigger, roles: Roles) -> tuple[Figure, ...]:
    """`killed terrorists`: a plural with no number is vague, at least two (codebook, section 6)."""
    if trigger.action not in COUNTING:
        return ()
    measure = str(mapping("figures")[trigger.action]["persons"])
    for target in roles.targets:
        token = parse.doc[target]
        if token.tag_ == "NNS" and not any(c.dep_ == "nummod" for c in token.children):
            span = parse.span_of(target, target + 1)
            text = parse.document.quote(span)
            return (
                Figure(
                    text=text,
                    span=span,
                    measure=measure,
                    low=2,
                    high=None,
                    bound="vague",
                    rule="figure.plural",
                ),
            )
    return ()
