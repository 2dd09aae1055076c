"""Lines to paragraphs: wrapped lines are joined, bullets dropped, empty lines skipped."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from dateline.document import Span

WIDEST_WRAP = 125
"""Characters: a text with a longer line was not broken to a column width."""
SLACK = 8
"""Characters a full line may fall short of the width, the next word counted in."""
_TERMINAL = re.compile(r"(?<![A-Z]\.[A-Z])[.!?:;][\"'”’)\]]*$")
_BULLET = re.compile(r"[^\S\n]*(?:[•·▪●◦*‣]|[-–—](?=[^\S\n]+[A-Z])|[.o](?=[^\S\n]{2,}))[^\S\n]*")


@lru_cache(maxsize=4)
def is_caps(text: str) -> bool:
    """True if the letters of `text` are nearly all capitals, as in old wire copy."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper > 9 * lower and upper > 3


def paragraphs(text: str) -> list[Span]:
    """Stretches of one or more lines that belong together, without outer white space."""
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    if not lines:
        return []
    width = _width(text, lines)
    caps = is_caps(text)
    made = [lines[0]]
    for before, line in pairwise(lines):
        if _joins(text, before, line, width=width, caps=caps):
            made[-1] = Span(made[-1].start, line.end)
        else:
            made.append(line)
    return [span for span in (_trimmed(text, span) for span in made) if span.start < span.end]


def _width(text: str, lines: list[Span]) -> int | None:
    """The column the text was broken at, or None when its lines are paragraphs."""
    lengths = [len(text[s.start : s.end].rstrip()) for s in lines]
    widest = max(lengths)
    followed = [n for n, (a, b) in zip(lengths, pairwise(lines), strict=False) if b.start - a.end == 1]
    full = sum(n > 0.75 * widest for n in followed)
    enough = len(followed) >= (1 if is_caps(text) else 2)
    return widest if 40 <= widest <= WIDEST_WRAP and enough and full > len(followed) / 2 else None


def _joins(text: str, before: Span, line: Span, *, width: int | None, caps: bool) -> bool:
    if line.start - before.end != 1:
        return False
    left, right = text[before.start : before.end].rstrip(), text[line.start : line.end].rstrip()
    if _BULLET.match(right) or not left:
        return False
    ended = _TERMINAL.search(left) is not None
    words = right.split(maxsplit=1)
    if words[0][0].islower() and not ended:
        return True
    if width is None:
        return left.endswith(",")
    if ended and _indent(right) > _indent(left) + 1:
        return False
    full = len(left) + 1 + len(words[0]) > width - SLACK
    return full or left[-1] in ",-(" or (caps and not ended)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _trimmed(text: str, span: Span) -> Span:
    bullet = _BULLET.match(text, span.start, span.end)
    start = bullet.end() if bullet is not None else span.start
    body = text[start : span.end]
    return Span(start + _indent(body), start + len(body.rstrip()))
