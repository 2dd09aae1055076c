"""Headlines: where one that runs into the text ends, and who a headline says it is from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.annotate import Parse
from dateline.annotate.entry_starts import entry_starts
from dateline.annotate.headline_ends import lone_source, title_of, without_site
from dateline.document import Span
from dateline.lexicon import entries
from dateline.lexicon.calendar import MONTH_STEMS, WEEKDAYS
from dateline.mentions.numbers_words import alternatives
from dateline.mentions.record import Quote

_STAMP = re.compile(
    rf"(?<!\bon )(?<!\bOn )(?<!\bof )(?<!since )(?<!until )\b(?:(?:{'|'.join(WEEKDAYS).title()}),? )?"
    rf"\d{{1,2}} (?:{MONTH_STEMS.title()})\w*,? (?:19|20)\d\d\b(?:,? \d{{1,2}}[:.]\d\d(?: ?[AaPp][Mm])?)?"
)
_NO_SPACE = re.compile(r"\S+")
_STAMP_WITHIN = 700
"""Characters from a paragraph's start in which a date can be a by-line and not part of a sentence."""
_REPEATED = 8
"""Words in a row that no sentence says twice by chance."""
_MARK = next(e for e in entries("headlines") if e.id == "headline.marked")
_BODY = rf"(?:{alternatives(_MARK['words'])}|(?:{alternatives(_MARK['begins'])})\w+)"
_BODY_WORD = re.compile(_BODY, re.IGNORECASE)
_MARKED = re.compile(
    rf"(?P<cue>\s*:|\s+[-–—]+|,)\s+"
    rf"(?P<source>(?:(?:[A-Z][\w.’'-]*|{alternatives(_MARK['before'])})\s+)*(?:(?i:{_BODY})|[A-Z]{{2,6}}))\s*$"
)


def is_spokesbody(word: str) -> bool:
    """True of a noun for a body that headlines quote: `army`, `ministry`, `witnesses`."""
    return _BODY_WORD.fullmatch(word) is not None


def boundaries(parse: Parse) -> tuple[int, ...]:
    """Offsets where prose starts after a headline, by-line or entry that runs into it, sorted."""
    text, title = parse.document.text, title_of(parse.document)
    found = {at for entry in entry_starts(parse.document) for at in entry}
    for block in parse.document.blocks:
        if title is not None and block.span.start >= title.end:
            words = _plain(text[title.start : title.end].strip()).rstrip(".")
            at = text.find(words, block.span.start, block.span.end)
            if at != -1:
                found.add(at + len(words))
        for stamp in _STAMP.finditer(
            text, block.span.start, min(block.span.end, block.span.start + _STAMP_WITHIN)
        ):
            found.add(stamp.end())
        if (repeated := _repeated(text, block.span)) is not None:
            found.add(repeated)
    return tuple(sorted(found))


def _repeated(text: str, block: Span) -> int | None:
    """Where a lead that was printed twice without a full stop between begins again."""
    end = min(block.end, block.start + _STAMP_WITHIN)
    words = list(_NO_SPACE.finditer(text, block.start, end))
    said = [word.group() for word in words]
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - _REPEATED + 1):
        run = tuple(said[at : at + _REPEATED])
        if at - seen.setdefault(run, at) >= _REPEATED:
            return words[at].start()
    return None


def headline_quotes(parse: Parse) -> Iterator[Quote]:
    """`Bridge destroyed: ministry`, `Ten dead in raid - police`, also where the mark was lost.

    Without a mark only a lone source at the very end counts (`Ten dead in raid Monitor`).
    """
    title = title_of(parse.document)
    if title is None:
        return
    text = parse.document.text
    words = _plain(text[title.start : title.end].strip())
    for block in parse.document.blocks:
        at = text.find(words, block.span.start, block.span.end)
        if at != -1 and (quote := _attributed(at, words)) is not None:
            yield quote


def _plain(title: str) -> str:
    """The headline without the site's name after it (`... - World - The Gazette Online`)."""
    return title if _MARKED.search(title) else without_site(title)


def _attributed(at: int, words: str) -> Quote | None:
    match = _MARKED.search(words)
    if match is not None and len(words[: match.start()].split()) >= 3:
        name, cue = match["source"], match.start("cue")
        if match["cue"] != "," or not re.fullmatch(r"[A-Z]{2,6}", name):
            start = at + match.start("source")
            return Quote(
                content=(Span(at, at + cue),),
                source=Span(start, start + len(name)),
                cue=Span(at + cue, at + match.end("cue")),
                rule=_MARK.id,
            )
    lone = lone_source(words)
    if lone is None:
        return None
    content = Span(at, at + len(words[: lone.start].rstrip()))
    source = Span(at + lone.start, at + len(words.rstrip()))
    return Quote(content=(content,), source=source, rule=lone.rule)
