"""Whom a short source stands for: `he`, `the sources`, a bare surname, by the speakers before it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.claims.attribution_kinds import folded, source_kind
from dateline.document import Span

_SINGULAR, _PLURAL = frozenset({"he", "she", "him", "her", "his", "who"}), frozenset({"they", "them", "we"})
_NEUTRAL = frozenset({"it", "its"})
_EMPTY = frozenset("the a an of for in at and to this that these those same mr mrs ms dr al who he she his".split())
_PLURAL_WORDS = frozenset("sources officials residents witnesses authorities police rebels militants activists".split())


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
        return before[-1] if before else None
    return _fuller(parse, source, speakers)


def _person(parse: Parse, before: Sequence[Span], source: Span) -> Span | None:
    persons = [s for s in before if not _is_plural(parse, s)]
    nearest = persons[-1] if persons else None
    named = [
        Span(e.start_char, e.end_char)
        for e in parse.doc.ents
        if e.label_ == "PERSON" and (nearest.end if nearest else source.start - 300) < e.start_char < source.start
    ]
    return nearest or (named[-1] if named else None)


def _is_plural(parse: Parse, span: Span) -> bool:
    tokens = parse.tokens_in(span)
    return any(t.tag_ in ("NNS", "NNPS") or t.lower_ in _PLURAL_WORDS for t in tokens[:4])


def _fuller(parse: Parse, source: Span, speakers: Sequence[Span]) -> Span | None:
    """An earlier speaker (else a later one) whose words hold all of this one's and more."""
    mine = set(folded(parse.document.quote(source)).split()) - _EMPTY
    if not mine or len(mine) > 3:
        return None
    best: Span | None = None
    for speaker in speakers:
        if speaker == source:
            continue
        theirs = set(folded(parse.document.quote(speaker)).split()) - _EMPTY
        if mine < theirs and (best is None or speaker.start < source.start):
            best = speaker
    return best


def kind_known(words: str) -> bool:
    """True if the lexicon knows what kind of source these words describe."""
    return source_kind(words) is not None
