"""Whom a short source stands for: `he`, `the sources`, a bare surname, by the speakers before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.attribution_kinds import folded, source_kind
from dateline.document import Span
from dateline.lexicon.registry import names_body
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.quotes_spans import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "who"})
_PLURAL = frozenset({"they", "them", "their", "we"})
_NEUTRAL = frozenset({"it", "its"})
_EMPTY = frozenset(
    "the a an of for in at and to this that these those same mr mrs ms dr al who he she his".split()
)


_ANEW = frozenset("a an another other some several many two three".split())


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
        plural = [s for s in before if _is_plural(parse, s)]
        return plural[-1] if plural else (before[-1] if before else None)
    if words in _NEUTRAL:
        bodies = [s for s in before if _is_body(parse, s)] or [s for s in before if not _is_person(parse, s)]
        return bodies[-1] if bodies else None
    return _fuller(parse, source, speakers)


def _person(parse: Parse, before: Sequence[Span], source: Span) -> Span | None:
    single = [s for s in before if not _is_plural(parse, s) and not _is_body(parse, s)]
    persons = (
        [s for s in single if _is_person(parse, s)] or [s for s in single if _is_named(parse, s)] or single
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
    if subject is not None and (nearest is None or nearest.end <= subject.start):
        return subject
    return nearest or (named[-1] if named else None)


def _subject_before(parse: Parse, source: Span) -> Span | None:
    """The person who is the subject of the sentence before in its paragraph: `The mayor fled. He said ...`"""
    tokens = parse.tokens_in(source)
    here = parse.sentence_of(tokens[0].i) if tokens else None
    told = next((s for s in parse.sentences if here is not None and s.last == here.first), None)
    if here is None or told is None or told.block != here.block:
        return None
    root = parse.root_of(told.first, told.last)
    head = next((c for c in root.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if head is None or head.pos_ == "PRON":
        return None
    span = parse.span_of(*phrase(head, low=told.first, high=root.i))
    return span if _is_person(parse, span) and not _is_plural(parse, span) else None


def _is_plural(parse: Parse, span: Span) -> bool:
    tokens = parse.tokens_in(span)
    return any(t.tag_ in ("NNS", "NNPS") or t.lower_ in words_of("speaking_plurals") for t in tokens[:4])


def _fuller(parse: Parse, source: Span, speakers: Sequence[Span]) -> Span | None:
    """An earlier speaker whose words hold all of this one's and more; for a name, else a later one."""
    mine = _stems(parse, source)
    if not mine or len(mine) > 3 or _is_new(parse, source):
        return None
    named = any(t.pos_ == "PROPN" for t in parse.tokens_in(source))
    whole = names_body(parse.document.quote(source))
    best: Span | None = None
    for speaker in speakers:
        earlier = speaker.start < source.start
        if (
            not speaker.overlaps(source)
            and not _is_pair(parse, speaker)
            and _agree(parse, source, speaker)
            and mine < _stems(parse, speaker)
            and mine <= _core(parse, speaker)
            and (earlier or (named and best is None and not whole))
        ):
            best = speaker
    return best


def _is_new(parse: Parse, source: Span) -> bool:
    """Somebody told of for the first time: `a clerk`, `another resident`, `some officers`."""
    first = next((t for t in parse.tokens_in(source) if not t.is_space), None)
    return first is not None and first.lower_ in _ANEW


def _agree(parse: Parse, source: Span, speaker: Span) -> bool:
    """A body is none of its people (`the police`, `police chief Okoro`), nor `nurses` the nurse before."""
    tokens, head = parse.tokens_in(source), _head(parse.tokens_in(speaker))
    if _is_body(parse, source) or names_body(parse.document.quote(source)):
        whole = _is_body(parse, speaker) or names_body(parse.document.quote(speaker))
        return whole or head.lower_ in {t.lower_ for t in tokens}
    bare = not any(t.pos_ in ("DET", "PRON") for t in tokens) and _head(tokens).tag_ == "NNS"
    return not bare or head.tag_ in ("NNS", "NNPS")


def _head(tokens: Sequence[Token]) -> Token:
    """The word that the others hang on."""
    return next((t for t in tokens if t.head not in tokens), tokens[-1])


def _is_pair(parse: Parse, span: Span) -> bool:
    """Two who spoke together, neither of whom is meant where one is named: `the mayor and Omar Faris`."""
    return any(t.tag_ == "CC" and t.dep_ == "cc" for t in parse.tokens_in(span))


def _core(parse: Parse, span: Span) -> frozenset[str]:
    """The words that name the source itself: not whose, of what, or from where it is."""
    words = re.sub(r"\b[\w.-]+['’]s\b|\b(?:of|for) [^,]*", " ", parse.document.quote(span))
    return frozenset(w.strip(',()"').rstrip("s") for w in folded(words).split())


def _stems(parse: Parse, span: Span) -> frozenset[str]:
    """The words of a source that tell it from others, singular: {`field`, `source`}."""
    return _stems_of(parse.document.quote(span))


@lru_cache(maxsize=512)
def _stems_of(words: str) -> frozenset[str]:
    # Every speaker of a report is asked for by every claim.
    return frozenset(w.strip(',()"').rstrip("s") for w in folded(words).split()) - _EMPTY


def _is_named(parse: Parse, span: Span) -> bool:
    """A name, or a word the lexicon knows as a source: not `the escalation of violence`."""
    return source_kind(parse.document.quote(span)) is not None or any(
        t.pos_ == "PROPN" for t in parse.tokens_in(span)
    )


def _is_body(parse: Parse, span: Span) -> bool:
    """An institution, group or text rather than a person: its head word says so."""
    tokens = [t for t in parse.tokens_in(span) if not t.is_space]
    head = next((t for t in tokens if t.head not in tokens), tokens[-1]) if tokens else None
    if head is None or head.lower_ in words_of("speaking_bodies"):
        return head is not None
    words = {t.lower_ for t in tokens}
    if words & words_of("speaking_bodies"):
        return not words & words_of("speaking_titles")
    return head.ent_type_ == "ORG" and not _is_person(parse, span)


def _is_person(parse: Parse, span: Span) -> bool:
    kind = source_kind(parse.document.quote(span))
    if kind is not None and kind[0] == "witness":
        return True
    return any(
        t.ent_type_ == "PERSON" or t.lower_ in words_of("speaking_titles") for t in parse.tokens_in(span)
    )
