"""Scores the coder as shipped on reports that nothing was learned from.

usage: python -m benchmarks.quality.unseen

They are batches 7 and 8 of training/more, coded by the codebook by language models and not checked by a
second coder, so that some of what counts as wrong is their error: 233 reports of FA-KES, of whose outlets the
encoder has seen other reports, and 43 of agencies, broadcasters and newspapers of 1998 to 2017 (TimeBank,
AQUAINT, TR-News) on bombings, arrests, diplomacy and a few wars. The errors of those in unread.txt were
read by nobody: they are scored once more by themselves. Writes unseen.json; where ../shared is absent it says
so and exits 0.
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
CORPORA = {"fakes": ("fakes",), "news": ("timeml", "trnews")}
"""What is scored together, by name."""
UNREAD = Path(__file__).with_name("unread.txt")
"""Names of the news reports whose errors nobody read."""


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
    reports = {
        name: [report for report in coded_reports(SHARED, corpora) if report.batch in TESTED]
        for name, corpora in CORPORA.items()
    }
    unread = frozenset(UNREAD.read_text("utf-8").split())
    reports["unread"] = [report for report in reports["news"] if report.name in unread]
    figures, kept = {}, {}
    for name, told in reports.items():
        figures[name] = found = measured(told)
        kept[name] = {"reports": len(told), "claims": found["gold"]} | {c: found[c] for c in COLUMNS}
    print(table(figures))
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
