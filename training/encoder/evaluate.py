"""Scores of the encoder alone: triggers by threshold, then ../shared's own scorer, and roles apart."""

from __future__ import annotations

import importlib.util
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from gold import Example

from dateline.annotate.evidence import ACTIONS, ARGUMENT_ROLES, SOURCE_KINDS, STATUSES


def triggers(action: np.ndarray, threshold: float) -> list[list[int]]:
    """Runs of words, one apart at most, whose chance of being a trigger is above `threshold`, by action."""
    found: list[list[int]] = []
    best = action[:, 1:].argmax(1)
    for word in np.flatnonzero(1 - action[:, 0] > threshold):
        if found and found[-1][-1] >= word - 2 and best[found[-1][-1]] == best[word]:
            found[-1].extend(range(found[-1][-1] + 1, int(word) + 1))
        else:
            found.append([int(word)])
    return found


def coded(example: Example, evidence: Any, threshold: float) -> list[dict[str, Any]]:
    """Claims as the encoder alone would have them: trigger, action, status and voice."""
    made = []
    for run in triggers(evidence.action, threshold):
        status = STATUSES[int(evidence.status[run].mean(0).argmax())]
        kind = SOURCE_KINDS[int(evidence.voice[run].mean(0)[1:].argmax()) + 1]
        own = evidence.voice[run, 0].mean() > 0.5
        made.append({
            "document": example.name,
            "span": [int(example.offsets[run[0], 0]), int(example.offsets[run[-1], 1])],
            "action": ACTIONS[int(evidence.action[run, 1:].mean(0).argmax())],
            "status": status,
            "attribution": [] if own else [{"text": "x", "kind": kind}],
        })  # fmt: skip
    return made


def score(
    shared: Path, examples: list[Example], evidences: list[Any], *, threshold: float = 0.5
) -> dict[str, Any]:
    """The scorer's figures for these reports, with the gold files copied aside for it."""
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for example, evidence in zip(examples, evidences, strict=True):
            for suffix in (".txt", ".json"):
                shutil.copy(shared / "gold" / (example.name + suffix), folder)
            lines += [json.dumps(c) for c in coded(example, evidence, threshold)]
        out = Path(folder) / "coded.jsonl"
        out.write_text("\n".join(lines), "utf-8")
        figures = scorer.score(Path(folder), out, False)
    keys = ("gold", "coded", "precision", "recall", "f1", "action", "status", "voice")
    return {k: figures[k] for k in keys}


def roles(examples: list[Example], evidences: list[Any]) -> dict[str, dict[str, float]]:
    """Per role, gold triggers: share of filled roles whose best word is right; P, R, F1 of words at 0.5."""
    count = {role: np.zeros(5) for role in ARGUMENT_ROLES}
    for example, evidence in zip(examples, evidences, strict=True):
        for claim in example.claims:
            scores = evidence.arguments(claim.trigger.tolist())
            for k, role in enumerate(ARGUMENT_ROLES):
                gold = claim.labels[:, k]
                known, right = gold >= 0, gold == 1
                said = (scores[:, k] > 0.5) & known
                count[role][2:] += said.sum(), right.sum(), (said & right).sum()
                if right.any():
                    top = int(np.where(known, scores[:, k], 0).argmax())
                    count[role][:2] += 1, right[top]
    table = {}
    for role, (n, top, said, gold, both) in count.items():
        p, r = both / max(said, 1), both / max(gold, 1)
        table[role] = {"n": int(n), "top": round(top / max(n, 1), 3), "p": round(p, 3), "r": round(r, 3),
                       "f1": round(2 * p * r / max(p + r, 1e-9), 3)}  # fmt: skip
    return table


def actor_accuracy(examples: list[Example], evidences: list[Any]) -> float:
    """Share of actor words given the class that gold gives them."""
    right = total = 0
    for example, evidence in zip(examples, evidences, strict=True):
        named = example.actor[:, 0] == 0
        total += int(named.sum())
        right += int((evidence.actor[named].argmax(1) == example.actor[named].argmax(1)).sum())
    return right / max(total, 1)
