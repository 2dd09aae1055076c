"""Gold reports, parsed, with the evidence of encoders that never saw their corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from stored import fold_evidence

from benchmarks.gold import SHARED, reports
from dateline.annotate import Parse
from dateline.annotate.parser import parse
from dateline.document import Document
from dateline.mentions.record import Mentions
from dateline.pipeline.finders import mentions_in
from dateline.read.text import document_of
from training.more.reports import OWN, coded_reports


@dataclass
class Report:
    """One gold report as the joint decisions see it."""

    name: str
    split: str
    fold: int
    parse: Parse
    claims: list[dict[str, Any]]
    apart: Mentions | None = None
    """What the finders find with trees of names that saw no report of this corpus (`fit_names.py`)."""

    @property
    def weight(self) -> float:
        """How much each row of the report weighs where trees are fitted."""
        return 1.0 if self.name.startswith(f"{OWN}-") else REAL

    @property
    def mentions(self) -> Mentions:
        """What the finders find, with the trees at hand unless it was found apart."""
        return self.apart or mentions_in(self.parse)


REAL = 3.0
"""How much a row of a published report weighs in the trees, beside one of a report of our own."""
MORE = "more"
"""The split of reports that are learned from and never scored."""


def fold_reports(stored: Path, *, batches: int) -> Iterator[Report]:
    """Every gold report, then those of the first batches of `training/more`.

    `stored` holds what the encoders of the folds say of each; `train.py --folds` wrote it.
    """
    with np.load(stored) as opened:
        arrays = {key: opened[key] for key in opened.files}
    for split in ("train", "dev"):
        for document, gold in reports(split):
            yield _seen(document, split, arrays, gold["claims"])
    for coded in coded_reports(SHARED):
        if coded.batch <= batches:
            document = document_of(coded.text, name=coded.name, published=coded.published)
            yield _seen(document, MORE, arrays, coded.claims)


def _seen(
    document: Document, split: str, arrays: dict[str, np.ndarray], claims: list[dict[str, Any]]
) -> Report:
    parsed = parse(document)
    evidence = fold_evidence(arrays, document.name)
    assert len(evidence.action) == len(parsed.doc), document.name
    seen = Parse(parsed.document, parsed.doc, parsed.sentences, evidence)
    return Report(document.name, split, int(arrays[document.name + "/fold"]), seen, claims)
