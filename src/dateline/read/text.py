"""Plain text to a document."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from dateline.document import Document
from dateline.read.blocks import structure_of

PublishedBy = Literal["option", "column", "metadata", "dateline"]


def document_of(
    text: str,
    *,
    name: str,
    title: str | None = None,
    outlet: str | None = None,
    published: dt.date | None = None,
    published_by: PublishedBy = "option",
) -> Document:
    """The document of a stored text: title, headings, paragraphs and marks, and what its top states.

    What is given wins over what the text says: `title` over its headline, `outlet` over the agency
    of its dateline, `published` over its dateline's date (kept in `stated` all the same).
    """
    found = structure_of(text, title=title, near=published)
    date = published or found.stated
    return Document(
        name=name,
        text=text,
        title=title or found.title,
        outlet=outlet or found.agency,
        published=date,
        published_by=None if date is None else published_by if published else "dateline",
        dateline=found.place,
        stated=found.stated,
        blocks=found.blocks,
    )
