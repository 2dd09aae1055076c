"""Reads what `folds.py` wrote, without torch."""

from __future__ import annotations

from typing import Any

import numpy as np

from dateline.annotate.encoder import WordEvidence
from dateline.annotate.encoder_arguments import ArgumentScorer
from dateline.annotate.encoder_model import LABELS


def fold_evidence(stored: Any, name: str) -> Any:
    """The program's own `WordEvidence` for report `name` of a loaded dump; words are at `name/offsets`."""

    def of(part: str) -> Any:
        return stored[f"fold{int(stored[name + '/fold'])}/{part}"].astype(np.float32)

    scorer = ArgumentScorer(
        trigger=of("trigger.weight"), trigger_bias=of("trigger.bias"), word=of("word.weight"),
        distance=of("distance.weight"), out=of("out.weight"), out_bias=of("out.bias"),
        query=of("query.weight"), query_bias=of("query.bias"), key=of("key.weight"),
    )  # fmt: skip
    heads = {head: stored[f"{name}/{head}"] for head in LABELS if head != "arguments"}
    states = stored[f"{name}/states"].astype(np.float32)
    return WordEvidence(**heads, states=states, scorer=scorer, projected=scorer.projected(states))
