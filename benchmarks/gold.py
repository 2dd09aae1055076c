"""The gold reports of ../shared/gold as documents, for scoring and training."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.document import Document
from dateline.read.text import document_of

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"


def reports(split: str | None = None, *, folder: Path = GOLD) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Each gold report of a split (`train`, `dev`, None for both) and its gold, by name."""
    for path in sorted(folder.glob("*.json")):
        if path.name.endswith(".links.json"):
            continue
        gold = json.loads(path.read_text("utf-8"))
        meta = gold["meta"]
        if split in (None, meta.get("split")):
            published = dt.date.fromisoformat(meta["published"]) if meta.get("published") else None
            text = path.with_suffix(".txt").read_text("utf-8")
            yield (
                document_of(
                    text,
                    name=path.stem,
                    title=meta.get("title"),
                    outlet=meta.get("outlet"),
                    published=published,
                ),
                gold,
            )
