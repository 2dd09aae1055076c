"""Whom a short source stands for: `he`, `the sources`, a bare surname, by the speakers before it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.claims.attribution_fuller import fuller
from dateline.claims.attribution_kinds import folded
from dateline.claims.attribution_nature import is_body, is_named, is_no_man, is_person, is_plural, is_text
from dateline.document import Span
from dateline.mentions.quotes_spans import phrase

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "who"})
_PLURAL = frozenset({"they", "them", "their", "we"})
_NEUTRAL = frozenset({"it", "its"})


def is_pronoun(words: str) -> bool:
    """True for a source that names nobody by itself (`He`, `they`)."""
    return folded(words) in _SINGULAR | _PLURAL | _NEUTRAL | {"i", "some", "others", "one", "both"}


def antecedent(parse: Parse, source: Span, speakers: Sequence[Span]) -> Span | None:
    """The fuller words of whoever `source` stands for, or None if `source` stands for itself.

    `speakers` are the sources of the document's quotations in text order.
    """
    words = folded(parse.document.quote(source))
    before = [s for s in speakers if s.end <= source.start and not is_pronoun(parse.document.quote(s))]
    if words in _SINGULAR:
        return _person(parse, before, source)
    if words in _PLURAL:
        before = [s for s in before if not is_text(parse, s)]
        plural = [s for s in before if is_plural(parse, s)]
        return plural[-1] if plural else (before[-1] if before else None)
    if words in _NEUTRAL:
        bodies = [s for s in before if is_body(parse, s)] or [s for s in before if not is_person(parse, s)]
        told = _subject_before(parse, source)
        if told is not None and is_body(parse, told) and not (bodies and bodies[-1].end > told.start):
            return told
        return bodies[-1] if bodies else None
    return fuller(parse, source, speakers)


def _person(parse: Parse, before: Sequence[Span], source: Span) -> Span | None:
    single = [s for s in before if not (is_plural(parse, s) or is_body(parse, s) or is_no_man(parse, s))]
    persons = (
        [s for s in single if is_person(parse, s)] or [s for s in single if is_named(parse, s)] or single
    )
    nearest = persons[-1] if persons else None
    named = [
        Span(e.start_char, e.end_char)
        for e in parse.doc.ents
        if e.label_ == "PERSON"
        and not e.text.islower()
        and (nearest.end if nearest else source.start - 300) < e.start_char < source.start
    ]
    subject = _subject_before(parse, source)
    known = subject is not None and is_person(parse, subject) and not is_plural(parse, subject)
    if subject is not None and known and (nearest is None or nearest.end <= subject.start):
        return subject
    return nearest or (named[-1] if named else None)


def _subject_before(parse: Parse, source: Span) -> Span | None:
    """The subject of the sentence before in its paragraph: `The mayor fled. He said ...`"""
    tokens = parse.tokens_in(source)
    here = parse.sentence_of(tokens[0].i) if tokens else None
    told = next((s for s in parse.sentences if here is not None and s.last == here.first), None)
    if here is None or told is None or told.block != here.block:
        return None
    root = parse.root_of(told.first, told.last)
    head = next((c for c in root.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if head is None or head.pos_ == "PRON":
        return None
    return parse.span_of(*phrase(head, low=told.first, high=root.i))
