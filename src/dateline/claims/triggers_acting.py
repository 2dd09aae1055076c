"""Acts that harm come of: in `two strikes destroyed a depot` the strikes are an event beside the harm."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.annotate.evidence import ACTIONS
from dateline.claims.syntax import DEFINITE, is_verbal
from dateline.claims.triggers_features import Proposed
from dateline.lexicon.actions import action_set

ACTS = 0.6
"""Prior from which a noun is an act; below stand weapons and those who carry them: `bomb`, `bomber`."""


def acting(parse: Parse, found: Sequence[Proposed], scores: Sequence[float], threshold: float) -> list[float]:
    """The chances of the words `found`, that of an act which did a harm no less than the harm's own.

    The codebook has it two claims (section 1). An act that the reader knows of (`the raid killed nine`)
    was told before, and keeps its chance.
    """
    sure = {
        parse.root_of(one.first, one.last).i: score
        for one, score in zip(found, scores, strict=True)
        if score >= threshold and _action(one) in action_set("harm_done")
    }
    return [max(score, _of_harm(parse, one, sure)) for one, score in zip(found, scores, strict=True)]


def _of_harm(parse: Parse, one: Proposed, sure: dict[int, float]) -> float:
    """The chance of the harm that `one` is the subject of; 0 for any other word."""
    act, hit = parse.root_of(one.first, one.last), one.hit
    if hit is None or hit.form != "noun" or hit.action not in action_set("fire") or hit.prior < ACTS:
        return 0.0
    if is_verbal(act) or act.dep_ != "nsubj":
        return 0.0
    if any(child.lower_ in DEFINITE for child in act.children):
        return 0.0
    return max((sure.get(verb.i, 0.0) for verb in (act.head, *act.head.conjuncts)), default=0.0)


def _action(one: Proposed) -> str:
    return one.hit.action if one.hit is not None else ACTIONS[one.label - 1]
