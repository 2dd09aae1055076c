"""Sentences as quotations need them: whole, and without the headline that ran into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotate import Parse, Sentence
from dateline.document import Span

_ENDED = re.compile(r"[.!?…\]][\"'”’)\]]*\s*$|[\"”]\s*$")


def whole_sentences(parse: Parse, starts: Sequence[int]) -> Iterator[Sentence]:
    """The parser's sentences, those it broke without a full stop joined again, headlines cut off."""
    text = parse.document.text
    run: Sentence | None = None
    for sentence in _cut(parse, starts):
        if (
            run is not None
            and run.block == sentence.block
            and sentence.span.start not in starts
            and not _ENDED.search(text, run.span.start, run.span.end)
        ):
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
                after = next(
                    (t.i for t in parse.tokens[first : sentence.last] if t.idx >= start and not t.is_space),
                    None,
                )
                if after is not None and after > first:
                    yield replace(
                        sentence,
                        first=first,
                        last=after,
                        span=parse.span_of(first, after),
                        block=-1 - sentence.block,
                    )
                    first = after
        if first == sentence.first:
            yield sentence
        else:
            yield replace(sentence, first=first, span=Span(parse.starts[first], sentence.span.end))
