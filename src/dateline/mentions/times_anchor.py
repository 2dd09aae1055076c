"""The day a document's relative times are told from."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from dateline.annotate import Parse
from dateline.document import Span
from dateline.mentions.numbers_words import lower_in_place
from dateline.mentions.times_absolute import RULES
from dateline.mentions.times_scene import Scene

TOP = 400
"""Characters at a text's top in which its own date is looked for: title, dateline, first line."""

_FULL = tuple(
    rule for rule in RULES if rule[0] in ("date.iso", "date.day_month", "date.month_day", "date.slashes")
)
_IN_PROSE = re.compile(
    r"\b(?:on|since|of|from|until|before|after|in|by|the|last|dated|between|for|and|to|died|born|killed|here)\s*\Z"
)
_STATED = re.compile(
    r"(?:publi(?:shed|cation)|updated|posted|modified|date|issued|created)\b[^\n]{0,24}\Z|(?:^|\n|[,|(/—–-])\s*\Z"
)
_BORN = re.compile(r"\s*[–—-]\s*(?:\d|[a-z]+\s\d)")
_OPEN = re.compile(r"\([^()\n]*\Z")
_DIED = re.compile(r"\([^()\n]*\d\s*[–—-]\s*\Z")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:--|—|–|-\s|\||/|\n|:|\Z)|\s*\(")


class Anchor(NamedTuple):
    """The day, and where the text says it (None: the document's publication date)."""

    day: dt.date
    span: Span | None


def anchor_of(parse: Parse) -> Anchor | None:
    """The day a reader takes `today` to mean, or None when neither text nor record says.

    A full date stated at the text's top wins over the publication date, which feeds get wrong.
    """
    text = parse.document.text
    stated = _stated(text[:TOP])
    if stated is not None:
        return stated
    published = parse.document.published
    return Anchor(published, None) if published else None


@lru_cache(maxsize=64)
def _stated(top: str) -> Anchor | None:
    """The same for a text's top: every time and every claim of the document asks it."""
    folded = lower_in_place(top)
    scene = Scene(text=top, folded=folded, anchor=None, sentence=Span(0, len(top)))
    best: Anchor | None = None
    for _, pattern, read in _FULL:
        for m in pattern.finditer(folded):
            if not _is_stated(top, folded, m):
                continue
            reading = read(m, scene)
            if reading is None or reading.start is None:
                continue
            if best is None or best.span is None or m.start() < best.span.start:
                best = Anchor(reading.start, Span(*m.span()))
    return best


def _is_stated(top: str, folded: str, m: re.Match[str]) -> bool:
    before = folded[: m.start()]
    if _IN_PROSE.search(before):
        return False
    if _DIED.search(before) or (_OPEN.search(before) and _BORN.match(folded, m.end())):
        return False  # when somebody lived
    if _STATED.search(before) or _AFTER_DATELINE.match(folded, m.end()):
        return True
    # Feeds that lose line ends run title, date and text together: `... Aleppo Wed Aug 3 2016 Rebels ...`.
    return re.match(r"\s+[A-Z]", top[m.end() :]) is not None
