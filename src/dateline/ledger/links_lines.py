"""Files of claims coded elsewhere, read into documents and the lines of their claims."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.ledger.links_check import LONGEST
from dateline.ledger.record import Failure

Json = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Coded:
    """A document line and the claims that name it."""

    where: str
    head: Json
    claims: list[tuple[str, Json]] = field(default_factory=list)


def failure(where: str, reason: object) -> Failure:
    """The failure of a line that is not what it should be."""
    said = " ".join(str(reason).split())[:200]
    return Failure(input=where, reason=said, advice="correct the line and import the file again")


def lines(path: Path, content: bytes) -> Iterator[Coded | Failure]:
    """The documents of a file of JSON lines with their claims, failures first."""
    reports: dict[str, Coded] = {}
    for number, raw in enumerate(content.split(b"\n"), 1):
        where = f"{path} (line {number})"
        if not raw.strip():
            continue
        try:
            made = _object(raw)
            if "action" in made:
                key = made.get("document")
                if not isinstance(key, str) or key not in reports:
                    raise ValueError(f"no document line before it for {key!r}")
                reports[key].claims.append((where, made))
            else:
                report = Coded(where=where, head=_head(made))
                for key in ("document", "name", "sha256"):
                    if isinstance(made.get(key), str):
                        reports.setdefault(made[key], report)
        except (ValueError, RecursionError) as error:
            yield failure(where, error)
    yield from {id(report): report for report in reports.values()}.values()


def _object(raw: bytes) -> Json:
    try:
        made = json.loads(raw.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg}") from None
    if not isinstance(made, dict):
        raise ValueError("not a JSON object")
    # DuckDB holds no half characters, and the words would no longer be those of the text.
    json.dumps(made, ensure_ascii=False).encode()
    return made


def _head(made: Json) -> Json:
    """A document line that can be used. Raises ValueError."""
    texts = {key: made.get(key) for key in ("document", "name", "title", "outlet", "sha256", "text", "url")}
    published = made.get("published")
    for key, value in (*texts.items(), ("published", published)):
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{key} is no text: {value!r}")
    name = texts["name"] or texts["document"]
    if not name:
        raise ValueError("neither a claim (no action) nor a document line (no name)")
    characters = made.get("characters") or 0
    if not isinstance(characters, int) or not 0 <= characters <= LONGEST:
        raise ValueError(f"characters is no length: {characters!r}")
    day = dt.date.fromisoformat(published) if published else None
    return {**texts, "name": name, "characters": characters, "published": day}


def gold(path: Path, content: bytes) -> Iterator[Coded | Failure]:
    """The one document of a gold file with its claims."""
    try:
        made = _object(content)
        meta = made["meta"]
        beside = path.with_suffix(".txt")
        text = beside.read_text("utf-8") if beside.exists() else None
        head = _head({**meta, "document": path.stem, "name": path.stem, "text": text})
        claims = [(f"{path} ({c.get('k', n)})", c) for n, c in enumerate(made["claims"], 1)]
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        yield failure(str(path), f"not a gold file ({type(error).__name__}: {error})")
        return
    yield Coded(where=str(path), head=head, claims=claims)
