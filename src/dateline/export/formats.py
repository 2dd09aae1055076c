"""The formats that claims are exported in: our own, and those of installed packages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import metadata
from typing import BinaryIO

from dateline.errors import UsageError
from dateline.export import hxl, jsonl, sheet
from dateline.export.jsonl import Entry

Export = Callable[[Iterable[Entry], BinaryIO], None]

ENTRY_POINTS = "dateline.exports"

EXPORTS: dict[str, Export] = {
    "jsonl": jsonl.write,
    "csv": sheet.write_csv,
    "parquet": sheet.write_parquet,
    "hxl": hxl.write_claims,
}


def export(name: str) -> Export:
    """The export called `name`. Raises UsageError, with the names there are."""
    if name in EXPORTS:
        return EXPORTS[name]
    plugins = metadata.entry_points(group=ENTRY_POINTS)
    for point in plugins:
        if point.name == name:
            made: Export = point.load()
            return made
    known = ", ".join([*EXPORTS, *sorted(point.name for point in plugins)])
    raise UsageError(f"no such format: {name}; there are: {known}")
