"""Finds the words that name an event: the lexicon proposes, the encoder weighs, both are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dateline.annotate import Parse, Sentence
from dateline.annotate.evidence import ACTIONS, Evidence
from dateline.document import Span
from dateline.lexicon.actions import Hit, hits

if TYPE_CHECKING:
    from spacy.tokens import Token

LEXICON_THRESHOLD = 0.5
"""Prior at which the lexicon alone makes a claim (gold train: best F1 without an encoder)."""
EVIDENCE_THRESHOLD = 0.5
"""Joint score at which a claim is made when the encoder has spoken (gold dev)."""
LEXICON_WEIGHT = 0.4
"""How far a lexicon prior moves the encoder's probability."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words `[first, last)` (token indices) that name an event, its action and how sure."""

    first: int
    last: int
    head: int
    sentence: Sentence
    action: str
    score: float
    rule: str
    hit: Hit | None = None

    def span(self, parse: Parse) -> Span:
        """The characters of the trigger."""
        return parse.span_of(self.first, self.last)


def triggers(parse: Parse) -> Iterator[Trigger]:
    """Every event word of the document, in order and without overlap."""
    for sentence in parse.sentences:
        found = lexicon_hits(parse, sentence)
        if parse.evidence is None:
            yield from (_by_lexicon(parse, sentence, hit) for hit in found if hit.prior >= LEXICON_THRESHOLD)
        else:
            yield from _joined(parse, sentence, found, parse.evidence)


def lexicon_hits(parse: Parse, sentence: Sentence) -> list[Hit]:
    """Lexicon patterns in one sentence, with token indices of the document."""
    tokens = parse.doc[sentence.first : sentence.last]
    words = [token.lower_ for token in tokens]
    verbs = [token.pos_ in ("VERB", "AUX") for token in tokens]
    shift = sentence.first
    return [Hit(h.start + shift, h.end + shift, h.entry, h.form) for h in hits(words, verbs)]


def head_of(parse: Parse, first: int, last: int) -> Token:
    """The token of `[first, last)` that governs the others."""
    return parse.doc[first:last].root


def _by_lexicon(parse: Parse, sentence: Sentence, hit: Hit) -> Trigger:
    head = head_of(parse, hit.start, hit.end).i
    return Trigger(hit.start, hit.end, head, sentence, hit.action, hit.prior, hit.entry.id, hit)


def _joined(parse: Parse, sentence: Sentence, found: list[Hit], evidence: Evidence) -> Iterator[Trigger]:
    rows = evidence.action[sentence.first : sentence.last]
    event = 1.0 - rows[:, 0]
    by_token = {i: hit for hit in found for i in range(hit.start, hit.end)}
    at = sentence.first
    while at < sentence.last:
        hit = by_token.get(at)
        if hit is not None and hit.start == at:
            peak = float(event[hit.start - sentence.first : hit.end - sentence.first].max())
            score = (1 - LEXICON_WEIGHT) * peak + LEXICON_WEIGHT * hit.prior
            if score >= EVIDENCE_THRESHOLD:
                yield _weighed(parse, sentence, hit, score, evidence)
            at = hit.end
            continue
        end = at
        label = int(rows[at - sentence.first].argmax())
        while end < sentence.last and end not in by_token and _is_event(rows[end - sentence.first], label):
            end += 1
        if end > at and not _continued(by_token.get(end) or by_token.get(at - 1), label):
            score = float(event[at - sentence.first : end - sentence.first].max())
            head = head_of(parse, at, end).i
            yield Trigger(at, end, head, sentence, ACTIONS[label - 1], score, "model")
        at = max(end, at + 1)


def _continued(neighbour: Hit | None, label: int) -> bool:
    """True if a lexicon hit beside the words names the same action: one event, said once."""
    return neighbour is not None and neighbour.action == ACTIONS[label - 1]


def _is_event(row: np.ndarray[tuple[int], np.dtype[np.float32]], label: int) -> bool:
    return label > 0 and int(row.argmax()) == label and 1.0 - float(row[0]) >= EVIDENCE_THRESHOLD


def _weighed(parse: Parse, sentence: Sentence, hit: Hit, score: float, evidence: Evidence) -> Trigger:
    head = head_of(parse, hit.start, hit.end).i
    weights = evidence.action[hit.start : hit.end, 1:].sum(axis=0)
    weights = weights / max(float(weights.sum()), 1e-9)
    weights[ACTIONS.index(hit.action)] += LEXICON_WEIGHT
    action = ACTIONS[int(weights.argmax())]
    rule = hit.entry.id if action == hit.action else f"model over {hit.entry.id}"
    return Trigger(hit.start, hit.end, head, sentence, action, score, rule, hit)
