"""Claims as CSV that a spreadsheet opens without obeying it, and as Parquet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.export.flat import COLUMNS, rows
from dateline.export.jsonl import Entry
from dateline.export.neutral import cell
from dateline.export.table import csv_line


def header() -> str:
    """The CSV's first line, without its end."""
    return csv_line(COLUMNS)


def csv_lines(entry: Entry) -> Iterator[str]:
    """A document's claims as CSV lines, without their ends."""
    for row in rows(*entry):
        yield csv_line(cell(value) for value in row.values())


def write_csv(entries: Iterable[Entry], stream: BinaryIO) -> None:
    """Write a header and a line for each claim, UTF-8, fields as in `flat.COLUMNS`."""
    stream.write(header().encode() + b"\n")
    for entry in entries:
        for text in csv_lines(entry):
            stream.write(text.encode() + b"\n")


def write_parquet(entries: Iterable[Entry], stream: BinaryIO) -> None:
    """Write the flat rows as one Parquet file; text is as it was written, since nothing obeys it."""
    import duckdb

    names = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
    values = ", ".join(f"unnest(?::{kind}[])" for kind in COLUMNS.values())
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE claims ({names})")
        for document, claims in entries:
            if claims:
                flat = [list(row.values()) for row in rows(document, claims)]
                by_column = [list(column) for column in zip(*flat, strict=True)]
                connection.execute(f"INSERT INTO claims SELECT {values}", by_column)
        path = Path(folder) / "claims.parquet"
        connection.table("claims").write_parquet(str(path), compression="zstd")
        stream.write(path.read_bytes())
