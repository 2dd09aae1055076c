"""A quotation in token indices, as a finder hands it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.mentions.quotes_cues import Cue
from dateline.mentions.quotes_spans import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation in token indices, before marks are joined to it."""

    rule: str
    cue: Tokens
    source: Tokens | None
    content: tuple[Tokens, ...]
    side: str
    """Where the content stands from the cue: `left`, `right`, `around` or `object`."""


def cue_span(verb: Token, cue: Cue) -> Tokens:
    """The verb with its auxiliaries, negation, adverbs between, particle and governing preposition."""
    last = verb.i + 1
    for child in verb.rights:
        led = child.dep_ == "prep" and child.lower_ in cue.prep
        if child.i == last and (child.dep_ == "prt" or led or child.lower_ in cue.needs):
            last = child.i + 1
    return cue_start(verb), _medium_end(verb, last) if cue.stance == "speech" else last


def _medium_end(verb: Token, last: int) -> int:
    """The end of a cue that goes on with where it was said: `said in a statement`, `told in an interview`."""
    preposition = next((c for c in verb.rights if c.i == last and c.lower_ in ("in", "during")), None)
    media = mapping("roles")["telling_media"]
    named = preposition.children if preposition is not None else ()
    return next((c.i + 1 for c in named if c.dep_ == "pobj" and c.lemma_.lower() in media), last)


def cue_start(verb: Token) -> int:
    """Where the words of a verb start: its auxiliaries, and the verbs it hangs on (`declined to say`)."""
    doc = verb.doc
    top = verb
    while top.dep_ == "xcomp" and top.head.pos_ in ("VERB", "AUX", "ADJ") and 0 < top.i - top.head.i <= 4:
        top = top.head
    first = top.i
    while (
        first > 0
        and doc[first - 1].head == top
        and doc[first - 1].dep_ in ("aux", "auxpass", "neg", "advmod")
    ):
        first -= 1
    while first < top.i and doc[first].tag_ in ("WRB", "IN"):
        first += 1
    return first


def minus(span: Tokens, holes: list[Tokens]) -> list[Tokens]:
    """What is left of a stretch without the holes, in order."""
    left = [span]
    for a, b in holes:
        left = [
            piece
            for s, e in left
            for piece in ([(s, e)] if b <= s or a >= e else [(s, min(a, e)), (max(b, s), e)])
            if piece[0] < piece[1]
        ]
    return left


def trimmed(parse: Parse, tokens: Tokens) -> Span | None:
    """Characters of tokens without the commas, dashes and spaces at either end."""
    doc = parse.tokens
    first, last = tokens
    while first < last and (
        doc[first].is_space or doc[first].text in (",", ";", ":", "--", "-", "_", "–", "—", ")")
    ):
        first += 1
    while last > first and (
        doc[last - 1].is_space or doc[last - 1].text in (",", ".", ";", "--", "-", "_", "–", "—", "(")
    ):
        last -= 1
    if first == last:
        return None
    return parse.span_of(first, last)
