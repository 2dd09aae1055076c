"""Sentences whose events carry a degree of factuality, from -3 (did not happen) to 3 (happened)."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from general import TOGETHER, outside
from gold import Example

FILES = ("UW-train.jsonl", "MEANTIME-train.jsonl")
"""Read in training; the dev files beside them are for `benchmarks/factuality` alone."""


def factual(folder: Path) -> list[Example]:
    """Examples of neighbouring sentences, everything unknown but the factuality of the marked words."""
    made = []
    for name in FILES:
        rows = [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines() if line.strip()]
        made += [_example(f"{name}-{k}", rows[k : k + TOGETHER]) for k in range(0, len(rows), TOGETHER)]
    return made


def _example(name: str, rows: list[dict[str, object]]) -> Example:
    text, told = "", []
    for row in rows:
        words = str(row["text"]).split()
        starts = np.cumsum([len(text)] + [len(w) + 1 for w in words])
        targets: list[dict[str, object]] = row["targets"]  # type: ignore[assignment]
        told += [(int(starts[t["span1"][0]]), float(t["label"])) for t in targets]  # type: ignore[index, arg-type]
        text += " ".join(words) + " "
    made = outside(name, text)
    made.action_weight[:] = 0
    for start, label in told:
        at = int(np.searchsorted(made.offsets[:, 1], start, side="right"))
        if at < len(made.words):
            made.factuality[at] = label
    return made
