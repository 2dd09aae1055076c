"""Tables to rows: CSV, JSON lines and Parquet, one at a time, whatever their size."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from itertools import chain, count
from pathlib import Path
from typing import IO, Any

from dateline.errors import ReadError
from dateline.read.encoding import SAMPLE, encoding_of

Row = Mapping[str, Any]
Numbered = tuple[int, Row | ReadError]
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""DuckDB's settings wherever it is used: it fetches no extension from a network."""
BATCH = 256
"""Parquet rows held at a time."""


def jsonl_rows(file: IO[bytes], *, limit: int) -> Iterator[Numbered]:
    """Each line's number and object; a line that is none, or is longer than `limit` bytes, its error."""
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = file.readline(limit)
            yield number, ReadError(f"a line of more than {limit:,} bytes")
            continue
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield number, ReadError(f"not JSON: {' '.join(str(error).split())[:120]}")
            continue
        yield number, row if isinstance(row, dict) else ReadError("not a JSON object")


def csv_rows(
    file: IO[bytes], *, encoding: str, limit: int, delimiter: str | None = None
) -> Iterator[Numbered]:
    """Each row's number and its cells under the header's names. Raises ReadError without a header.

    Without a `delimiter` it is the comma, or, in a header line without one, the semicolon or tab there.
    """
    # newline="": the csv module must see the line ends inside quoted cells as they are.
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    csv.field_size_limit(limit)
    lines = _Lines(text, limit)
    try:
        first = next(lines, "")
        reader = csv.reader(chain((first,), lines), delimiter=delimiter or _delimiter(first))
        header = next(reader, None)
        if not header or not any(cell.strip() for cell in header):
            raise ReadError("no header row")
        names = [name.strip() for name in header]
        for number in count(1):
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                lines.taken = 0
                yield number, ReadError(f"not a CSV row: {error}")
                continue
            lines.taken = 0
            if cells:
                yield number, dict(zip(names, cells, strict=False))
    except csv.Error as error:
        raise ReadError(f"no header row: {error}") from None
    except UnicodeDecodeError as error:
        raise ReadError(f"not {encoding} throughout: {error.reason}") from None
    finally:
        text.detach()


def _delimiter(header: str) -> str:
    """What parts the names of a header line; spreadsheets write semicolons where commas are decimal."""
    return "," if "," in header else max(";\t", key=header.count)


class _Lines:
    """Lines for the csv module, which would hold a line or a row of any length to find its end."""

    def __init__(self, text: io.TextIOWrapper, limit: int) -> None:
        self._text = text
        self._limit = limit
        self.taken = 0
        """Characters given since the last whole row."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self.taken += len(line)
        if self.taken > self._limit:
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(self._limit)
            raise csv.Error(f"longer than {self._limit:,} characters")
        return line.replace("\0", "")


def csv_encoding(path: Path | None, file: IO[bytes]) -> str:
    """UTF-8 when the whole file is, else what its beginning looks like. Raises ReadError.

    Standard input cannot be read twice: its first bytes decide.
    """
    import codecs

    check = codecs.getincrementaldecoder("utf-8-sig")()
    if path is None:
        sample = file.peek(SAMPLE) if isinstance(file, io.BufferedReader) else b""
        chunks: Iterator[bytes] = iter([sample])
    else:
        sample, chunks = b"", iter(lambda: file.read(SAMPLE), b"")
    for chunk in chunks:
        sample = sample or chunk
        try:
            check.decode(chunk)
        except UnicodeDecodeError as error:
            near = chunk[max(0, error.start - 2000) : error.start + 2000]
            name = encoding_of(near if path is not None else sample)
            if name is None:
                raise ReadError("neither UTF-8 nor any encoding that can be recognised") from None
            return name
    return "utf-8-sig"


def parquet_rows(path: Path) -> Iterator[Numbered]:
    """Each row's number and cells, of a Parquet file. Raises ReadError when it is damaged."""
    import duckdb

    # A file is what it holds: no extension is fetched for it, and its folders' names are no columns.
    with duckdb.connect(":memory:", config=OFFLINE) as database:
        try:
            found = database.execute("SELECT * FROM read_parquet(?, hive_partitioning = false)", [str(path)])
            names = [column[0] for column in found.description or ()]
            numbers = count(1)
            while rows := found.fetchmany(BATCH):
                yield from ((next(numbers), dict(zip(names, row, strict=True))) for row in rows)
        except duckdb.Error as error:
            first = str(error).strip().splitlines()[0]
            raise ReadError(f"not a readable Parquet file: {first[:140]}") from None
