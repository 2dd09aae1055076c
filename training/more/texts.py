"""The texts of the reports that we coded: our own stand beside this file, others' in ../shared only."""

from __future__ import annotations

import csv
import json
import re
import tarfile
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

HERE = Path(__file__).parent
LONGEST = 1_000_000
"""Characters of a field of FA-KES."""


def text_of(corpus: str, key: str, shared: Path) -> str:
    """Report `key` of `corpus`, as its spans count.

    Raises KeyError for a corpus or a report that is none of them.
    """
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


@cache
def _timeml(shared: Path) -> dict[str, str]:
    """Headline and paragraphs, a line each, as gold has its reports of TimeBank and AQUAINT."""
    found = {}
    with tarfile.open(shared / "bench/time/timebank-aquaint.tar.gz") as archive:
        for member in archive.getmembers():
            if not member.name.endswith(".tml"):
                continue
            file = archive.extractfile(member)
            assert file is not None, member.name
            root = ElementTree.parse(file).getroot()
            body = root.find("TEXT")
            assert body is not None, member.name
            parted = re.split(r"\n\s*\n", "".join(body.itertext()))
            lines = [root.findtext("TITLE") or "", *parted]
            kept = [" ".join(line.split()) for line in lines if line.strip()]
            found[(root.findtext("DOCID") or "").strip()] = "\n".join(kept)
    return found


@cache
def _trnews(shared: Path) -> dict[str, str]:
    """The text without its headline, as gold has it."""
    found = {}
    for article in ElementTree.parse(shared / "bench/geo/TR-News.xml").getroot():
        lines = [" ".join(line.split()) for line in (article.findtext("text") or "").splitlines()]
        found[article.get("docid") or ""] = "\n".join(line for line in lines if line)
    return found


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


_TEXTS = {"muc": _muc, "re3d": _re3d, "fakes": _fakes, "timeml": _timeml, "trnews": _trnews}
