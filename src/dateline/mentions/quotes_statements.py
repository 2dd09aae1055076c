"""Statements given in paragraphs of their own: `The minister said:`, and then what he said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.document import Span
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_found import trimmed
from dateline.mentions.quotes_speakers import speaker
from dateline.mentions.quotes_subjects import speaks
from dateline.mentions.record import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN_MARK = re.compile(r"\s*[\"“„«`‘']")
_LEADS = re.compile(r"\bas follows\W*\Z", re.I)
_CLOSING = re.compile(
    r"\s*(?:notes? to editors|notes?:|further information|background|media enquiries|ends\b)", re.I
)


def statements(parse: Parse) -> Iterator[Quote]:
    """A statement given in full: `The minister said:`, then paragraphs of it, all marked or none."""
    text, blocks = parse.document.text, parse.document.blocks
    for sentence in parse.sentences:
        index = sentence.block
        last = text[sentence.span.start : blocks[index].span.end].rstrip()
        if not (
            last.endswith(":") or ("follows" in last.lower() and _LEADS.search(last))
        ) or index + 1 >= len(blocks):
            continue
        marked = _OWN_MARK.match(text, blocks[index + 1].span.start) is not None
        cues = [
            t
            for t in parse.tokens[sentence.first : sentence.last]
            if verb_cues(t) and verb_cues(t)[0].stance == "speech"
        ]
        if not cues or (marked and _tells_more(parse.tokens[cues[-1].i + 1 : sentence.last])):
            continue
        body = list(_goes_on(text, [b.span for b in blocks[index + 1 :]], marked=marked))
        source = speaker(cues[-1], low=sentence.first, high=sentence.last)
        if body and source is not None and any(speaks(t) for t in parse.tokens[source[0] : source[1]]):
            yield Quote(
                content=(Span(body[0].start, body[-1].end),),
                source=trimmed(parse, source),
                cue=trimmed(parse, (cues[-1].i, cues[-1].i + 1)),
                direct=True,
                rule="say.statement",
            )


def _goes_on(text: str, paragraphs: Sequence[Span], *, marked: bool) -> Iterator[Span]:
    """The paragraphs of the statement: those in marks, or those up to a note to editors."""
    if marked:
        return takewhile(lambda span: _OWN_MARK.match(text, span.start) is not None, paragraphs)
    return takewhile(lambda span: _CLOSING.match(text, span.start) is None, paragraphs)


def _tells_more(words: Sequence[Token]) -> bool:
    """Another act behind the reporting verb: `disputes the way the radio tells it:` is none of her words."""
    return any(t.tag_.startswith("VB") for t in words)
