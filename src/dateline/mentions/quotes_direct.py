"""Quotations and the marked stretches they touch: taken in whole, continued, or left without a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.annotate import Parse
from dateline.document import Span
from dateline.mentions.record import Quote

NEAR_WORDS = 14
"""Words between a marked stretch and a cue that may still be its own (a title and a long name)."""
SCARE_WORDS = 4
"""A quoted stretch of fewer words that no cue governs is a title or a distancing mark, not speech."""


def joined(parse: Parse, made: Sequence[Quote], marked: Sequence[Span]) -> Iterator[Quote]:
    """Quotes with the marked stretches they touch taken in whole, also where they run on."""
    text = parse.document.text
    for quote in made:
        touched = [s for s in marked if _touches(text, quote, s)]
        content = merged([*quote.content, *touched])
        content = tuple(p for c in content for p in without(c, (quote.cue, quote.source)))
        direct = any(s.overlaps(c) for s in touched for c in quote.content)
        yield Quote(content=content, source=quote.source, cue=quote.cue, direct=direct, rule=quote.rule)


def _touches(text: str, quote: Quote, stretch: Span) -> bool:
    """The stretch holds part of the content and not the cue: speech by this cue, not around it."""
    if quote.cue is not None and stretch.covers(quote.cue):
        return False
    return any(
        stretch.overlaps(c) and len(text[stretch.start : stretch.end].split()) > 1 for c in quote.content
    )


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def without(span: Span, holes: Sequence[Span | None]) -> list[Span]:
    """What is left of a span around the holes."""
    left = [span]
    for hole in holes:
        if hole is not None:
            cut = []
            for s in left:
                if s.overlaps(hole):
                    cut += [Span(s.start, hole.start), Span(hole.end, s.end)]
                else:
                    cut.append(s)
            left = [s for s in cut if s.end - s.start > 1]
    return left


_CARRIES_ON = (
    "say",
    "tell",
    "report.",
    "deny",
    "warn",
    "according",
    "ask",
    "quote",
    "read",
    "marks.continued",
)


def unclaimed(parse: Parse, made: Sequence[Quote], marked: Sequence[Span]) -> Iterator[Quote]:
    """Marked stretches no cue took: they go on the last speech before them, or stand alone."""
    text = parse.document.text
    taken = [c for q in made for c in q.content]
    speech = [
        q for q in made if q.cue is not None and q.rule.startswith(_CARRIES_ON) and not _of_self(text, q)
    ]
    for stretch in marked:
        words = len(text[stretch.start : stretch.end].split())
        if words < SCARE_WORDS or any(c.start <= stretch.start + 1 < c.end for c in taken):
            continue
        if (led := _leads_to(text, stretch, speech)) is not None:
            yield Quote(content=(stretch,), source=led.source, cue=led.cue, direct=True, rule="marks.before")
            continue
        before = [q for q in speech if q.cue is not None and q.cue.start < stretch.start]
        last = max(before, key=lambda q: q.cue.start if q.cue else 0, default=None)
        near = last is not None and not _sentences_between(parse, last, stretch)
        if near and last is not None:
            yield Quote(
                content=(stretch,), source=last.source, cue=last.cue, direct=True, rule="marks.continued"
            )
        else:
            yield Quote(content=(stretch,), direct=True, rule="marks.alone")


_SIGNED = re.compile(r"\s*(?P<dash>[―—])\s*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})")


def signed(parse: Parse, marked: Sequence[Span]) -> Iterator[Quote]:
    """`"..." ― Ada Okoro`: a marked stretch with its speaker's name behind a long dash."""
    for stretch in marked:
        match = _SIGNED.match(parse.document.text, stretch.end)
        if match is not None:
            yield Quote(
                content=(stretch,),
                source=Span(*match.span("name")),
                cue=Span(*match.span("dash")),
                direct=True,
                rule="marks.signed",
            )


def _leads_to(text: str, span: Span, speech: Sequence[Quote]) -> Quote | None:
    """The cue that follows the stretch in its own sentence: `"..." the mayor of the port said`."""
    after = [q for q in speech if q.cue is not None and q.cue.start >= span.end]
    first = min(after, key=lambda q: q.cue.start if q.cue else 0, default=None)
    if first is None or first.cue is None or first.source is None:
        return None
    if first.source.overlaps(span):
        # `"the army" said the`: nobody is quoted by words inside the marks.
        return None
    gap = text[span.end : first.cue.start]
    ended = any(mark in gap for mark in (". ", "! ", "? ", "\n"))
    return None if ended or len(gap.split()) > NEAR_WORDS or text[span.end - 2] in ".!?" else first


def _of_self(text: str, quote: Quote) -> bool:
    """`we must confirm` inside a quotation: the words of whoever is quoted, not a new speaker."""
    return quote.source is not None and text[quote.source.start : quote.source.end].lower() in (
        "i",
        "we",
        "you",
    )


def _sentences_between(parse: Parse, quote: Quote, span: Span) -> bool:
    end = max(
        [c.end for c in quote.content if c.end <= span.start]
        + [s.end for s in (quote.cue, quote.source) if s and s.end <= span.start],
        default=0,
    )
    gap = parse.document.text[end : span.start]
    return len(gap.split()) > NEAR_WORDS
