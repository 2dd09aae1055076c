"""Everyday sentences without a claim, so that the encoder also learns what no report of force looks like."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import numpy as np
from gold import IGNORE, Example, tokens_of

from dateline.annotate.evidence import ACTIONS, ACTOR_CLASSES

TELLING = 0.1
"""A word that gold marks as a trigger this often keeps its sentence out: it may well be a claim."""
TOGETHER = 5
"""Sentences joined to one example, for context of some length."""


def telling_words(made: list[Example]) -> set[str]:
    """Words that are triggers in the reports more often than `TELLING`."""
    seen, marked = Counter[str](), Counter[str]()
    for example in made:
        for word, action, weight in zip(example.words, example.action, example.action_weight, strict=True):
            seen[word.lower()] += 1
            marked[word.lower()] += bool(action[0] < 0.5 and weight)
    return {word for word, n in marked.items() if n > TELLING * seen[word]}


def general(path: Path, made: list[Example]) -> list[Example]:
    """Examples of plain sentences from a factuality file of `../shared/bench`, all words outside triggers."""
    avoid = telling_words(made)
    lines = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line.strip()]
    plain = [t for t in lines if not {w.lower() for w in t.split()} & avoid and len(t.split()) > 4]
    return [
        outside(f"general-{k}", " ".join(plain[k : k + TOGETHER]))
        for k in range(0, len(plain) - TOGETHER, TOGETHER)
    ]


def outside(name: str, text: str) -> Example:
    """An example without a trigger, nothing else known of its words."""
    words, offsets = tokens_of(text)
    n = len(words)
    action = np.zeros((n, 1 + len(ACTIONS)), np.float32)
    action[:, 0] = 1
    unknown, actor = np.full(n, IGNORE), np.zeros((n, len(ACTOR_CLASSES)), np.float32)
    ones = np.ones(n, np.float32)
    return Example(
        name,
        words,
        offsets,
        action,
        unknown,
        unknown,
        actor,
        0 * ones,
        0 * actor,
        0 * actor,
        np.full(n, np.nan, np.float32),
        ones,
    )


def drawn(examples: list[Example], count: int, draw: random.Random) -> list[Example]:
    """`count` of the examples, other ones each epoch; all when there are fewer."""
    return draw.sample(examples, min(count, len(examples)))
