"""One and none said without a number: `a woman`, `another soldier`, `a fifth victim`, `no casualties`."""

from __future__ import annotations

import re
from bisect import bisect_left

from dateline.annotate import Parse, Sentence
from dateline.document import Span
from dateline.mentions.quantities_nouns import Counted, counted, is_singular
from dateline.mentions.record import Quantity

_ARTICLE = re.compile(
    r"\b(?:(?P<another>another)|an?(?P<nth>\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))?)\s+(?P<age>\d+[\s-]years?[\s-]old\s+)?(?=[a-z\"'“])"
)
_NONE = re.compile(
    r"\b(?:no|zero|(?P<any>(?:not|n't|nor|without|never|deny|denied|denies)\b[^.;:!?]{0,40}?\bany))\s+(?=[a-z])"
)
_NOBODY = re.compile(r"\b(?:nobody|no\s+one|none)\b(?!'s)")
_NOT_COUNTED = frozenset({"measure.other"})


def singular_counts(parse: Parse, sentence: Sentence, folded: str) -> list[Quantity]:
    """`a woman`: 1, for the nouns of the measures lexicon, as `singular.indefinite|another|ordinal`."""
    made = []
    for m in _ARTICLE.finditer(folded, sentence.span.start, sentence.span.end):
        noun = _noun(parse, m.end())
        if noun is None or noun.entry is None or noun.entry.id in _NOT_COUNTED:
            continue
        if not is_singular(parse.doc[noun.head].lower_):
            continue
        kind = "another" if m["another"] else "ordinal" if m["nth"] else "indefinite"
        made.append(
            _count(parse, m.end() if m["age"] else m.start(), noun, 1, f"singular.{kind}+{noun.entry.id}")
        )
    return made


def none_counts(parse: Parse, sentence: Sentence, folded: str) -> list[Quantity]:
    """`no casualties`, `nobody`: 0."""
    made = []
    for m in _NONE.finditer(folded, sentence.span.start, sentence.span.end):
        noun = _noun(parse, m.end())
        if noun is not None and noun.entry is not None:
            start = m.end("any") - 3 if m["any"] else m.start()
            made.append(_count(parse, start, noun, 0, f"none.no+{noun.entry.id}"))
    for m in _NOBODY.finditer(folded, sentence.span.start, sentence.span.end):
        span = Span(*m.span())
        words = parse.document.quote(span)
        made.append(Quantity(span=span, text=words, low=0, high=0, bound="exact", rule="none.no"))
    return made


def _noun(parse: Parse, start: int) -> Counted | None:
    token = bisect_left(parse.doc, start, key=lambda t: t.idx)
    if token >= len(parse.doc) or parse.doc[token].idx != start:
        return None
    return counted(parse, token, partitive=False)


def _count(parse: Parse, start: int, noun: Counted, value: int, rule: str) -> Quantity:
    concept = parse.span_of(noun.first, noun.last)
    span = Span(start, concept.end)
    quote = parse.document.quote
    return Quantity(
        span=span,
        text=quote(span),
        low=value,
        high=value,
        bound="exact",
        concept=quote(concept),
        concept_span=concept,
        measure=noun.entry["measure"] if noun.entry else None,
        rule=rule,
    )
