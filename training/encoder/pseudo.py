"""Reports without gold, labelled by trained encoders: more wars, outlets and wordings to learn from.

The teachers' probabilities are the targets of the heads; of arguments only what they are sure of is learned.
"""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from evaluate import triggers
from gold import IGNORE, Arguments, Example, tokens_of
from model import Tagger
from predict import TorchEvidence, evidence_of

from dateline.annotate.evidence import ACTOR_CLASSES

SURE, NOT = 0.6, 0.15
"""Probability from which a word is an argument, and below which it is none; between them it is unknown."""
LEAST = 0.5
"""Probability of the likeliest status or source kind from which it is learned."""
LOCAL = 5
"""One in so many of the local American news is read: nearly all of it is without claims."""
SAME = 60
"""Characters at a text's beginning by which gold reports are left out."""


def unlabelled(shared: Path) -> Iterator[tuple[str, str]]:
    """(name, text) of the reports of ../shared that have no gold."""
    known = {_start(path.read_text("utf-8")) for path in (shared / "gold").glob("*.txt")}
    for name, text in _texts(shared):
        if len(text) > 200 and _start(text) not in known:
            yield name, text


def _start(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())[:SAME]


def _texts(shared: Path) -> Iterator[tuple[str, str]]:
    with (shared / "corpus" / "fa-kes.csv").open(encoding="utf-8", errors="replace", newline="") as rows:
        for k, row in enumerate(csv.DictReader(rows)):
            yield f"fakes-{k}", f"{row['article_title']}\n\n{row['article_content']}"
    for line in (shared / "corpus" / "re3d.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield f"re3d-{row['id']}", row["text"]
    for line in (shared / "bench" / "templates" / "muc-grit-dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield f"muc-{row['docid']}", row["doctext"]
    for name in ("TR-News.xml", "lgl.xml"):
        for k, article in enumerate(ET.parse(shared / "bench" / "geo" / name).iter("article")):
            if name == "TR-News.xml" or k % LOCAL == 0:
                yield f"{name}-{k}", (article.findtext("text") or "").strip()


def pseudo(teachers: Sequence[Tagger], shared: Path) -> list[Example]:
    """Examples of the unlabelled reports, with what the teachers think on average as labels."""
    return [_example(name, text, teachers) for name, text in unlabelled(shared)]


def _example(name: str, text: str, teachers: Sequence[Tagger]) -> Example:
    words, offsets = tokens_of(text)
    n = len(words)
    blank = np.zeros((n, len(ACTOR_CLASSES)), np.float32)
    unknown = np.full(n, IGNORE)
    made = Example(
        name, words, offsets, np.zeros((n, 1), np.float32), unknown, unknown.copy(), blank,
        np.ones(n, np.float32),
        blank.copy(), blank.copy(), np.full(n, np.nan, np.float32), np.ones(n, np.float32),
    )  # fmt: skip
    told = [evidence_of(teacher, made) for teacher in teachers]

    def mean(head: str) -> np.ndarray:
        return np.mean([getattr(one, head) for one in told], axis=0).astype(np.float32)

    made.action, made.actor = mean("action"), mean("actor")
    made.actor_weight[:] = 0.5
    status, voice, factuality = mean("status"), mean("voice"), mean("factuality")
    agents, targets = mean("agents"), mean("targets")
    for run in triggers(made.action, 0.5):
        for word in run:
            made.agents[word], made.targets[word] = agents[word], targets[word]
            made.factuality[word] = factuality[word]
            for labels, shares in ((made.status, status), (made.voice, voice)):
                if shares[word].max() >= LEAST:
                    labels[word] = int(shares[word].argmax())
        made.claims.append(Arguments(np.array(run), _sure(run, told)))
    return made


def _sure(run: list[int], told: Sequence[TorchEvidence]) -> np.ndarray:
    scores = np.mean([one.arguments(run) for one in told], axis=0)
    return np.where(scores >= SURE, 1, np.where(scores <= NOT, 0, -1)).astype(np.int8)
