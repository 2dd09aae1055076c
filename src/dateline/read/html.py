"""A web page to a document: the article's text, its title, outlet and date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from dateline.errors import ReadError

FEWEST_WORDS = 8
"""A page with fewer words of text is navigation, not an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a page holds of an article; `text` is one paragraph a line, the title first."""

    text: str
    title: str | None
    outlet: str | None
    published: dt.date | None
    url: str | None


def article_of(page: str, *, url: str | None = None) -> Article:
    """The article of an HTML page. Raises ReadError when there is none."""
    import trafilatura

    # Only dates that the page's own metadata states: htmldate's wider search guesses from any number.
    found: Any = trafilatura.bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True, "url": url},
    )
    text = _plain(found.text) if found is not None and found.text else ""
    if len(text.split()) < FEWEST_WORDS:
        raise ReadError("no article in this page")
    title = " ".join(found.title.split()) if found.title else None
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    return Article(
        text=text,
        title=title,
        outlet=found.sitename or None,
        published=_date(found.date),
        url=found.url or url,
    )


def _plain(text: str) -> str:
    return re.sub(r"\n{2,}", "\n", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _date(stated: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(stated[:10]) if stated else None
    except ValueError:
        return None
