"""Gold reports, parsed, with the evidence of encoders that never saw their corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from stored import fold_evidence

from benchmarks.gold import reports
from dateline.annotate import Parse
from dateline.annotate.parser import parse
from dateline.mentions.record import Mentions
from dateline.pipeline.finders import mentions_in


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
    def mentions(self) -> Mentions:
        """What the finders find, with the trees at hand unless it was found apart."""
        return self.apart or mentions_in(self.parse)


def gold_reports(stored: Path) -> Iterator[Report]:
    """Every gold report; `stored` is what `train.py --folds` wrote."""
    with np.load(stored) as opened:
        arrays = {key: opened[key] for key in opened.files}
    for split in ("train", "dev"):
        for document, gold in reports(split):
            parsed = parse(document)
            evidence = fold_evidence(arrays, document.name)
            assert len(evidence.action) == len(parsed.doc), document.name
            seen = Parse(parsed.document, parsed.doc, parsed.sentences, evidence)
            yield Report(document.name, split, int(arrays[document.name + "/fold"]), seen, gold["claims"])
