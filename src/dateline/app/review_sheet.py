"""Files of reviews: a spreadsheet of claims with a verdict in some rows, or the same as JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.errors import UsageError

NEEDED = ("id", "review")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a file that says something of a claim, or why it cannot be read."""

    number: int
    """The line of the file that it begins on, from 1."""
    cells: dict[str, Any] | None = None
    trouble: str = ""


def lines(path: Path) -> Iterator[Line]:
    """The rows that have a verdict, in the file's order. Raises UsageError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot read: {path}: {error.strerror}; name a file of reviews") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"not UTF-8: {path}: byte {error.start}; save it as CSV UTF-8") from None
    if path.suffix.lower() in (".jsonl", ".json", ".ndjson"):
        yield from _objects(text)
    else:
        yield from _rows(path, text)


def _objects(text: str) -> Iterator[Line]:
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            continue
        try:
            made = json.loads(raw)
        except (json.JSONDecodeError, RecursionError) as error:
            yield Line(number=number, trouble=f"not JSON: {getattr(error, 'msg', 'too deep')}")
            continue
        if not isinstance(made, dict):
            yield Line(number=number, trouble="not a JSON object")
        # A claim as it was exported says under `review` what was decided before.
        elif isinstance(made.get("review"), str) and made["review"].strip():
            yield Line(number=number, cells=made)


def _rows(path: Path, text: str) -> Iterator[Line]:
    physical = list(io.StringIO(text, newline=""))
    # What a spreadsheet writes where the comma stands in numbers.
    delimiter = max(",;\t", key=physical[0].count) if physical else ","
    columns: list[str] = []
    for number, row, trouble in _records(physical, delimiter):
        if trouble:
            yield Line(number=number, trouble=trouble)
        elif not columns:
            columns = _columns(path, row)
        elif any(row[len(columns) :]):
            yield Line(number=number, trouble=f"{len(row)} cells under {len(columns)} columns")
        else:
            cells = dict(zip(columns, row, strict=False))
            if cells.get("review", "").strip():
                yield Line(number=number, cells=cells)
    if not columns:
        _columns(path, [])


def _columns(path: Path, row: list[str]) -> list[str]:
    columns = [name.strip() for name in row]
    for needed in NEEDED:
        if needed not in columns:
            raise UsageError(
                f"no column `{needed}`: {path}; begin with `dateline review next --format csv`, which has it"
            )
    return columns


def _records(physical: list[str], delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """(line, cells, what is wrong) of each record; after one that is no CSV it goes on with the next line."""
    begun = 0
    while begun < len(physical):
        reader = csv.reader(islice(physical, begun, None), delimiter=delimiter, strict=True)
        first = begun
        try:
            for row in reader:
                yield first + 1, row, ""
                first = begun + reader.line_num
            return
        except csv.Error as error:
            yield first + 1, [], f"not CSV: {error}"
            begun = first + 1
