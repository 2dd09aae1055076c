"""Who a headline is from where its mark was lost: `Ten dead in raid on mill Monitoring group`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from dateline.document import Document, Span
from dateline.lexicon.load import Entry, entries

TITLE_LONGEST = 220
"""Characters; a longer first paragraph is the report itself, not its headline."""
_SITE = re.compile(r"\s+[-–—|]\s+[A-Z][\w ]+(?:\s+[-–—|]\s+[\w ]+)*$")

SHORTEST = 4
"""Words before such a source; fewer are no headline of their own."""
_LONG = 4
"""Letters of words that a headline in Title Case would begin with a capital."""


@lru_cache(maxsize=1)
def bare() -> Entry:
    """The lexicon entry with the words for a lone source."""
    return next(e for e in entries("headlines") if e.id == "headline.bare")


def lone_source(headline: str) -> int | None:
    """Where in `headline` the source that ends it without a mark begins, or None."""
    words = headline.split()
    rule: Any = bare()
    longest = max(len(body.split()) for body in (*rule["bodies"], *rule["names"]))
    for count in range(min(longest, len(words) - SHORTEST), 0, -1):
        before, last = words[-count - 1], words[-count:]
        if not _is_lone(last, words[1:-count]) or before.lower() in rule["bound"] or before.endswith("'s"):
            continue
        start = len(headline.rstrip())
        for word in reversed(last):
            start = headline.rindex(word, 0, start)
        return start
    return None


def title_of(document: Document) -> Span | None:
    """The first paragraph, where it can be a headline: short, with more behind it."""
    blocks = document.blocks
    if len(blocks) < 2 or blocks[0].span.end - blocks[0].span.start > TITLE_LONGEST:
        return None
    return blocks[0].span


def without_site(title: str) -> str:
    """The headline without the site's name after it (`... - World - The Gazette Online`)."""
    site = _SITE.search(title)
    return title if site is None else title[: site.start()]


def headline_ends(document: Document) -> tuple[Span, ...]:
    """Lone sources of the headline wherever it is printed, the words that run on behind it cut off."""
    title = title_of(document)
    if title is None:
        return ()
    headline = without_site(document.quote(title).strip())
    first = lone_source(headline)
    if first is None:
        return ()
    places = (document.text.find(headline, *block.span) for block in document.blocks)
    return tuple(_apart(document.text, at + first, at + len(headline)) for at in places if at != -1)


def _apart(text: str, start: int, end: int) -> Span:
    """The source, to its end where words follow; else its start alone, before a mark that closes it."""
    return Span(start, end if text[end : end + 2].strip().isalnum() else start)


def _is_lone(last: list[str], before: list[str]) -> bool:
    """A source's words; one word may have lost its capital, several need one that means something."""
    rule, said = bare(), " ".join(last)
    if said in rule["names"]:
        return True
    if len(last) == 1:
        return said in rule["words"] or (said[:1].isupper() and said.lower() in rule["words"])
    small = any(len(word) >= _LONG and word.islower() for word in before)
    return small and last[0][:1].isupper() and said.lower() in rule["bodies"]
