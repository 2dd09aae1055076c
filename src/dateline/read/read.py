"""Reading: any inputs to documents, one at a time; what cannot be read is said and passed over."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import IO

from dateline.document import Document
from dateline.errors import ReadError
from dateline.read.encoding import binary_kind, decoded
from dateline.read.language import NOTE, is_foreign
from dateline.read.record import Format, ReadOptions, Unread
from dateline.read.rows import row_document
from dateline.read.sources import GZIP, SUFFIXES, Source, sources
from dateline.read.tables import Numbered, csv_encoding, csv_rows, jsonl_rows, parquet_rows
from dateline.read.text import document_of

Reader = Callable[[Path, ReadOptions], Iterable[Document | Unread]]
"""A plugin's reader: entry point `dateline.readers`, named after its suffix (`pdf`)."""

ADVICE = {
    "empty": "give it text or leave it out",
    "long": "split it into reports, or raise --max-characters",
    "binary": "save it as .txt, .html, .csv, .jsonl or .parquet",
    "article": "save the article's text as .txt",
    "encoding": "save it as UTF-8",
    "row": "correct the row; the other rows are read",
    "column": "name it with --column text=THEIR_NAME",
    "file": "check the path and its permissions",
    "damaged": "write the file again",
    "packed": "unpack it: a Parquet file is read from its end",
}
HEAD = 1 << 13
"""Bytes looked at to tell what a file is."""


def read(inputs: Sequence[str | Path], *, options: ReadOptions | None = None) -> Iterator[Document | Unread]:
    """Every report of the inputs, in order and lazily; an `Unread` stands where one failed.

    An input is a file (plain text, HTML, CSV, JSON lines, Parquet, each also gzipped), a folder
    (searched, in order of names) or `-` for standard input. No two documents share a name: a later
    one gets ` (2)`, with a note.
    """
    given = options or ReadOptions()
    extra = frozenset(f".{name}" for name in readers())
    taken: dict[bytes, int] = {}
    for source in sources(inputs, extra=extra):
        if isinstance(source, Unread):
            yield source
            continue
        for item in _guarded(source, given):
            yield _noted(_named(item, taken)) if isinstance(item, Document) else item


@lru_cache(maxsize=1)
def readers() -> dict[str, metadata.EntryPoint]:
    """Installed plugin readers by suffix without the dot."""
    found = metadata.entry_points(group="dateline.readers")
    return {point.name: point for point in sorted(found, key=lambda p: p.name)}


def _guarded(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    try:
        yield from _read(source, options)
    except ReadError as error:
        yield _unread(source, str(error))
    except (gzip.BadGzipFile, zlib.error, EOFError):
        yield _unread(source, "a damaged gzip file")
    except OSError as error:
        yield Unread(source=source.label, reason=error.strerror or str(error), advice=ADVICE["file"])


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    plugin = readers().get(source.suffix[1:])
    if plugin is not None and source.path is not None and options.format is None:
        yield from plugin.load()(source.path, options)
        return
    with source.open() as file:
        head = file.peek(HEAD)[:HEAD]
        if not head:
            raise ReadError("empty")
        format = options.format or _format(source, head)
        if format != "parquet" and (kind := binary_kind(head)):
            raise ReadError(kind)
        if format == "text" or format == "html":
            yield _report(source, file, format, options)
        else:
            yield from _rows(source, file, format, options)


def _format(source: Source, head: bytes) -> Format:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if head.startswith(b"PAR1"):
        return "parquet"
    known = SUFFIXES.get(source.suffix)
    if known is not None and (known != "text" or not start.startswith((b"<!doctype html", b"<html"))):
        return known
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "jsonl" if known is None and start.startswith((b'{"', b"{ ")) else "text"


def _report(source: Source, file: IO[bytes], format: Format, options: ReadOptions) -> Document:
    # A character takes at most four bytes; a page has markup around its article.
    limit = options.max_characters * (4 if format == "text" else 40)
    raw = file.read(limit + 1)
    if len(raw) > limit:
        raise ReadError(f"longer than {options.max_characters:,} characters")
    text, encoding = decoded(raw)
    if format == "html":
        made = row_document({"html": text}, name=source.stem, options=replace(options, columns={}))
    else:
        if not text.strip():
            raise ReadError("empty")
        if len(text) > options.max_characters:
            raise ReadError(f"longer than {options.max_characters:,} characters")
        made = document_of(
            text,
            name=options.name or source.stem,
            title=options.title,
            outlet=options.outlet,
            published=options.published,
        )
        made = replace(made, language=options.language)
    return made if encoding is None else replace(made, notes=(*made.notes, f"not UTF-8: read as {encoding}"))


def _rows(
    source: Source, file: IO[bytes], format: Format, options: ReadOptions
) -> Iterator[Document | Unread]:
    unit = "line" if format == "jsonl" else "row"
    for number, row in _table(source, file, format, options):
        where = f"{source.label}, {unit} {number}"
        if isinstance(row, ReadError):
            yield Unread(source=where, reason=str(row), advice=ADVICE["row"])
            continue
        try:
            yield row_document(row, name=f"{source.stem}:{number}", options=options)
        except ReadError as error:
            if str(error).startswith("no column") and format != "jsonl":
                raise
            yield _unread(source, str(error), where=where)


def _table(source: Source, file: IO[bytes], format: Format, options: ReadOptions) -> Iterator[Numbered]:
    limit = options.max_characters * 8
    if format == "parquet":
        if source.path is None:
            raise ReadError("Parquet cannot be read from standard input")
        with source.path.open("rb") as packed:
            if packed.read(2) == GZIP:
                raise ReadError("a gzipped Parquet file")
        yield from parquet_rows(source.path)
    elif format == "jsonl":
        yield from jsonl_rows(file, limit=limit)
    else:
        if source.path is None:
            encoding = csv_encoding(None, file)
        else:
            with source.open() as again:
                encoding = csv_encoding(source.path, again)
        delimiter = "\t" if source.suffix == ".tsv" else None
        yield from csv_rows(file, encoding=encoding, limit=limit, delimiter=delimiter)


def _unread(source: Source, reason: str, *, where: str | None = None) -> Unread:
    kinds = {
        "empty": "empty",
        "the text is empty": "row",
        "longer": "long",
        "no article": "article",
        "neither": "encoding",
        "not a readable": "damaged",
        "not text": "row",
        "not ": "encoding",
        "no column": "column",
        "no header": "column",
        "a damaged": "damaged",
        "a gzipped": "packed",
    }
    kind = next((kind for start, kind in kinds.items() if reason.startswith(start)), "binary")
    return Unread(source=where or source.label, reason=reason, advice=ADVICE[kind])


def _noted(document: Document) -> Document:
    """The document, with a note if it is not in English: it is coded all the same."""
    return replace(document, notes=(*document.notes, NOTE)) if is_foreign(document.text) else document


def _named(document: Document, taken: dict[bytes, int]) -> Document:
    """The document under a name of its own; names are kept as eight bytes each."""
    key = blake2b(document.name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    taken[key] = taken.get(key, 0) + 1
    if taken[key] == 1:
        return document
    name = f"{document.name} ({taken[key]})"
    return replace(document, name=name, notes=(*document.notes, f"renamed: '{document.name}' was taken"))
