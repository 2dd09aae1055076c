"""Scores the coder on ../shared/gold and holds it to the floors in floors.json.

usage: python -m benchmarks.quality.run [--gate] [--lower] [--errors SPLIT] [--without-encoder]

Without a flag it prints train and dev beside the floors. --gate exits 1 below a floor; --lower
writes today's dev figures as the new floors, also where they are lower. Where ../shared is absent it
says so and exits 0. The scorer is ../shared/score/score.py, imported, never copied.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, SHARED, reports
from dateline.annotate import encoder
from dateline.claims.codec import public
from dateline.pipeline.coder import code

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.01
"""Below today's figures: 8-bit sums round differently on other processors."""
COLUMNS = (
    "precision recall f1 action agent target place time status voice source quantity_f1 whole_claim_f1"
).split()


def scorer() -> Any:
    """The scorer of ../shared as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def measured(split: str, *, errors: bool = False) -> dict[str, Any]:
    """Every figure of the scorer for one split of the gold reports."""
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "coded.jsonl"
        with coded.open("w", encoding="utf-8") as out:
            none = false = 0
            for document, gold in reports(split):
                for suffix in (".txt", ".json"):
                    shutil.copy(GOLD / f"{document.name}{suffix}", folder)
                claims = code(document).claims
                if not gold["claims"]:
                    none, false = none + 1, false + len(claims)
                for claim in claims:
                    out.write(json.dumps(public(claim, document=document.name)) + "\n")
        scores: dict[str, Any] = scorer().score(Path(folder), coded, errors)
        return scores | {"reports without claims": none, "false claims there": false}


def fingerprint() -> str:
    """SHA-256 over every gold file, so that a floor names the data it was measured on."""
    sha = hashlib.sha256()
    for path in sorted(GOLD.glob("*")):
        sha.update(path.name.encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()


def below(scores: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """One line for each figure under its floor."""
    return [f"{k}: {scores[k]:.4f} < {floor:.4f}" for k, floor in floors.items() if scores[k] < floor]


def table(rows: dict[str, dict[str, Any]]) -> str:
    """Figures by column, a row each."""
    width = max(map(len, rows))
    lines = [" " * width + " " + " ".join(f"{c[:9]:>9}" for c in COLUMNS)]
    for name, row in rows.items():
        cells = (f"{row[c]:9.4f}" if row.get(c) is not None else f"{'-':>9}" for c in COLUMNS)
        lines.append(f"{name:{width}} " + " ".join(cells))
    return "\n".join(lines)


def main() -> int:
    """Print the table; the exit code is 1 below a floor."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--gate", action="store_true", help="exit 1 below a floor")
    parser.add_argument("--lower", action="store_true", help="write today's dev figures as floors")
    parser.add_argument("--without-encoder", action="store_true", help="lexicon and parse alone")
    parser.add_argument("--errors", metavar="SPLIT", help="list what was missed and what was extra")
    options = parser.parse_args()
    if not GOLD.is_dir():
        print(f"no gold reports at {GOLD}: nothing scored")
        return 0
    if options.without_encoder:
        encoder.load = lambda: None
    if options.errors:
        measured(options.errors, errors=True)
        return 0
    dev = measured("dev")
    held = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"floors": {}, "gold": None}
    rows = {"dev": dev, "floor": held["floors"]}
    if not options.gate:
        rows = {"train": measured("train"), **rows}
    print(table(rows))
    for name in rows:
        if "reports without claims" in rows[name]:
            told = (rows[name]["reports without claims"], rows[name]["false claims there"])
            print(f"{name}: {told[0]} reports without claims, {told[1]} false claims in them")
    if options.lower:
        floors = {c: round(dev[c] - MARGIN, 4) for c in COLUMNS[2:] if dev[c] is not None}
        FLOORS.write_text(json.dumps({"gold": fingerprint(), "floors": floors}, indent=1) + "\n", "utf-8")
        return 0
    if held["gold"] not in (None, fingerprint()):
        print("the gold reports have changed since the floors were set: compare with care")
        return 0
    missed = below(dev, held["floors"])
    print("\n".join(f"BELOW THE FLOOR {line}" for line in missed) or "no figure is below its floor")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
