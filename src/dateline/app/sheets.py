"""Prints linked records: as a table for people, as JSON lines, or as a file for a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from dateline.app.formats import SheetFormat
from dateline.app.tables import print_table
from dateline.app.terminal import say, warn
from dateline.app.words import body
from dateline.claims.codec import Json, line
from dateline.export.neutral import cell, printable

T = TypeVar("T")


def print_sheet(
    found: Sequence[T],
    *,
    format: SheetFormat,
    line_of: Callable[[T], Json],
    row_of: Callable[[T], Json],
    columns: Sequence[str],
    nothing: str,
) -> None:
    """Print records as JSON lines, as CSV that a spreadsheet does not obey, or as a table.

    `columns` head the CSV, whose rows hold exactly these; without a record it is a valid file too.
    Instead of an empty table `nothing` is said on stderr. Tables name bodies, files keep their ids.
    """
    if not found and format is SheetFormat.table:
        warn(nothing)
    if format is SheetFormat.jsonl:
        for item in found:
            say(line(line_of(item)))
        return
    rows = [{k: str(v) if isinstance(v, dt.date) else v for k, v in row_of(item).items()} for item in found]
    if format is SheetFormat.table:
        _print_table(rows)
    else:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(value) for value in row.values()] for row in rows)


WHOLE = {"id", "incident", "claim", "a", "b"}
"""Columns of ids: never folded, so that they can be copied."""
BODIES = ("holder", "side", "sides", "source")
"""Columns of ids of bodies, of which a table shows the names."""


def _print_table(rows: Sequence[Json]) -> None:
    if not rows:
        return
    from rich.text import Text

    counts = {name for name in rows[0] if all(isinstance(row[name], int) for row in rows)}
    print_table(
        list(rows[0]),
        [[Text(printable(shown_in_table(name, value))) for name, value in row.items()] for row in rows],
        whole=counts | WHOLE,
    )


def shown_in_table(column: str, value: object) -> str:
    """A cell for people: bodies by their names, a holder that is no known body in quotation marks."""
    if value is None:
        return ""
    text = str(value)
    if column == "holder" and ":" not in text:
        return f"“{text}”"  # the report's own words, which may be loaded
    return ", ".join(map(body, text.split(", "))) if column in BODIES else text
