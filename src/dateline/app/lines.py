"""Prints flat records: as JSON lines, or as one table."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.app.formats import LineFormat
from dateline.app.tables import print_table
from dateline.app.terminal import say, warn
from dateline.claims.codec import Json, line
from dateline.export.neutral import printable


def _words(cell: object) -> str:
    """A cell for people: of words with their span the words alone."""
    if isinstance(cell, dict) and "text" in cell:
        cell = cell["text"]
    return "" if cell is None else str(cell)


def print_objects(found: Sequence[Json], *, format: LineFormat, nothing: str | None = None) -> None:
    """Print a line or a table's row for each; the keys of the first are the columns.

    Instead of an empty table `nothing` is said on stderr.
    """
    if not found and nothing and format is LineFormat.table:
        warn(nothing)
    if format is LineFormat.jsonl:
        for item in found:
            say(line(item))
        return
    if not found:
        return
    from rich.text import Text

    numbers = {name for name in found[0] if all(isinstance(x[name], int | float | None) for x in found)}
    rows = [[Text(printable(_words(cell))) for cell in item.values()] for item in found]
    print_table(list(found[0]), rows, whole=numbers)
