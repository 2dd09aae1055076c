"""Local American news in which nobody bears arms in a war: candidates for events that are none.

Gold holds few reports without a claim. Of LGL's articles those are taken that name no army, rebels, war or
country at war, and are not gold; ordinary crime stays in them. Their evidence comes from an encoder that has
not seen them: a folder written by `training/encoder/export.py` from `train.py` on the train reports.

    PYTHONPATH=.:src:training/encoder python -m training.joint.plain

codes the articles after those with what is shipped, and prints the claims an article.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.gold import GOLD, SHARED
from dateline.annotate import Parse
from dateline.annotate.encoder import evidence_of_words
from dateline.annotate.encoder_model import load
from dateline.annotate.parser import parse
from dateline.claims.triggers import proposed
from dateline.claims.triggers_features import rows_of
from dateline.pipeline.coder import code
from dateline.read.text import document_of

ARTICLES, CANDIDATES = 260, 90
"""Articles read, and candidates drawn from them: more cost recall on gold, fewer leave more false claims."""
TAKEN = 0.3
"""Chance of an event from which the encoder is misled; what it does not believe in teaches nothing."""
ARMED = re.compile(
    r"\b(army|troops|militants?|rebels?|soldiers?|insurgents?|insurgency|wars?|iraqi?|afghanistan|taliban|military|"
    r"missile|airstrike|terrorists?|terrorism|guerrillas?|gunmen|ceasefire|militia|hamas|israeli?|gaza|palestinian|"
    r"syrian?|lebanon|lebanese|hezbollah|pakistan|somalia|sudan|coup)\b",
    re.IGNORECASE,
)
PEAK = 0
"""Column of the encoder's highest chance of an event among a candidate's words."""
SAME = 60
"""Letters at a text's beginning by which gold reports are left out."""


def plain_rows(weights: Path) -> np.ndarray:
    """(CANDIDATES, features): the rows of candidates that are no events, the same each time."""
    rows = np.concatenate(list(_rows(weights)))
    rows = rows[rows[:, PEAK] > TAKEN]
    return rows[np.random.RandomState(0).permutation(len(rows))[:CANDIDATES]]


def _rows(weights: Path) -> Iterator[np.ndarray]:
    model = load(weights)
    assert model is not None, weights
    for name, text in islice(_articles(), ARTICLES):
        read = parse(document_of(text, name=name))
        evidence = evidence_of_words([token.text for token in read.doc], model=model)
        seen = Parse(read.document, read.doc, read.sentences, evidence)
        if found := list(proposed(seen, evidence)):
            yield rows_of(seen, found, evidence)


def _articles() -> Iterator[tuple[str, str]]:
    known = {_start(path.read_text("utf-8")) for path in GOLD.glob("lgl*.txt")}
    for k, article in enumerate(ET.parse(SHARED / "bench" / "geo" / "lgl.xml").iter("article")):
        text = (article.findtext("text") or "").strip()
        if len(text) >= 200 and not ARMED.search(text) and _start(text) not in known:
            yield f"lgl-{k}", text


def _start(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())[:SAME]


def main() -> None:
    """Print how many claims the shipped coder makes of articles not learned from."""
    rest = list(islice(_articles(), ARTICLES, None))
    made = [len(code(document_of(text, name=name)).claims) for name, text in rest]
    mean = sum(made) / len(made)
    print(f"{len(rest)} articles, {mean:.2f} claims each, {sum(map(bool, made))} with any")


if __name__ == "__main__":
    main()
