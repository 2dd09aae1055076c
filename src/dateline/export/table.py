"""Rows of named columns as CSV that a spreadsheet opens without obeying it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from dateline.export.flat import Value
from dateline.export.neutral import cell


def csv_line(cells: Iterable[object]) -> str:
    """One line without its end; what comes from reports must be neutral already."""
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


def write_table(
    rows: Iterable[Mapping[str, Value]], stream: BinaryIO, *, heads: Sequence[Sequence[str]]
) -> int:
    """Write lines of heads, then the rows, whose keys are the first head's; how many rows there were."""
    for head in heads:
        stream.write(csv_line(head).encode() + b"\n")
    count = 0
    for row in rows:
        stream.write(csv_line(cell(row[name]) for name in heads[0]).encode() + b"\n")
        count += 1
    return count
