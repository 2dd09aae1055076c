"""Scores the whole coder on reports of corpora that neither its encoder nor its trees have seen.

    OMP_NUM_THREADS=1 PYTHONPATH=.:src:training/encoder python -m training.joint.apart --folds FOLDS.npz

For each fold of `training/encoder/folds.py` the trees are fitted on the other folds, and the coder reads the
reports of the fold with the evidence of the encoder that did not learn from them. The figures are those of
../shared/score/score.py over all gold reports, then over each corpus. It also fits how far to trust a claim:
`confidence.npz`, on the claims coded so.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.gold import GOLD
from benchmarks.quality.run import COLUMNS, scorer, table
from dateline.annotate import trees
from dateline.claims.codec import public
from dateline.pipeline.coder import coded
from dateline.resolve.confidence import confidence_rows
from training.joint.boost import fitted, left_out, store
from training.joint.fit import fit_all
from training.joint.matched import LENIENT, pairs
from training.joint.plain import plain_rows
from training.joint.reports import MORE, Report, fold_reports

RESULTS = Path(__file__).with_name("apart.json")
SIZE = {"trees": 80, "leaves": 6}


@dataclass
class Coded:
    """A report with the claims coded apart, in the claim format and with what speaks for each."""

    report: Report
    claims: list[dict[str, Any]]
    rows: np.ndarray
    right: np.ndarray
    """1 for a claim that is right in every part, as the scorer has it."""


def coded_apart(
    made: list[Report], plain: np.ndarray | None, folder: Path, *, workers: int = 1
) -> Iterator[Coded]:
    """Every gold report as coded by trees and an encoder that saw no report of its fold.

    The trees of each fold are left in `folder`; `workers` folds are fitted at once, with the same result.
    Without `plain` nothing is fitted: `folder` holds the trees of a former run.
    """
    reports = {report.name: report for report in made}
    folds = sorted({report.fold for report in made})
    # Forked, the processes share the parsed reports, of which there are some gigabytes.
    _SHARED.update(made=made, plain=plain, folder=folder)
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        for told in pool.map(_fold, folds):
            yield from (Coded(reports[name], *rest) for name, *rest in told)


_SHARED: dict[str, Any] = {}
"""What every forked process works on: reports, plain rows, the folder of trees."""


def _fold(fold: int) -> list[tuple[str, list[dict[str, Any]], np.ndarray, np.ndarray]]:
    """The name, claims, rows and answers of each gold report of a fold."""
    made = _SHARED["made"]
    for report in made:
        report.apart = None
    trees.FOLDER = _SHARED["folder"] / str(fold)
    trees.FOLDER.mkdir(parents=True, exist_ok=True)
    trees.trees.cache_clear()
    if _SHARED["plain"] is not None:
        fit_all([r for r in made if r.fold != fold], trees.FOLDER, _SHARED["plain"])
    asked = (r for r in made if r.fold == fold and r.split != MORE)
    return [(one.report.name, one.claims, one.rows, one.right) for one in map(_coded, asked)]


def _coded(report: Report) -> Coded:
    claims = coded(report.parse).claims
    said = [public(claim, document=report.name) for claim in claims]
    found = pairs(report.parse.document.text, report.claims, said)
    whole = {id(p.coded) for p in found if p.gold is not None and not set(p.wrong) - LENIENT}
    right = np.array([id(claim) in whole for claim in said], np.int8)
    rows = confidence_rows(claims, report.parse) if claims else np.zeros((0, 0), np.float32)
    return Coded(report, said, rows, right)


def calibrate(found: list[Coded], folder: Path) -> None:
    """Write confidence.npz, and give every claim the confidence of trees that saw no report of its fold."""
    some = [one for one in found if one.claims]
    rows, right = (np.concatenate([getattr(one, name) for one in some]) for name in ("rows", "right"))
    fold = np.concatenate([np.full(len(one.claims), one.report.fold) for one in some])
    chance = left_out(rows, right, fold, **SIZE)
    store(fitted(rows, right, **SIZE), folder / "confidence.npz")
    for claim, sure in zip((c for one in some for c in one.claims), chance.tolist(), strict=True):
        claim["confidence"] = round(sure, 3)


def scored(found: Sequence[tuple[Report, list[dict[str, Any]]]], *, errors: bool = False) -> dict[str, Any]:
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
    ask.add_argument("--plain", type=Path, default=Path("/tmp/third-fold"), help="weights of the third fold")
    ask.add_argument("--more", type=int, default=5, help="batches of training/more, of those in the folds")
    ask.add_argument("--trees", type=Path, help="keep the trees of each fold in this folder")
    ask.add_argument("--again", action="store_true", help="fit nothing: score with the trees in --trees")
    ask.add_argument("--workers", type=int, default=2, help="folds fitted at once")
    ask.add_argument("--errors", action="store_true", help="list what was missed and what was extra")
    ask.add_argument("--keep", type=Path, help="also write the coded claims to this file (JSONL)")
    options = ask.parse_args()
    if options.again and not options.trees:
        ask.error("--again scores with the trees of a former run: say with --trees where they lie")
    seen = list(fold_reports(options.folds, batches=0 if options.again else options.more))
    plain = None if options.again else plain_rows(options.plain)
    with tempfile.TemporaryDirectory() as passing:
        folder = options.trees or Path(passing)
        made = list(coded_apart(seen, plain, folder, workers=options.workers))
    if not options.again:
        calibrate(made, trees.FOLDER)
    found = [(one.report, one.claims) for one in made]
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
