"""What speaks for words naming an event, as one row of numbers per candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import Parse, Sentence
from dateline.annotate.evidence import Evidence, action_number, means_in, peaks_in
from dateline.lexicon.actions import Hit

# The fitted trees know each of these by its place: what is new joins at the end, when they are fitted again.
POS = ("VERB", "NOUN", "PROPN", "ADJ", "AUX")
"""Word classes of a candidate's head."""
DEPS = tuple(
    "ROOT nsubj nsubjpass dobj pobj compound amod conj advcl relcl ccomp xcomp acl pcomp appos attr".split()
)
"""What its head is to its own governor."""


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
    """(n, features): one row for each candidate of a document.

    Nothing of the document as a whole is among them: its length, or how armed it is, tells one corpus from
    another and nothing of a new one (training/joint/README.md).
    """
    if not proposed:
        return np.zeros((0, 0), np.float32)
    event = 1.0 - evidence.action[:, 0]
    said = _said(proposed, evidence, event)
    by_sentence: dict[int, list[tuple[Proposed, float]]] = {}
    for one, words in zip(proposed, said, strict=True):
        by_sentence.setdefault(one.sentence.index, []).append((one, words.peak))
    chances = event.tolist()
    rows = [
        (*_own(parse, one, words, chances), *_around(one, by_sentence[one.sentence.index]))
        for one, words in zip(proposed, said, strict=True)
    ]
    return np.array(rows, np.float32)


class _Said(NamedTuple):
    """What the encoder says of a candidate's words."""

    peak: float
    mean: float
    likeliest: float
    """Of the actions."""
    agreed: float
    """The action of the lexicon's hit; 0 without one."""
    occurred: float
    own_voice: float


def _said(proposed: Sequence[Proposed], evidence: Evidence, event: NDArray[np.float32]) -> list[_Said]:
    first, last = np.array([(one.first, one.last) for one in proposed]).T
    actions = peaks_in(evidence.action[:, 1:], first, last)
    hits = [action_number(one.hit.action) if one.hit else -1 for one in proposed]
    columns = (
        peaks_in(event[:, None], first, last)[:, 0],
        means_in(event[:, None], first, last)[:, 0],
        actions.max(1),
        np.where(np.array(hits) < 0, 0, actions[np.arange(len(hits)), hits]),
        means_in(evidence.status[:, :1], first, last)[:, 0],
        means_in(evidence.voice[:, :1], first, last)[:, 0],
    )
    return [_Said(*values) for values in np.stack(columns, axis=1).tolist()]


def _own(parse: Parse, one: Proposed, said: _Said, event: Sequence[float]) -> tuple[float, ...]:
    head = parse.root_of(one.first, one.last)
    tag = head.tag_
    return (
        said.peak,
        said.mean,
        event[one.first - 1] if one.first > one.sentence.first else 0.0,
        event[one.last] if one.last < one.sentence.last else 0.0,
        float(one.hit.prior) if one.hit else -1.0,
        said.agreed,
        said.likeliest,
        float(one.last - one.first),
        _place(head.pos_, POS),
        _place(head.dep_, DEPS),
        float(tag in ("VBD", "VBN")),
        float(tag == "VBG"),
        float(head.ent_type_ != ""),
        float(len(head.text) > 1 and head.text[0].isupper()),
        float(any(parse.deps[child] == "nummod" for child in parse.children[head.i])),
        said.occurred,
        said.own_voice,
    )


def _around(one: Proposed, candidates: Sequence[tuple[Proposed, float]]) -> tuple[float, ...]:
    """Other candidates of the sentence: how many, the strongest, and the nearest of the same action."""
    others = [(other, peak) for other, peak in candidates if other is not one]
    same = [
        (min(abs(other.first - one.last), abs(one.first - other.last)), peak)
        for other, peak in others
        if other.label == one.label
    ]
    distance, strength = min(same, default=(40, 0.0))
    return (
        float(len(candidates)),
        max((peak for _, peak in others), default=0.0),
        float(min(distance, 40)),
        strength,
        float(one.sentence.index == 0),
        float(one.sentence.index),
        float(one.sentence.last - one.sentence.first),
        float(one.first - one.sentence.first),
    )


def _place(value: str, among: Sequence[str]) -> float:
    return float(among.index(value)) if value in among else -1.0
