"""Evidence for all gold reports from models that never saw them: what a calibrator is fitted on."""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np
from gold import Example
from model import HEADS
from predict import evidence_of
from train import train

APART = {"muc": 0, "re3d": 0, "voa": 1, "wire": 1}
"""Fold of a corpus by the first part of its reports' names; outlets of `fakes` are dealt to folds 1 and 2,
every other corpus is in fold 2. No model has seen a report of any corpus in its fold but `fakes`, and of that
no report of the same outlet."""
FOLDS = 3


def folds_of(names: list[str]) -> np.ndarray:
    """The fold of every report."""
    outlets = sorted({name.split("-")[1] for name in names if name.startswith("fakes-")})
    dealt = {outlet: 1 + k % 2 for k, outlet in enumerate(outlets)}
    found = []
    for name in names:
        corpus, _, rest = name.partition("-")
        found.append(dealt[rest.split("-")[0]] if corpus == "fakes" else APART.get(corpus, 2))
    return np.array(found)


def dump_folds(made: list[Example], options: argparse.Namespace) -> None:
    """Write `options.out` (.npz), read back with `fold_evidence`; one model per fold is trained."""
    fold = folds_of([e.name for e in made])
    stored: dict[str, Any] = {}
    for k in range(FOLDS):
        print(f"fold {k + 1} of {FOLDS}", flush=True)
        model = train([e for e, f in zip(made, fold, strict=True) if f != k], options, seed=options.seed)
        for name, value in model.arguments.state_dict().items():
            stored[f"fold{k}/{name}"] = value.numpy().astype(np.float16)
        for example in (e for e, f in zip(made, fold, strict=True) if f == k):
            evidence = evidence_of(model, example)
            stored[f"{example.name}/fold"] = np.array(k)
            stored[f"{example.name}/offsets"] = example.offsets
            stored[f"{example.name}/states"] = evidence.states.numpy().astype(np.float16)
            for head in HEADS:
                stored[f"{example.name}/{head}"] = getattr(evidence, head)
        np.savez_compressed(options.out, **stored)
