"""The reports that we coded, in gold's own form."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.more.texts import HERE, lines_of, text_of

Span = list[int]


@dataclass(frozen=True, slots=True)
class Coded:
    """One report; `claims` are as in ../shared/gold."""

    name: str
    text: str
    published: dt.date | None
    batch: int
    """Reports of a later batch were coded when the folds were trained already."""
    claims: list[dict[str, Any]]


class ChangedText(ValueError):
    """A text of ../shared is not the one that was coded."""


OWN = "own"
"""Corpus of the reports that we wrote ourselves."""
CORPORA = tuple(sorted(path.stem for path in HERE.glob("*.jsonl")))


def coded_reports(shared: Path, corpora: Sequence[str] = CORPORA) -> Iterator[Coded]:
    """Every report by corpus and name; raises ChangedText where a text differs from the coded one."""
    for corpus in corpora:
        for row in lines_of(HERE / f"{corpus}.jsonl"):
            text = text_of(corpus, row["key"], shared)
            if digest(text) != row["digest"]:
                raise ChangedText(f"{corpus} {row['key']}: the text in {shared} is not the one coded")
            claims = [_claim(text, packed) for packed in row["claims"]]
            day = dt.date.fromisoformat(row["published"]) if row["published"] else None
            yield Coded(row["name"], text, day, row["batch"], claims)


def own_folds() -> dict[str, int]:
    """The fold of each report of our own, by name: dealt when it was packed, the same ever after."""
    return {row["name"]: row["fold"] for row in lines_of(HERE / f"{OWN}.jsonl")}


TESTED = (7, 8)
"""The batches that nothing is learned from: the coder is scored on them (`benchmarks/quality/unseen.py`)."""


def keys(corpus: str) -> frozenset[str]:
    """The keys in ../shared of the reports of a corpus, whose texts are learned from."""
    return frozenset(row["key"] for row in lines_of(HERE / f"{corpus}.jsonl") if row["batch"] not in TESTED)


def digest(text: str) -> str:
    """Sixteen hex digits that tell a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _claim(text: str, packed: dict[str, Any]) -> dict[str, Any]:
    """A claim in gold's form of one that holds spans only."""

    def words(span: Span) -> str:
        return text[span[0] : span[1]]

    source = packed.get("source")
    return {
        "trigger": words(packed["span"]),
        "span": packed["span"],
        "action": packed["action"],
        "accept": packed.get("accept", []),
        "agents": [{"text": words(s), "actor": who} for s, who in packed.get("agents", [])],
        "targets": [{"text": words(s), "actor": who} for s, who in packed.get("targets", [])],
        "places": [{"text": words(s), "role": role} for s, role in packed.get("places", [])],
        "status": packed.get("status", "occurred"),
        "source": words(source) if source else None,
        "source_kind": packed.get("kind", "own_voice"),
        "quantities": [
            dict(zip(("measure", "low", "high", "bound"), row, strict=True))
            for row in packed.get("quantities", [])
        ],
        "time": packed.get("time"),
        "means": packed.get("means", []),
    }
