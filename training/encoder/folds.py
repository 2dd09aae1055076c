"""Evidence for the train reports from models that never saw them: what a calibrator is fitted on."""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np
from gold import Example
from predict import evidence_of
from train import fold_of, train


def dump_folds(made: list[Example], options: argparse.Namespace) -> None:
    """Write `options.out` (.npz), read back with `fold_evidence`; one model per fold is trained."""
    fold = fold_of([e.name for e in made], options.folds)
    stored: dict[str, Any] = {}
    for k in range(options.folds):
        print(f"fold {k + 1} of {options.folds}", flush=True)
        model = train([e for e, f in zip(made, fold, strict=True) if f != k], options, seed=options.seed)
        for name, value in model.arguments.state_dict().items():
            stored[f"fold{k}/{name}"] = value.numpy().astype(np.float16)
        for example in (e for e, f in zip(made, fold, strict=True) if f == k):
            evidence = evidence_of(model, example)
            stored[f"{example.name}/fold"] = np.array(k)
            stored[f"{example.name}/offsets"] = example.offsets
            stored[f"{example.name}/states"] = evidence.states.numpy().astype(np.float16)
            for head in ("action", "status", "voice", "actor"):
                stored[f"{example.name}/{head}"] = getattr(evidence, head)
        np.savez_compressed(options.out, **stored)


def fold_evidence(stored: Any, name: str) -> Any:
    """The program's own `WordEvidence` for report `name` of a loaded dump; words are at `name/offsets`."""
    from dateline.annotate.encoder import WordEvidence
    from dateline.annotate.encoder_arguments import ArgumentScorer

    def of(part: str) -> Any:
        return stored[f"fold{int(stored[name + '/fold'])}/{part}"].astype(np.float32)

    scorer = ArgumentScorer(
        trigger=of("trigger.weight"), trigger_bias=of("trigger.bias"), word=of("word.weight"),
        distance=of("distance.weight"), out=of("out.weight"), out_bias=of("out.bias"),
        query=of("query.weight"), query_bias=of("query.bias"), key=of("key.weight"),
    )  # fmt: skip
    heads = {head: stored[f"{name}/{head}"] for head in ("action", "status", "voice", "actor")}
    return WordEvidence(**heads, states=stored[f"{name}/states"].astype(np.float32), scorer=scorer)
