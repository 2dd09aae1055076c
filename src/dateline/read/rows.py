"""One row of a table to a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.document import Document
from dateline.errors import ReadError
from dateline.read.dates import column_date
from dateline.read.html import article_of
from dateline.read.record import ReadOptions
from dateline.read.text import document_of


def row_document(row: Mapping[str, Any], *, name: str, options: ReadOptions) -> Document:
    """The document of a row; its stored text is the row's text unchanged. Raises ReadError.

    `name` is used when the row has neither `name` nor `id`. A date that is none leaves the report
    without one, with a note.
    """
    text, page = _cell(row, "text", options), _cell(row, "html", options)
    if text is None and page is None:
        wanted = {ours: options.columns.get(ours, ours) for ours in ("text", "html")}
        if not any(theirs in row for theirs in wanted.values()):
            there = ", ".join(map(str, list(row)[:8]))
            raise ReadError(f"no column '{wanted['text']}'; there are: {there}")
        raise ReadError("the text is empty")
    url = _cell(row, "url", options)
    article = article_of(page, url=url) if text is None and page is not None else None
    stored = text if text is not None else article.text if article is not None else ""
    if len(stored) > options.max_characters:
        raise ReadError(f"longer than {options.max_characters:,} characters")
    notes: tuple[str, ...] = ()
    try:
        column = column_date(_raw(row, "published", options), order=options.date_order)
    except ValueError as error:
        column, notes = None, (f"published: {error}",)
    stated = options.published or column or (article.published if article else None)
    made = document_of(
        stored,
        name=options.name or _cell(row, "name", options) or _cell(row, "id", options) or name,
        title=options.title or _cell(row, "title", options) or (article.title if article else None),
        outlet=options.outlet or _cell(row, "outlet", options) or (article.outlet if article else None),
        published=stated,
        published_by="option" if options.published else "column" if column else "metadata",
    )
    language = options.language or _cell(row, "language", options)
    return replace(made, url=url or (article.url if article else None), language=language, notes=notes)


def _raw(row: Mapping[str, Any], column: str, options: ReadOptions) -> Any:
    return row.get(options.columns.get(column, column))


def _cell(row: Mapping[str, Any], column: str, options: ReadOptions) -> str | None:
    value = _raw(row, column, options)
    if value is None or value == "" or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, dict | list | bytes):
        if column in ("text", "html"):
            raise ReadError(f"not text: {column}")
        return None
    text = str(value)
    return text if text.strip() else None
