"""Scores linking of the claims that our own coder makes of the gold link groups' reports, end to end.

    python -m benchmarks.linking.own [--split dev|train]

Codes the reports into a ledger, links it, writes what `dateline claims`, `incidents` and `contradictions`
print as JSON lines, and lets ../shared/score/score_links.py read the three files. All groups of a split are
in one ledger.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, reports
from benchmarks.linking.measures import scorer
from dateline.export.jsonl import lines
from dateline.ledger import Coding, Fingerprint, Ledger
from dateline.ledger.links_write import relink
from dateline.ledger.query import entries
from dateline.link.codec import contradiction_json, incident_json
from dateline.pipeline.coder import code


def main() -> None:
    """Print the scores of each split asked for as JSON."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--split", choices=["train", "dev"], action="append")
    for split in options.parse_args().split or ["train", "dev"]:
        with tempfile.TemporaryDirectory() as made:
            print(split, json.dumps(scored(split, Path(made))))


def scored(split: str, folder: Path) -> dict[str, Any]:
    """What score_links.py says of one split."""
    wanted = _copied(split, folder)
    claims, incidents, contradictions = (folder / f"{n}.jsonl" for n in ("claims", "incidents", "disputes"))
    with Ledger(folder / "own.duckdb", create=True) as ledger:
        run = ledger.start(Fingerprint(coder="own", settings="", lexicon=""))
        for document, _ in reports(split):
            if document.name in wanted:
                ledger.add(Coding(document=document, claims=code(document).claims), run=run)
        _, found, _ = relink(ledger)
        claims.write_text("".join(f"{x}\n" for e in entries(ledger) for x in lines(e)), "utf-8")
    incidents.write_text("".join(f"{json.dumps(incident_json(i))}\n" for i in found), "utf-8")
    told = [contradiction_json(c) for i in found for c in i.contradictions]
    contradictions.write_text("".join(f"{json.dumps(c)}\n" for c in told), "utf-8")
    scores: dict[str, Any] = scorer().score(folder, claims, incidents, contradictions)
    return scores


def _copied(split: str, folder: Path) -> set[str]:
    """The names of the reports of a split's groups; their gold and the groups are copied to `folder`."""
    names: set[str] = set()
    for path in sorted(GOLD.glob("*.links.json")):
        listed = json.loads(path.read_text("utf-8"))["documents"]
        if json.loads((GOLD / f"{listed[0]}.json").read_text("utf-8"))["meta"]["split"] == split:
            shutil.copy(path, folder)
            names.update(listed)
    for name in names:
        for ending in ("json", "txt"):
            shutil.copy(GOLD / f"{name}.{ending}", folder)
    return names


if __name__ == "__main__":
    main()
