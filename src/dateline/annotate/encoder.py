"""Evidence from the learned encoder for a document's words; None where no weights are shipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from dateline.annotate.encoder_arguments import ArgumentScorer
from dateline.annotate.encoder_model import DEGREE, EncoderModel, load
from dateline.annotate.evidence import Scores

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.annotate.evidence import Evidence
    from dateline.document import Document


@dataclass(frozen=True, slots=True, eq=False)
class WordEvidence:
    """`Evidence` whose arguments are scored when asked for, from the words' stored states."""

    action: Scores
    status: Scores
    voice: Scores
    actor: Scores
    agents: Scores
    targets: Scores
    factuality: Scores
    states: Scores
    scorer: ArgumentScorer
    projected: Scores
    asked: dict[tuple[int, ...], Scores] = field(default_factory=dict, repr=False)
    """Answers given: several stages ask of the same trigger."""

    def arguments(self, trigger: Sequence[int]) -> Scores:
        """(n, len(ARGUMENT_ROLES)): probability that each word is part of each role's words."""
        key = tuple(trigger)
        if key not in self.asked:
            self.asked[key] = self.scorer.score(self.states, key, projected=self.projected)
        return self.asked[key]

    def arguments_of(self, triggers: Sequence[Sequence[int]]) -> list[Scores]:
        """The same for each of several triggers, none empty."""
        keys = [tuple(trigger) for trigger in triggers]
        fresh = [key for key in dict.fromkeys(keys) if key not in self.asked]
        scores = self.scorer.scores(self.states, fresh, projected=self.projected)
        self.asked.update(zip(fresh, scores, strict=True))
        return [self.asked[key] for key in keys]


def evidence_of(doc: Doc, *, document: Document) -> Evidence | None:
    """Evidence over the tokens of `doc`; None without weights or for a text not in English.

    Only the words are read, so it may run before or after the parser. Raises ModelError when the
    shipped weights are damaged.
    """
    if document.language not in (None, "en"):
        return None
    model = load()
    return None if model is None else evidence_of_words([token.text for token in doc], model=model)


def evidence_of_words(words: Sequence[str], *, model: EncoderModel) -> WordEvidence:
    """Evidence over plain words, such as `["Troops", "shelled", "the", "town"]`."""
    pieces = model.vocabulary.pieces(words)
    states = model.states(pieces)
    heads = {head: model.probabilities(head, states) for head in model.heads if head != DEGREE}
    heads[DEGREE] = model.logits(DEGREE, states)[:, 0]
    blank = pieces.empty()
    for name in ("action", "actor"):
        heads[name][blank] = np.eye(1, heads[name].shape[1], dtype=np.float32)
    return WordEvidence(
        action=heads["action"],
        status=heads["status"],
        voice=heads["voice"],
        actor=heads["actor"],
        agents=heads["agents"],
        targets=heads["targets"],
        factuality=heads[DEGREE],
        states=states,
        scorer=model.scorer,
        projected=model.scorer.projected(states),
    )
