"""Scores the coder as shipped on reports that nothing was learned from.

usage: python -m benchmarks.quality.unseen

They are batch 7 of training/more: 233 reports of FA-KES, coded by the codebook by language models and not
checked by a second coder, so that some of what counts as wrong is their error. The encoder has seen other
reports of the same outlets. Writes unseen.json; where ../shared is absent it says so and exits 0.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.gold import SHARED
from benchmarks.quality.run import COLUMNS, scorer, table
from dateline.claims.codec import public
from dateline.pipeline.coder import code
from dateline.read.text import document_of
from training.more.reports import TESTED, Coded, coded_reports

RESULTS = Path(__file__).with_name("unseen.json")
CORPUS = "fakes"


def in_golds_form(report: Coded) -> dict[str, Any]:
    """The codes as the scorer reads them: who speaks in the report's own voice is named so."""
    claims = [claim | {"source": claim["source"] or "own_voice"} for claim in report.claims]
    return {"meta": {}, "claims": claims}


def measured(told: list[Coded]) -> dict[str, Any]:
    """Every figure of the scorer for these reports."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for report in told:
            Path(folder, f"{report.name}.txt").write_text(report.text, "utf-8")
            Path(folder, f"{report.name}.json").write_text(json.dumps(in_golds_form(report)), "utf-8")
            document = document_of(report.text, name=report.name, published=report.published)
            lines += [json.dumps(public(claim, document=report.name)) for claim in code(document).claims]
        coded = Path(folder) / "coded.jsonl"
        coded.write_text("\n".join(lines), "utf-8")
        figures: dict[str, Any] = scorer().score(Path(folder), coded, False)
    return figures


def main() -> None:
    """Print the figures and write them beside this file."""
    if not SHARED.is_dir():
        print(f"no reports at {SHARED}: nothing measured")
        return
    told = [report for report in coded_reports(SHARED, (CORPUS,)) if report.batch == TESTED]
    figures = measured(told)
    print(table({"unseen": figures}))
    kept = {"reports": len(told), "claims": figures["gold"]} | {c: figures[c] for c in COLUMNS}
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
