"""The shipped weights: loaded once a process, checked against their manifest, run by onnxruntime."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from dateline.annotate.encoder_arguments import ArgumentScorer
from dateline.annotate.encoder_windows import CLS, SEP, Pieces, Vocabulary, windows
from dateline.annotate.evidence import ACTIONS, ACTOR_CLASSES, ARGUMENT_ROLES, SOURCE_KINDS, STATUSES, Scores
from dateline.errors import ModelError

DEGREE = "factuality"
"""The one head that gives a degree, not shares."""
WEIGHTS = Path(__file__).parent / "weights"
GRAPH, HEADS, VOCABULARY, MANIFEST = "encoder.onnx", "heads.npz", "vocab.txt", "manifest.json"
SLOWER = ["SkipLayerNormFusion", "BiasSkipLayerNormFusion"]
"""Fusions that cost: the fused kernel takes ten times as long as its parts (onnxruntime 1.32)."""
LABELS = {
    "action": ["O", *ACTIONS],
    "status": list(STATUSES),
    "voice": list(SOURCE_KINDS),
    "actor": list(ACTOR_CLASSES),
    "agents": list(ACTOR_CLASSES),
    "targets": list(ACTOR_CLASSES),
    "factuality": ["degree"],
    "arguments": list(ARGUMENT_ROLES),
}
"""What the columns of each head mean; the manifest must say the same."""


@dataclass(frozen=True, slots=True, eq=False)
class EncoderModel:
    """Session, vocabulary and heads of one set of weights."""

    session: Any
    vocabulary: Vocabulary
    heads: dict[str, tuple[Scores, Scores]]
    scorer: ArgumentScorer

    def states(self, pieces: Pieces) -> Scores:
        """(words, width) mean state of each word's pieces; zeros for words without one."""
        width = self.heads["action"][0].shape[1]
        made = np.zeros((len(pieces.starts) - 1, width), np.float32)
        for window in windows(pieces.starts):
            low, high = pieces.starts[window.first], pieces.starts[window.last]
            row = np.concatenate(([CLS], pieces.ids[low:high], [SEP]))[None]
            (hidden,) = self.session.run(None, {"ids": row})
            keep = pieces.starts[window.keep_first : window.keep_last + 1]
            made[window.keep_first : window.keep_last] = _means(hidden[0, 1:-1], keep - low)
        return made

    def logits(self, head: str, states: Scores) -> Scores:
        """What one head says of each word, before any scaling."""
        weight, bias = self.heads[head]
        found: Scores = states @ weight.T + bias
        return found

    def probabilities(self, head: str, states: Scores) -> Scores:
        """Softmax of one head over words; rows sum to 1."""
        logits = self.logits(head, states)
        raised: Scores = np.exp(logits - logits.max(1, keepdims=True))
        shares: Scores = raised / raised.sum(1, keepdims=True)
        return shares


def _means(hidden: Scores, starts: Any) -> Scores:
    sizes = np.diff(starts)
    made = np.zeros((len(sizes), hidden.shape[1]), np.float32)
    owned = sizes > 0
    if owned.any():
        sums = np.add.reduceat(hidden[: starts[-1]], starts[:-1][owned], axis=0)
        made[owned] = sums / sizes[owned, None]
    return made


@lru_cache(maxsize=4)
def load(folder: Path = WEIGHTS, *, threads: int = 1) -> EncoderModel | None:
    """The weights in `folder`, or None when none are shipped. Raises ModelError when they are damaged."""
    if not (folder / MANIFEST).is_file():
        return None
    _check(folder)
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            str(folder / GRAPH),
            settings,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER,
        )
        with np.load(folder / HEADS, allow_pickle=False) as stored:
            arrays = {name: stored[name].astype(np.float32) for name in stored.files}
        heads = {
            name: (arrays[f"{name}.weight"], arrays[f"{name}.bias"]) for name in LABELS if name != "arguments"
        }
        return EncoderModel(session, Vocabulary(folder / VOCABULARY), heads, ArgumentScorer.of(arrays))
    except Exception as error:  # onnxruntime raises its own unrelated types
        raise ModelError(
            f"{folder}: the encoder's weights cannot be used ({error}); reinstall dateline"
        ) from error


def _check(folder: Path) -> None:
    """Raises ModelError unless every file is there, whole, and means what this version expects."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        files, labels = dict(manifest["files"]), manifest["labels"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / MANIFEST}: not a weights manifest; reinstall dateline") from error
    if labels != LABELS:
        raise ModelError(
            f"{folder}: weights made for other labels; rebuild them with training/encoder/export.py"
        )
    for name in (GRAPH, HEADS, VOCABULARY):
        path = folder / name
        if not path.is_file():
            raise ModelError(f"{path}: weights file missing; reinstall dateline")
        if hashlib.sha256(path.read_bytes()).hexdigest() != files.get(name):
            raise ModelError(f"{path}: weights file damaged (checksum differs); reinstall dateline")
