"""Times the coder on the gold reports against the parser alone, in one run on one core.

usage: taskset -c 0 python -m benchmarks.speed.run        prints a table, writes results.json

Ratios are stated, not seconds: `coding` over `parsing` says what the coder costs on top, with the
encoder's evidence counted apart. The seed report is also coded by the installed command, start-up
included, the third time in a row.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.gold import GOLD, reports
from dateline.annotate.annotator import annotate
from dateline.annotate.parser import language, parse
from dateline.app.cli import tune_process
from dateline.document import Document
from dateline.pipeline.coder import code

RESULTS = Path(__file__).with_name("results.json")
LIMIT_SECONDS = 3.0
"""What the seed report may take, start-up included."""


def timed(work: Callable[[Document], Any], documents: list[Document]) -> float:
    """Processor seconds for all documents, after one that warms the caches."""
    work(documents[0])
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def seed_seconds() -> float:
    """Seconds the installed command takes for the seed report, warm."""
    command = [str(Path(sys.executable).with_name("dateline")), "code", str(GOLD / "seed.txt")]
    with tempfile.TemporaryFile() as out:
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([*command, "--format", "jsonl"], stdout=out, check=True)
            took = time.perf_counter() - start
    return took


def figures(rows: dict[str, float], documents: int, tokens: int, seed: float) -> dict[str, Any]:
    """What docs/evaluation.md quotes; shares are of the time that the parser alone takes."""
    parsing, read, whole = rows.values()
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end",
        "documents": documents,
        "tokens": tokens,
        "documents_per_second": round(documents / whole, 2),
        "tokens_per_second": round(tokens / whole),
        "encoder_share_of_parsing": round((read - parsing) / parsing, 2),
        "rest_share_of_parsing": round((whole - read) / parsing, 2),
        "seed_seconds": round(seed, 2),
    }


def main() -> int:
    """Print the table; 0 also where ../shared is absent."""
    tune_process()
    if not GOLD.is_dir():
        print(f"no gold reports at {GOLD}: nothing timed")
        return 0
    documents = [document for document, _ in reports("dev")]
    nlp = language()
    tokens = sum(len(nlp.make_doc(d.text)) for d in documents)
    rows = {"parsing": timed(parse, documents), "with evidence": timed(annotate, documents)}
    rows["coding, whole"] = timed(code, documents)
    for name, seconds in rows.items():
        ratio = seconds / rows["parsing"]
        print(f"{name:16} {seconds:7.2f} s {tokens / seconds:9.0f} tokens/s {ratio:6.2f} x parsing")
    print(f"{'documents/s':16} {len(documents) / rows['coding, whole']:7.2f}")
    seconds = seed_seconds()
    RESULTS.write_text(json.dumps(figures(rows, len(documents), tokens, seconds), indent=1) + "\n")
    print(f"{'seed, command':16} {seconds:7.2f} s, limit {LIMIT_SECONDS:.0f} s")
    return 0 if seconds < LIMIT_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
