"""Reported speech: whose words, by which cue, over which stretches of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.annotate import Parse, Sentence
from dateline.document import Span
from dateline.mentions.quotes_headlines import boundaries, headline_quotes
from dateline.mentions.quotes_marks import Stretch, stretches
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_phrases import phrase_quotes
from dateline.mentions.quotes_speakers import speaker
from dateline.mentions.quotes_spans import Tokens
from dateline.mentions.quotes_transcripts import transcript_quotes
from dateline.mentions.quotes_verbs import Found, verb_quotes
from dateline.mentions.record import Quote

_OWN_MARK = re.compile(r"\s*[\"“„«`‘']")
_ENDED = re.compile(r"[.!?…:;\]][\"'”’)\]]*\s*$|[\"”]\s*$")
_CLOSING = re.compile(r"\s*(?:notes? to editors|notes?:|further information|background|media enquiries|ends\b)", re.I)
SCARE_WORDS = 4
"""A quoted stretch of fewer words that no cue governs is a title or a distancing mark, not speech."""


def quotes(parse: Parse) -> Iterator[Quote]:
    """Every quotation of the document in text order of its content, nested ones too.

    `"The bridge is ours," Colonel Amin said.` gives content `"The bridge is ours,"`, source
    `Colonel Amin`, cue `said`, direct. Rules begin with the lexicon id of their cue (`say.right`).
    """
    marked = stretches(parse)
    made: list[Quote] = []
    starts = boundaries(parse)
    for sentence in whole_sentences(parse, starts):
        for finder in (verb_quotes, phrase_quotes):
            made.extend(_quote(parse, found) for found in finder(parse, sentence))
    made = [q for q in (_after_headline(q, starts) for q in made) if q.content]
    made = [q for q in _joined(parse, made, marked) if q.content]
    made.extend(statements(parse))
    made.extend(headline_quotes(parse))
    made.extend(transcript_quotes(parse))
    made.extend(_unclaimed(parse, made, marked))
    yield from sorted(set(made), key=lambda q: (q.content[0], q.cue or q.content[0], q.rule))


def whole_sentences(parse: Parse, starts: Sequence[int]) -> Iterator[Sentence]:
    """The parser's sentences, those it broke without a full stop joined again, headlines cut off."""
    text = parse.document.text
    run: Sentence | None = None
    for sentence in _cut(parse, starts):
        if run is not None and run.block == sentence.block and not _ENDED.search(text, run.span.start, run.span.end):
            run = replace(run, span=Span(run.span.start, sentence.span.end), last=sentence.last)
        else:
            if run is not None:
                yield run
            run = sentence
    if run is not None:
        yield run


def _cut(parse: Parse, starts: Sequence[int]) -> Iterator[Sentence]:
    """Sentences split where a headline or by-line runs into them; the part before is marked by its block."""
    for sentence in parse.sentences:
        first = sentence.first
        for start in starts:
            if sentence.span.start < start < sentence.span.end:
                after = next((t.i for t in parse.doc[first : sentence.last] if t.idx >= start and not t.is_space), None)
                if after is not None and after > first:
                    yield replace(sentence, first=first, last=after, span=parse.span_of(first, after), block=-1 - sentence.block)
                    first = after
        yield replace(sentence, first=first, span=Span(parse.doc[first].idx, sentence.span.end))


def _quote(parse: Parse, found: Found) -> Quote:
    content = tuple(s for piece in found.content if (s := _trimmed(parse, piece)) is not None)
    source = None if found.source is None else _trimmed(parse, found.source)
    return Quote(content=content, source=source, cue=_trimmed(parse, found.cue), rule=found.rule)


def _after_headline(quote: Quote, starts: Sequence[int]) -> Quote:
    """The quotation without the headline and by-line its sentence was run into."""
    if quote.rule.startswith("headline") or not starts:
        return quote
    kept = []
    for span in quote.content:
        inside = [s for s in starts if span.start < s < span.end and not (quote.cue and quote.cue.start < s)]
        first = max(inside, default=span.start)
        kept.append(Span(first, span.end))
    source = quote.source
    if source is not None:
        first = max((s for s in starts if source.start < s < source.end), default=source.start)
        source = Span(first + (first != source.start), source.end)
    return replace(quote, content=tuple(kept), source=source)


def statements(parse: Parse) -> Iterator[Quote]:
    """A statement given in full: `The minister said:`, then paragraphs of it without marks."""
    text, blocks = parse.document.text, parse.document.blocks
    for sentence in parse.sentences:
        index = sentence.block
        last = text[sentence.span.start : blocks[index].span.end].rstrip()
        if not last.endswith(":") or index + 1 >= len(blocks) or _OWN_MARK.match(text, blocks[index + 1].span.start):
            continue
        cues = [t for t in parse.doc[sentence.first : sentence.last] if verb_cues(t) and verb_cues(t)[0].stance == "speech"]
        if not cues:
            continue
        body = list(takewhile(lambda b: not _CLOSING.match(text, b.span.start), blocks[index + 1 :]))
        source = speaker(cues[-1], low=sentence.first, high=sentence.last)
        if body and source is not None:
            yield Quote(
                content=(Span(body[0].span.start, body[-1].span.end),),
                source=_trimmed(parse, source),
                cue=_trimmed(parse, (cues[-1].i, cues[-1].i + 1)),
                direct=True,
                rule="say.statement",
            )


def _trimmed(parse: Parse, tokens: Tokens) -> Span | None:
    """Characters of tokens without the commas, dashes and spaces at either end."""
    doc = parse.doc
    first, last = tokens
    while first < last and (doc[first].is_space or doc[first].text in (",", ";", ":", "--", "-", "_", "–", "—", ")")):
        first += 1
    while last > first and (doc[last - 1].is_space or doc[last - 1].text in (",", ".", ";", "--", "-", "_", "–", "—", "(")):
        last -= 1
    if first == last:
        return None
    return parse.span_of(first, last)


def _joined(parse: Parse, made: Sequence[Quote], marked: Sequence[Stretch]) -> Iterator[Quote]:
    """Quotes with the marked stretches they touch taken in whole, also where they run on."""
    text = parse.document.text
    for quote in made:
        touched = [s for s in marked if _touches(text, quote, s)]
        spans = [Span(*s.span) for s in touched]
        content = _merge([*quote.content, *spans])
        content = tuple(p for c in content for p in _without(c, (quote.cue, quote.source)))
        direct = any(s.overlaps(c) for s in spans for c in quote.content)
        yield Quote(content=content, source=quote.source, cue=quote.cue, direct=direct, rule=quote.rule)


def _touches(text: str, quote: Quote, stretch: Stretch) -> bool:
    """The stretch holds part of the content and not the cue: speech by this cue, not around it."""
    if quote.cue is not None and stretch.span.covers(quote.cue):
        return False
    return any(stretch.span.overlaps(c) and len(text[stretch.span.start : stretch.span.end].split()) > 1 for c in quote.content)


def _merge(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _without(span: Span, holes: Sequence[Span | None]) -> list[Span]:
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


_CARRIES_ON = ("say", "tell", "report.", "deny", "warn", "according", "ask", "quote", "marks.continued")


def _unclaimed(parse: Parse, made: Sequence[Quote], marked: Sequence[Stretch]) -> Iterator[Quote]:
    """Marked stretches no cue took: they go on the last speech before them, or stand alone."""
    text = parse.document.text
    taken = [c for q in made for c in q.content]
    speech = [q for q in made if q.cue is not None and q.rule.startswith(_CARRIES_ON) and not _of_self(text, q)]
    for stretch in marked:
        words = len(text[stretch.span.start : stretch.span.end].split())
        if words < SCARE_WORDS or any(c.start <= stretch.span.start + 1 < c.end for c in taken):
            continue
        before = [q for q in speech if q.cue is not None and q.cue.start < stretch.span.start]
        last = max(before, key=lambda q: q.cue.start if q.cue else 0, default=None)
        near = last is not None and not _sentences_between(parse, last, stretch.span)
        if near and last is not None:
            yield Quote(content=(stretch.span,), source=last.source, cue=last.cue, direct=True, rule="marks.continued")
        else:
            yield Quote(content=(stretch.span,), direct=True, rule="marks.alone")


def _of_self(text: str, quote: Quote) -> bool:
    """`we must confirm` inside a quotation: the words of whoever is quoted, not a new speaker."""
    return quote.source is not None and text[quote.source.start : quote.source.end].lower() in ("i", "we", "you")


def _sentences_between(parse: Parse, quote: Quote, span: Span) -> bool:
    end = max([c.end for c in quote.content if c.end <= span.start] + [s.end for s in (quote.cue, quote.source) if s and s.end <= span.start], default=0)
    gap = parse.document.text[end : span.start]
    return len(gap.split()) > 12
