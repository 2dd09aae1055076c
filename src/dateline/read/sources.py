"""Inputs to files: folders are walked, `-` is standard input, `.gz` is opened through."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dateline.read.record import Format, Unread

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
}
"""File names read in folders, without a final `.gz`."""


GZIP = b"\x1f\x8b"
"""The first bytes of a gzipped file."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input when `path` is None."""

    label: str
    path: Path | None

    @property
    def suffix(self) -> str:
        """Lower-case suffix of the file's name, a final `.gz` aside."""
        name = self.label.lower().removesuffix(".gz")
        return Path(name).suffix

    @property
    def stem(self) -> str:
        """The file's name without its suffixes: what a loose report is called."""
        if self.path is None:
            return "stdin"
        name = self.path.name
        name = name[:-3] if name.lower().endswith(".gz") else name
        return Path(name).stem or name

    @contextmanager
    def open(self) -> Iterator[io.BufferedReader]:
        """The file's bytes, unpacked when gzipped. Raises OSError."""
        if self.path is None:
            yield _gunzipped(cast(io.BufferedReader, sys.stdin.buffer))
            return
        with self.path.open("rb") as file:
            yield _gunzipped(file)


def _gunzipped(file: io.BufferedReader) -> io.BufferedReader:
    if file.peek(2)[:2] == GZIP:
        return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=file)))
    return file


def sources(
    inputs: Sequence[str | Path], *, extra: frozenset[str] = frozenset()
) -> Iterator[Source | Unread]:
    """Every file of the inputs in order; folders by path, with the suffixes known and `extra` ones."""
    for given in inputs:
        if str(given) == "-":
            yield Source("-", None)
            continue
        path = Path(given)
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError) as error:
            yield Unread(source=str(given), reason=f"not a path: {error}", advice="check the name")
            continue
        if is_folder:
            yield from _walk(path, extra)
        else:
            yield Source(str(given), path)


def _walk(folder: Path, extra: frozenset[str]) -> Iterator[Source | Unread]:
    try:
        with os.scandir(folder) as found:
            listed = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Unread(
            source=str(folder), reason=error.strerror or "cannot be listed", advice="check its permissions"
        )
        return
    for entry in listed:
        source = Source(entry.path, Path(entry.path))
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), extra)
        elif source.suffix in SUFFIXES or source.suffix in extra:
            yield source
