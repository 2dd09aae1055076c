"""ECB+ mentions as rows of the link room's columns, and the features it measures on them.

An event mention has a lemma (its action and trigger), the entity mentions of its sentence (agents are
those before it, targets those after), places and times by ECB+'s mention types, and the report's own words
for telling reports apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.linking.ecb_corpus import Mention
from dateline.link.columns import Columns
from dateline.link.columns_rows import FINE, NONE, number_of
from dateline.link.features import measure
from dateline.link.pairs import pairs

WIDTH = 6
CHUNK = 100_000
"""Pairs measured at once."""


def room(listed: Sequence[Mention], a: np.ndarray, b: np.ndarray) -> dict[str, np.ndarray]:
    """What the link room measures of each pair, and how alike documents and sentences are."""
    made, told = columns(listed), story(listed)
    parts = [
        features(made, told, a[first : first + CHUNK], b[first : first + CHUNK])
        for first in range(0, len(a), CHUNK)
    ]
    whole = {name: np.concatenate([p[name] for p in parts]).astype(np.float32) for name in parts[0]}
    return {name: values for name, values in whole.items() if values.any()}


def columns(listed: Sequence[Mention]) -> Columns:
    """Mentions as the columns of the link room."""
    documents = {d: k for k, d in enumerate(dict.fromkeys(m.document for m in listed))}
    names = {
        "document": np.array([documents[m.document] for m in listed], np.int32),
        "sentence": np.array([m.sentence for m in listed], np.int32),
        "offset": np.array([m.offset for m in listed], np.int32),
        "action": np.array([number_of(m.lemma) for m in listed]),
        "trigger": np.array([number_of(m.lemma[:4]) for m in listed]),
    }
    count = len(listed)
    sets = {
        "fine": [m.places for m in listed],
        "agents": [m.before for m in listed],
        "targets": [m.after for m in listed],
        "parties": [m.before + m.after for m in listed],
        "words": [m.around for m in listed],
        "broad": [m.times for m in listed],
    }
    widths = {"fine": 3, "agents": 3, "targets": 3, "parties": WIDTH, "words": 24, "broad": 3}
    wide = {k: np.array([_padded(v, widths[k]) for v in values]) for k, values in sets.items()}
    nothing = np.full(count, NONE, np.int32)
    empty = np.full((count, 3), np.nan, np.float32)
    zero = np.zeros((count, 3), np.int64)
    return Columns(
        **names,
        **wide,
        scene=np.zeros(count, np.int32),
        title=np.zeros(count, np.bool_),
        family=np.array([number_of(m.lemma[:4]) for m in listed]),
        status=np.zeros(count, np.int8),
        **{name: np.full((count, FINE), np.nan, np.float32) for name in ("lat", "lon", "radius")},
        start=nothing,
        end=nothing,
        published=nothing,
        means=np.zeros((count, 2), np.int64),
        speaker=np.zeros(count, np.int64),
        measure=zero,
        low=empty,
        high=empty,
        cumulative=np.zeros(count, np.bool_),
        told_measure=zero,
        told_low=empty,
        told_high=empty,
    )


def _padded(names: Sequence[str], width: int) -> list[int]:
    made = [number_of(n) for n in dict.fromkeys(names)][:width]
    return made + [0] * (width - len(made))


@dataclass(frozen=True, slots=True)
class Story:
    """How alike documents, and sentences, are: what an open domain has in place of a codebook's actions."""

    documents: np.ndarray
    """Document of each mention."""
    sentences: np.ndarray
    """Sentence of each mention."""
    near: np.ndarray
    """Cosine of the rarity-weighted words of two documents."""
    like: np.ndarray
    """The same of two sentences."""


def story(listed: Sequence[Mention]) -> Story:
    """Rarity-weighted words of each document, and of each sentence with a mention."""
    documents = {d: k for k, d in enumerate(dict.fromkeys(m.document for m in listed))}
    sentences = {s: k for k, s in enumerate(dict.fromkeys((m.document, m.sentence) for m in listed))}
    by = {m.document: m.head for m in listed}
    seen = Counter(w for words in by.values() for w in set(words))
    at = {word: k for k, word in enumerate(sorted(seen))}
    rarity = {w: np.log(len(by) / seen[w]) for w in seen}
    heads = np.zeros((len(documents), len(at)), np.float32)
    vectors = np.zeros((len(sentences), len(at)), np.float32)
    for m in listed:
        for table, row, words in (
            (heads, documents[m.document], m.head),
            (vectors, sentences[m.document, m.sentence], m.around),
        ):
            for w in words:
                if w in at:
                    table[row, at[w]] = rarity[w]
    heads, vectors = _unit(heads), _unit(vectors)
    return Story(
        np.array([documents[m.document] for m in listed]),
        np.array([sentences[m.document, m.sentence] for m in listed]),
        heads @ heads.T,
        vectors @ vectors.T,
    )


def _unit(x: np.ndarray) -> np.ndarray:
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-6)


def features(made: Columns, told: Story, a: np.ndarray, b: np.ndarray) -> dict[str, np.ndarray]:
    """The link room's features and two of the story."""
    values = dict(measure(pairs(made, a, b)))
    alike = told.near[told.documents[a], told.documents[b]]
    sentence = told.like[told.sentences[a], told.sentences[b]]
    values["same story"] = alike
    values["much the same story"] = np.maximum(alike - 0.3, 0) * 2
    values["one story at all"] = (alike > 0.12).astype(np.float32)
    values["sentences alike"] = sentence
    for name in ("same story", "one story at all", "sentences alike"):
        values[f"{name} + same action"] = values[name] * values["same action"]
        values[f"{name} + same trigger"] = values[name] * values["same trigger"]
    return values
