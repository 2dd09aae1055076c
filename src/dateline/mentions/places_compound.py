"""Names joined by hyphens before or after a word for what they bound: `the Orvane-Mora-Tell Sol road`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.document import Span
from dateline.lexicon.gazetteer import country_terms, generic_words, open_gazetteer
from dateline.lexicon.gazetteer.borders import border_words
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.places_spans import connectors, joined
from dateline.mentions.places_words import Word
from dateline.mentions.record import Toponym

_HYPHEN = re.compile("[-–]")
AROUND = 2
"""Words without a hyphen that the first and the last name may have besides: `Tell Sol-Deir Mora road`."""


def compound_ends(words: Sequence[Word]) -> Iterator[Toponym]:
    """Each name of such a compound; a name with a hyphen that a gazetteer holds whole is one."""
    read = 0
    for at, word in enumerate(words):
        hyphened = "-" in word.text or "–" in word.text
        if hyphened and word.span.start >= read and not _known(word.text):
            ends = next(_readings(words, at), ())
            yield from ends
            read = ends[-1].span.end if ends else read


def _readings(words: Sequence[Word], at: int) -> Iterator[tuple[Toponym, ...]]:
    """The compound around the word `at`, its first and last name as long as a gazetteer holds them."""
    for first in range(max(0, at - AROUND), at + 1):
        for last in range(min(len(words), at + 1 + AROUND), at, -1):
            around = [*words[first:at], *words[at + 1 : last]]
            if not all(w.named for w in around) or not _run(words, first, last):
                continue
            kind = _bounding(words, first, last)
            text = _text(words, first, last)
            ends = _segments(text) if kind else ()
            if len(ends) > 1 and (kind != "border" or all(fold(e) in country_terms() for e in ends)):
                yield tuple(_toponyms(words[first].span.start, text, ends, kind or ""))


def _run(words: Sequence[Word], first: int, last: int) -> bool:
    return all(map(joined, words[first + 1 : last]))


def _text(words: Sequence[Word], first: int, last: int) -> str:
    made = words[first].text
    for word in words[first + 1 : last]:
        made += word.gap + word.text
    return made


def _bounding(words: Sequence[Word], first: int, last: int) -> str | None:
    """`road`, `border` or `triangle`, whichever the compound names the ends of."""
    if last < len(words) and joined(words[last]):
        after = words[last].text.lower()
        if generic_words().get(after, ("", ""))[0] == "road":
            return "road"
        if after in border_words():
            return "border"
    before = [w.text.lower() for w in words[max(0, first - 2) : first]]
    return "triangle" if before[-1:] == ["triangle"] or before == ["triangle", "of"] else None


def _segments(text: str) -> tuple[str, ...]:
    """The compound cut at hyphens into names that are known, as few as may be; none if some part is not."""
    cuts = [(text[: hit.start()], text[hit.end() :]) for hit in _HYPHEN.finditer(text)]
    ways = [
        (*before, tail)
        for head, tail in cuts
        if _known(tail) and (before := (head,) if _known(head) else _segments(head))
    ]
    return min(ways, key=len, default=())


def _known(name: str) -> bool:
    return name.lower() not in connectors() and bool(open_gazetteer().lookup(name, tiers=(1, 2)))


def _toponyms(start: int, text: str, ends: Sequence[str], kind: str) -> Iterator[Toponym]:
    at = 0
    for number, end in enumerate(ends, 1):
        at = text.index(end, at)
        feature = "road" if kind == "road" and number == len(ends) else None
        span = Span(start + at, start + at + len(end))
        yield Toponym(span=span, text=end, feature=feature, rule=f"places.{kind}")
        at += len(end)
