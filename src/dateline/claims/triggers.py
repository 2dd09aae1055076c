"""Finds the words that name an event: the lexicon proposes, the encoder weighs, both are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate import Parse, Sentence
from dateline.annotate.evidence import ACTIONS, Evidence, action_number
from dateline.annotate.trees import trees
from dateline.claims.triggers_acting import acting
from dateline.claims.triggers_features import Proposed, rows_of
from dateline.claims.triggers_peace import at_peace
from dateline.document import Span
from dateline.lexicon.actions import Hit, action_set, hits

if TYPE_CHECKING:
    from spacy.tokens import Token

LEXICON_THRESHOLD = 0.5
"""Prior at which the lexicon alone makes a claim (gold train: best F1 without an encoder)."""
NOTICED = 0.12
"""Chance of an event at which words outside the lexicon are weighed at all."""
EVIDENCE_THRESHOLD = 0.5
"""Joint chance at which a claim is made (training/joint: best F1 and whole claims on left-out corpora)."""
PEACE_THRESHOLD = 0.95
"""The same in a report at peace (`triggers_peace.py`)."""
PLAIN_THRESHOLD = 0.5
"""The same for the plain sum of prior and probability, where there are no trees."""
LEXICON_WEIGHT = 0.4
"""How far a lexicon prior moves the encoder's probability (gold dev, with the first encoder)."""


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
    if parse.evidence is not None:
        yield from _joined(parse, parse.evidence)
        return
    for sentence in parse.sentences:
        found = lexicon_hits(parse, sentence)
        yield from (_by_lexicon(parse, sentence, hit) for hit in found if hit.prior >= LEXICON_THRESHOLD)


def lexicon_hits(parse: Parse, sentence: Sentence) -> list[Hit]:
    """Lexicon patterns in one sentence, with token indices of the document."""
    words = parse.lowers[sentence.first : sentence.last]
    verbs = [token.pos_ in ("VERB", "AUX") for token in parse.tokens[sentence.first : sentence.last]]
    shift = sentence.first
    return [Hit(h.start + shift, h.end + shift, h.entry, h.form) for h in hits(words, verbs)]


def head_of(parse: Parse, first: int, last: int) -> Token:
    """The token of `[first, last)` that governs the others."""
    return parse.root_of(first, last)


def _by_lexicon(parse: Parse, sentence: Sentence, hit: Hit) -> Trigger:
    head = head_of(parse, hit.start, hit.end).i
    return Trigger(hit.start, hit.end, head, sentence, hit.action, hit.prior, hit.entry.id, hit)


def proposed(parse: Parse, evidence: Evidence) -> Iterator[Proposed]:
    """Words that may name an event, in order, without overlap: lexicon hits, and what the encoder notices."""
    noticed = (1.0 - evidence.action[:, 0] >= NOTICED).tolist()
    labels = (1 + evidence.action[:, 1:].argmax(1)).tolist()
    for sentence in parse.sentences:
        by_token = {i: hit for hit in lexicon_hits(parse, sentence) for i in range(hit.start, hit.end)}
        at = sentence.first
        while at < sentence.last:
            label = labels[at]
            hit = by_token.get(at)
            if hit is not None:
                if hit.end - hit.start > 1:
                    label = 1 + int(evidence.action[hit.start : hit.end, 1:].max(0).argmax())
                yield Proposed(hit.start, hit.end, sentence, hit, label)
                at = hit.end
                continue
            end = at
            while end < sentence.last and end not in by_token and noticed[end] and labels[end] == label:
                end += 1
            if end > at and not _continued(by_token.get(end) or by_token.get(at - 1), label):
                yield Proposed(at, end, sentence, None, label)
            at = max(end, at + 1)


def _joined(parse: Parse, evidence: Evidence) -> Iterator[Trigger]:
    weigher = trees("triggers")
    found = list(proposed(parse, evidence))
    threshold = PEACE_THRESHOLD if at_peace(parse, evidence) else EVIDENCE_THRESHOLD
    if weigher is None or not found:
        scores, threshold = [_plainly(one, evidence) for one in found], PLAIN_THRESHOLD
    else:
        scores = weigher.probability(rows_of(parse, found, evidence)).tolist()
        scores = acting(parse, found, scores, threshold)
    for one, score in zip(found, scores, strict=True):
        if score < threshold:
            continue
        if one.hit is not None:
            yield _weighed(parse, one.sentence, one.hit, score, evidence)
        else:
            head = head_of(parse, one.first, one.last).i
            yield Trigger(one.first, one.last, head, one.sentence, ACTIONS[one.label - 1], score, "model")


def _plainly(one: Proposed, evidence: Evidence) -> float:
    peak = float(1.0 - evidence.action[one.first : one.last, 0].min())
    return peak if one.hit is None else (1 - LEXICON_WEIGHT) * peak + LEXICON_WEIGHT * one.hit.prior


def _continued(neighbour: Hit | None, label: int) -> bool:
    """True if a lexicon hit beside the words names the same action: one event, said once."""
    return neighbour is not None and neighbour.action == ACTIONS[label - 1]


def _weighed(parse: Parse, sentence: Sentence, hit: Hit, score: float, evidence: Evidence) -> Trigger:
    head = head_of(parse, hit.start, hit.end).i
    action = _action(hit, evidence)
    rule = hit.entry.id if action == hit.action else f"model over {hit.entry.id}"
    return Trigger(hit.start, hit.end, head, sentence, action, score, rule, hit)


def _action(hit: Hit, evidence: Evidence) -> str:
    """The action that lexicon and encoder name together; of one the encoder does not know, the lexicon's."""
    number = action_number(hit.action)
    if number < 0:
        return hit.action
    weights = evidence.action[hit.start : hit.end, 1:].sum(axis=0)
    weights = weights / max(float(weights.sum()), 1e-9)
    weights[number] += LEXICON_WEIGHT
    best = ACTIONS[int(weights.argmax())]
    if best in action_set("harms") and hit.action not in action_set("done_to"):
        # Beside the dead the encoder takes `displacing` for killing: in coded reports it never was.
        return hit.action
    return best
