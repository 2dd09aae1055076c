"""Scores the whole coder on reports of corpora that neither its encoder nor its trees have seen.

    OMP_NUM_THREADS=1 PYTHONPATH=.:src:training/encoder python -m training.joint.apart --folds FOLDS.npz

For each fold of `training/encoder/folds.py` the trees are fitted on the other folds, and the coder reads the
reports of the fold with the evidence of the encoder that did not learn from them. The figures are those of
../shared/score/score.py over all gold reports, then over each corpus.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD
from benchmarks.quality.run import COLUMNS, scorer, table
from dateline.annotate import trees
from dateline.claims.codec import public
from dateline.pipeline.coder import coded
from training.joint.fit import fit_all
from training.joint.reports import Report, gold_reports

RESULTS = Path(__file__).with_name("apart.json")


def coded_apart(made: list[Report]) -> Iterator[tuple[Report, list[dict[str, Any]]]]:
    """Every report with its claims in the claim format."""
    shipped = trees.FOLDER
    for fold in sorted({report.fold for report in made}):
        with tempfile.TemporaryDirectory() as folder:
            trees.FOLDER = Path(folder)
            fit_all([r for r in made if r.fold != fold], trees.FOLDER)
            for report in (r for r in made if r.fold == fold):
                claims = coded(report.parse).claims
                yield report, [public(claim, document=report.name) for claim in claims]
    trees.FOLDER = shipped
    trees.trees.cache_clear()


def scored(found: list[tuple[Report, list[dict[str, Any]]]], *, errors: bool = False) -> dict[str, Any]:
    """The scorer's figures for these reports."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for report, claims in found:
            for suffix in (".txt", ".json"):
                shutil.copy(GOLD / f"{report.name}{suffix}", folder)
            lines += [json.dumps(claim) for claim in claims]
        path = Path(folder) / "coded.jsonl"
        path.write_text("\n".join(lines), "utf-8")
        figures: dict[str, Any] = scorer().score(Path(folder), path, errors)
    none = [claims for report, claims in found if not report.claims]
    told = {
        "reports": len(found),
        "reports without claims": len(none),
        "false claims there": sum(map(len, none)),
    }
    return figures | told


def main() -> None:
    """Print the table and write it beside this file."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--folds", type=Path, default=Path("/tmp/folds.npz"))
    ask.add_argument("--errors", action="store_true", help="list what was missed and what was extra")
    ask.add_argument("--keep", type=Path, help="also write the coded claims to this file (JSONL)")
    options = ask.parse_args()
    found = list(coded_apart(list(gold_reports(options.folds))))
    rows = {"all": scored(found, errors=options.errors)}
    for corpus in sorted({report.name.split("-")[0] for report, _ in found}):
        rows[corpus] = scored([pair for pair in found if pair[0].name.split("-")[0] == corpus])
    for split in ("train", "dev"):
        rows[split] = scored([pair for pair in found if pair[0].split == split])
    print(table(rows))
    extra = ("reports", "reports without claims", "false claims there")
    kept = {name: {c: row.get(c) for c in (*COLUMNS, *extra)} for name, row in rows.items()}
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    if options.keep:
        lines = [json.dumps(claim) for _, claims in found for claim in claims]
        options.keep.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
