"""What speaks for words naming an event, as one row of numbers per candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import Parse, Sentence
from dateline.annotate.evidence import ACTIONS, ACTOR_CLASSES, Evidence
from dateline.lexicon.actions import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

POS = ("VERB", "NOUN", "PROPN", "ADJ", "AUX")
DEPS = tuple(
    "ROOT nsubj nsubjpass dobj pobj compound amod conj advcl relcl ccomp xcomp acl pcomp appos attr".split()
)
ARMED = tuple(ACTOR_CLASSES.index(c) for c in ("military", "militia", "rebels", "group"))
"""Classes whose words make a report one of armed conflict."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Words `[first, last)` that may name an event: a lexicon hit, or a run the encoder noticed."""

    first: int
    last: int
    sentence: Sentence
    hit: Hit | None
    label: int
    """Column of the action that the encoder thinks likeliest."""


def rows_of(parse: Parse, proposed: Sequence[Proposed], evidence: Evidence) -> NDArray[np.float32]:
    """(n, features): one row for each candidate of a document."""
    event = 1.0 - evidence.action[:, 0]
    about = _about(parse, evidence)
    by_sentence: dict[int, list[Proposed]] = {}
    for one in proposed:
        by_sentence.setdefault(one.sentence.index, []).append(one)
    rows = [
        (*_own(parse, one, evidence, event), *_around(one, by_sentence[one.sentence.index], event), *about)
        for one in proposed
    ]
    return np.array(rows, np.float32) if rows else np.zeros((0, 0), np.float32)


def _about(parse: Parse, evidence: Evidence) -> tuple[float, ...]:
    """What the document is about: armed bodies and events among its words, and its length."""
    if not parse.sentences:
        return 0.0, 0.0, 0.0
    inside = np.concatenate([np.arange(s.first, s.last) for s in parse.sentences])
    armed = evidence.actor[inside][:, ARMED].sum(1)
    return (
        float(armed.mean()),
        float((1 - evidence.action[inside, 0]).mean()),
        float(np.log1p(len(inside))),
    )


def _own(parse: Parse, one: Proposed, evidence: Evidence, event: NDArray[np.float32]) -> tuple[float, ...]:
    inside = event[one.first : one.last]
    head = parse.doc[one.first : one.last].root
    hit = one.hit
    weights = evidence.action[one.first : one.last, 1:].max(0)
    agreed = float(weights[ACTIONS.index(hit.action)]) if hit else 0.0
    status = evidence.status[one.first : one.last].mean(0)
    return (
        float(inside.max()),
        float(inside.mean()),
        float(event[one.first - 1]) if one.first > one.sentence.first else 0.0,
        float(event[one.last]) if one.last < one.sentence.last else 0.0,
        float(hit.prior) if hit else -1.0,
        agreed,
        float(weights.max()),
        float(one.last - one.first),
        _place(head.pos_, POS),
        _place(head.dep_, DEPS),
        float(head.tag_ in ("VBD", "VBN")),
        float(head.tag_ == "VBG"),
        float(head.ent_type_ != ""),
        float(len(head.text) > 1 and head.text[0].isupper()),
        float(_quantified(head)),
        float(status[0]),
        float(evidence.voice[one.first : one.last, 0].mean()),
    )


def _quantified(head: Token) -> bool:
    return any(c.dep_ == "nummod" for c in head.children)


def _around(one: Proposed, others: Sequence[Proposed], event: NDArray[np.float32]) -> tuple[float, ...]:
    """Other candidates of the sentence: how many, the strongest, and the nearest of the same action."""
    peaks = [float(event[o.first : o.last].max()) for o in others if o is not one]
    same = [
        (min(abs(o.first - one.last), abs(one.first - o.last)), float(event[o.first : o.last].max()))
        for o in others
        if o is not one and o.label == one.label
    ]
    distance, strength = min(same, default=(40, 0.0))
    return (
        float(len(others)),
        max(peaks, default=0.0),
        float(min(distance, 40)),
        strength,
        float(one.sentence.index == 0),
        float(one.sentence.index),
        float(one.sentence.last - one.sentence.first),
        float(one.first - one.sentence.first),
    )


def _place(value: str, among: Sequence[str]) -> float:
    return float(among.index(value)) if value in among else -1.0
