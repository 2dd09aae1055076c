"""Headlines: where one that runs into the text ends, and who a headline says it is from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.annotate import Parse
from dateline.document import Span
from dateline.mentions.record import Quote

TITLE_LONGEST = 220
"""Characters; a longer first paragraph is the report itself, not its headline."""
_MONTHS = r"Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|June?|July?|Aug\w*|Sept?\w*|Oct\w*|Nov\w*|Dec\w*"
_STAMP = re.compile(
    rf"(?<!on )(?<!of )(?<!since )(?<!until )\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{{1,2}} (?:{_MONTHS}),? (?:19|20)\d\d\b"
    r"(?:,? \d{1,2}[:.]\d\d(?: ?[AaPp][Mm])?)?"
)
_STAMP_WITHIN = 700
"""Characters from a paragraph's start in which a date can be a by-line and not part of a sentence."""
_BODY = (
    r"monitors?|watchdog|NGO|activists?|officials?|police|army|ministry|minister|witnesses|residents|"
    r"observatory|media|reports?|report|spokes\w+|sources?|governor|UN|U\.N\.|state TV|state media|president|"
    r"rescuers|medics|authorities|military|agency|state news agency|group"
)
_AFTER = re.compile(
    rf"(?P<cue>(?::|\s[-–—]+|,|\s)\s*)(?P<source>(?:(?:[A-Z][\w.’'-]*|local|state|military|rights)\s+)*(?:(?i:{_BODY})|[A-Z]{{2,6}}))\s*$"
)
_BARE = frozenset({"monitor", "monitors", "ministry", "watchdog", "activists", "observatory", "officials"})
"""Sources that end a headline even when its mark and capital were lost."""
_LEADS = frozenset("the a an by of with to for from says against on at in and near its their defence defense".split())
_BYLINE = re.compile(r"\s+[-–—|]\s+[A-Z][\w ]+(?:\s+[-–—|]\s+[\w ]+)*$")


def boundaries(parse: Parse) -> tuple[int, ...]:
    """Offsets where prose starts after a headline or by-line that runs into it, sorted."""
    text, found = parse.document.text, set()
    title = _title(parse)
    for block in parse.document.blocks:
        if title is not None and block.span.start >= title.end:
            words = text[title.start : title.end].strip().rstrip(".")
            at = text.find(words, block.span.start, block.span.end)
            if at != -1:
                found.add(at + len(words))
        for stamp in _STAMP.finditer(text, block.span.start, min(block.span.end, block.span.start + _STAMP_WITHIN)):
            found.add(stamp.end())
    return tuple(sorted(found))


def _title(parse: Parse) -> Span | None:
    blocks = parse.document.blocks
    if len(blocks) < 2 or blocks[0].span.end - blocks[0].span.start > TITLE_LONGEST:
        return None
    return blocks[0].span


def headline_quotes(parse: Parse) -> Iterator[Quote]:
    """`Bridge destroyed: ministry`, `Ten dead in raid - police`, also where the mark was lost.

    Without a mark only a lone word for a source at the very end counts (`Ten dead in raid Monitor`).
    """
    title = _title(parse)
    if title is None:
        return
    text = parse.document.text
    words = text[title.start : title.end].strip()
    for block in parse.document.blocks:
        at = text.find(words, block.span.start, block.span.end)
        if at != -1 and (quote := _attributed(Span(at, at + len(words)), words)) is not None:
            yield quote


def _attributed(where: Span, words: str) -> Quote | None:
    byline = _BYLINE.search(words)
    kept = words[: byline.start()] if byline else words
    match = _AFTER.search(kept)
    if match is None or len(kept[: match.start()].split()) < 3:
        return None
    mark, name = match["cue"].strip(), match["source"]
    acronym = re.fullmatch(r"[A-Z]{2,6}", name) and name not in ("NGO", "UN")
    last = kept[: match.start()].split()[-1].lower()
    bare = name in _BARE and last not in _LEADS
    if mark in ("", ",") and (acronym or (not mark and not bare and (" " in name or not name[0].isupper()))):
        return None
    start = where.start + match.start("source")
    cue = where.start + match.start("cue")
    return Quote(
        content=(Span(where.start, cue),),
        source=Span(start, start + len(name)),
        cue=Span(cue, cue + len(match["cue"].rstrip())) if mark else None,
        rule="headline.after",
    )
