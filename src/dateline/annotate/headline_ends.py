"""Who a headline is from where its mark was lost: `Ten dead in raid on mill Monitoring group`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from dateline.document import Document, Span
from dateline.lexicon.actions import hits
from dateline.lexicon.load import Entry, entries
from dateline.lexicon.registry_match import words_in
from dateline.lexicon.registry_states import country_matcher

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


@lru_cache(maxsize=1)
def added() -> Entry:
    """The lexicon entry with words for a source that a headline can also speak of."""
    return next(e for e in entries("headlines") if e.id == "headline.added")


class Lone(NamedTuple):
    """A source that ends a headline without a mark: where it begins, and the lexicon entry that knows it."""

    start: int
    rule: str


def lone_source(headline: str) -> Lone | None:
    """The source that ends `headline` without a mark, or None."""
    words = headline.split()
    rule: Any = bare()
    longest = max(len(body.split()) for body in (*rule["bodies"], *rule["names"]))
    for count in range(min(longest, len(words) - SHORTEST), 0, -1):
        before, last = words[-count - 1], words[-count:]
        if before.lower() in rule["bound"] or before.endswith("'s"):
            continue
        if _is_lone(last, words[1:-count]):
            known = rule.id
        elif _is_added(last, words[:-count]):
            known = added().id
        else:
            continue
        start = len(headline.rstrip())
        for word in reversed(last):
            start = headline.rindex(word, 0, start)
        return Lone(start, known)
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
    lone = lone_source(headline)
    if lone is None:
        return ()
    places = (document.text.find(headline, *block.span) for block in document.blocks)
    return tuple(_apart(document.text, at + lone.start, at + len(headline)) for at in places if at != -1)


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
    return _in_sentence_case(before) and last[0][:1].isupper() and said.lower() in rule["bodies"]


def _in_sentence_case(words: Sequence[str]) -> bool:
    """True for a headline whose words have a capital only where they are names."""
    return any(len(word) >= _LONG and word.islower() for word in words)


def _is_added(last: Sequence[str], before: Sequence[str]) -> bool:
    """A source's words that other words could lead to, where those before neither govern nor describe them:
    `kills two of the crew state media`, `hurt in a bomb Reports`."""
    rule, said = added(), " ".join(last)
    nearest = before[-1]
    if said in rule["words"]:
        own = any(country_matcher().find(words_in(nearest, 0, len(nearest))))
    else:
        own = said.lower() not in rule["bodies"] or not said[:1].isupper() or not nearest.islower()
        own = own or not _in_sentence_case(before[1:])
    return not own and not _governs(before)


def _governs(words: Sequence[str]) -> bool:
    """True if the last of `words` is an act's verb: `seize`, `arrest`; a noun as well, like `bomb`, is none
    behind another act (`12 dead in car bomb`)."""
    said = [word.lower() for word in words]
    forms = [{hit.form for hit in hits(said[-1:], [verb])} for verb in (True, False)]
    if "verb" in forms[1]:
        return True
    return "verb" in forms[0] and not hits(said[:-1], [True] * (len(said) - 1))
