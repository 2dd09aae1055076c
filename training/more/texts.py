"""The texts of the reports that we coded: our own stand beside this file, others' in ../shared only."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LONGEST = 1_000_000
"""Characters of a field of FA-KES."""


def text_of(corpus: str, key: str, shared: Path) -> str:
    """Report `key` of `corpus` (`muc`, `re3d`, `fakes`, `own`), as its spans count. Raises KeyError."""
    if corpus == "own":
        return (HERE / "own" / f"{key}.txt").read_text("utf-8")
    return _TEXTS[corpus](shared)[key]


@cache
def _muc(shared: Path) -> dict[str, str]:
    """In capitals, as the wire had them and gold has them."""
    rows = lines_of(shared / "bench/templates/muc-grit-dev.jsonl")
    return {row["docid"]: row["doctext"].upper() for row in rows}


@cache
def _re3d(shared: Path) -> dict[str, str]:
    rows = lines_of(shared / "corpus/re3d.jsonl")
    return {row["id"]: f"{row['title'] or ''}\n\n{row['text']}" for row in rows}


@cache
def _fakes(shared: Path) -> dict[str, str]:
    # Whoever read a table before may have left a limit too small for an article.
    csv.field_size_limit(LONGEST)
    with (shared / "corpus/fa-kes.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["unit_id"]: f"{row['article_title']}\n{row['article_content']}" for row in rows}


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


_TEXTS = {"muc": _muc, "re3d": _re3d, "fakes": _fakes}
