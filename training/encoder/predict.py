"""A trained model's evidence for one example, in torch: what the shipped numpy and ONNX must agree with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from gold import Example
from model import Tagger, bucket
from windows import batch, cut, pieces


@dataclass
class TorchEvidence:
    """Scores by word, as `dateline.annotate.evidence.Evidence`."""

    model: Tagger
    states: torch.Tensor
    action: np.ndarray
    status: np.ndarray
    voice: np.ndarray
    actor: np.ndarray
    agents: np.ndarray
    targets: np.ndarray
    factuality: np.ndarray

    @torch.no_grad()
    def arguments(self, trigger: Sequence[int]) -> np.ndarray:
        """(n, roles) probabilities for the trigger made of these words."""
        n = len(self.states)
        place, low, high = torch.arange(n), min(trigger), max(trigger)
        offset = torch.where(place < low, place - low, torch.where(place > high, place - high, 0))
        mean = self.states[list(trigger)].mean(0, keepdim=True)
        owner = torch.zeros(1, dtype=torch.long)
        return np.asarray(
            self.model.arguments(mean, self.states[None], owner, bucket(offset)[None])[0].sigmoid()
        )

    def arguments_of(self, triggers: Sequence[Sequence[int]]) -> list[np.ndarray]:
        """The same for each of several triggers."""
        return [self.arguments(trigger) for trigger in triggers]


@torch.no_grad()
def evidence_of(model: Tagger, example: Example) -> TorchEvidence:
    """Evidence for one report, its windows joined."""
    parts = []
    for window in cut(example, example.words, None):
        b = batch([window])
        parts.append(model.words(b.ids, b.mask, b.pool)[0])
    states = torch.cat(parts)
    logits = {name: head(states) for name, head in model.heads.items()}
    heads = {name: each.softmax(-1).numpy().copy() for name, each in logits.items()}
    heads["factuality"] = logits["factuality"][:, 0].numpy().copy()
    blank = np.array([not pieces(word) for word in example.words])
    for name in ("action", "actor"):
        heads[name][blank] = np.eye(1, heads[name].shape[1], dtype=np.float32)
    return TorchEvidence(model, states, **heads)
