"""Evidence for all gold reports from models that never saw them: what a calibrator is fitted on."""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import numpy as np
import torch
from gold import Example
from model import HEADS, restored
from predict import evidence_of
from train import save, train

from training.more.reports import OWN, own_folds

APART = {"muc": 0, "re3d": 0, "voa": 1, "wire": 1}
"""Fold of a corpus by the first part of its reports' names; outlets of `fakes` are dealt to folds 1 and 2,
every other corpus is in fold 2. No model has seen a report of any corpus in its fold but `fakes`, and of that
no report of the same outlet. Reports of our own writing were dealt to folds 1 and 2 when they were packed."""
FOLDS = 3


def folds_of(gold: list[str], more: list[str]) -> np.ndarray:
    """The fold of every gold report, then of every report of `training/more`, by their names."""
    outlets = sorted(_outlets(gold))
    outlets += sorted(_outlets(more) - set(outlets))
    dealt = {outlet: 1 + k % 2 for k, outlet in enumerate(outlets)}
    own = own_folds()
    found = []
    for name in (*gold, *more):
        corpus, _, rest = name.partition("-")
        if corpus == OWN:
            found.append(own[name])
        else:
            found.append(dealt[rest.split("-")[0]] if corpus == "fakes" else APART.get(corpus, 2))
    return np.array(found)


def _outlets(names: list[str]) -> set[str]:
    return {name.split("-")[1] for name in names if name.startswith("fakes-")}


def dump_folds(gold: list[Example], more: list[Example], options: argparse.Namespace) -> None:
    """Write `options.out` (.npz), read with `fold_evidence`, and each fold's model beside it (`.0.pt`).

    Each fold goes on from its own former model where `options.start` names a former `options.out`.
    """
    fold = folds_of([e.name for e in gold], [e.name for e in more])
    made = gold + more
    times = [options.gold] * len(gold) + [1] * len(more)
    parts = [
        [e for e, f, n in zip(made, fold, times, strict=True) if f != k for _ in range(n)]
        for k in range(FOLDS)
    ]
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(_train_fold, range(FOLDS), parts, [options] * FOLDS))
    stored: dict[str, Any] = {}
    for k in range(FOLDS):
        model = restored(options.out.with_suffix(f".{k}.pt"))
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


def _train_fold(k: int, made: list[Example], options: argparse.Namespace) -> None:
    """Train one fold's model in a process of its own, and save it."""
    torch.set_num_threads(options.threads)
    if options.start:
        options.start = options.start.with_suffix(f".{k}.pt")
    model = train(made, options, seed=options.seed)
    save(model, options, options.out.with_suffix(f".{k}.pt"))
