"""How alike the shipped encoder's states of two ECB+ mentions and of their sentences are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.linking.ecb_corpus import Mention, Text
from benchmarks.linking.ecb_likeness import cosine
from dateline.annotate.encoder_model import load


def states(
    listed: Sequence[Mention], read: Sequence[Text], a: np.ndarray, b: np.ndarray
) -> dict[str, np.ndarray]:
    """Likeness of two triggers and of their sentences, as the encoder has read each sentence by itself."""
    by = {text.name: text for text in read}
    model = load()
    assert model is not None
    triggers, sentences = [], []
    known: dict[tuple[str, int], tuple[int, np.ndarray]] = {}
    for m in listed:
        key = (m.document, m.sentence)
        if key not in known:
            text = by[m.document]
            places = [k for k, s in enumerate(text.sentence) if s == m.sentence]
            pieces = model.vocabulary.pieces([text.words[k] for k in places])
            known[key] = (places[0], model.states(pieces))
        first, found = known[key]
        own = [k - first for k in m.positions if 0 <= k - first < len(found)]
        triggers.append(found[own].mean(axis=0))
        sentences.append(found.mean(axis=0))
    return {
        "states of triggers": cosine(_centred(triggers), a, b),
        "states of sentences": cosine(_centred(sentences), a, b),
    }


def _centred(listed: Sequence[np.ndarray]) -> np.ndarray:
    """Unit vectors without what all have in common."""
    x = np.array(listed, np.float32)
    x -= x.mean(axis=0)
    unit: np.ndarray = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-6)
    return unit
