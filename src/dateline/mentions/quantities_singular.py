"""One and none said without a number: `a woman`, `another soldier`, `a fifth victim`, `no casualties`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from dateline.annotate import Parse, Sentence
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.mentions.numbers_words import alternatives, words
from dateline.mentions.quantities_nouns import Counted, counted, is_singular
from dateline.mentions.record import Quantity

_ARTICLE = re.compile(
    r"\b(?:(?P<another>another)|an?(?P<nth>\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))?)\s+(?P<age>\d+[\s-]years?[\s-]old\s+)?(?=[a-z\"'“])"
)
_NONE = re.compile(
    rf"\b(?:{alternatives(words().absent)}|(?P<any>(?:not|n't|nor|without|never|deny|denied|denies)\b[^.;:!?]{{0,40}}?\bany))\s+(?=[a-z])"
)
_NOBODY = re.compile(rf"\b(?:{alternatives(words().nobody)})\b(?!'s)")
_NOT_COUNTED = frozenset({"measure.other"})


def singular_counts(parse: Parse, sentence: Sentence, folded: str) -> list[Quantity]:
    """`a woman`, `a Libyan`: 1, for nouns of the measures lexicon and for peoples.

    The rule is `singular.indefinite`, `singular.another` or `singular.ordinal`.
    """
    made = []
    for m in _ARTICLE.finditer(folded, sentence.span.start, sentence.span.end):
        noun = _noun(parse, m.end())
        if noun is None or noun.entry is None:
            noun = _native(parse, m.end())
        if noun is None or not _counts_one(parse, noun):
            continue
        kind = "another" if m["another"] else "ordinal" if m["nth"] else "indefinite"
        what = noun.entry.id if noun.entry else "people"
        made.append(_count(parse, m.end() if m["age"] else m.start(), noun, 1, f"singular.{kind}+{what}"))
    return made


def _counts_one(parse: Parse, noun: Counted) -> bool:
    if noun.entry is None:
        return True
    return noun.entry.id not in _NOT_COUNTED and is_singular(parse.doc[noun.head].lower_)


@lru_cache(maxsize=1)
def _natives() -> frozenset[str]:
    """What one of a people is called, in lower case: `spaniard`, `libyan`."""
    countries = mapping("demonyms").values()
    plain = {word for country in countries for word in country.get("adjectives", ())}
    people = {word.removesuffix("s") for country in countries for word in country.get("people", ())}
    return frozenset(word.lower() for word in plain | people)


def _native(parse: Parse, start: int) -> Counted | None:
    """`a Libyan` with no noun after it."""
    at = _token_at(parse, start)
    if at is None or parse.doc[at].lower_ not in _natives():
        return None
    following = parse.doc[at + 1] if at + 1 < len(parse.doc) else None
    if following is not None and (following.pos_ in ("NOUN", "PROPN", "ADJ") or following.text == "-"):
        return None
    return Counted(at, at + 1, at, None)


def none_counts(parse: Parse, sentence: Sentence, folded: str) -> list[Quantity]:
    """`no casualties`, `nobody`: 0."""
    made = []
    for m in _NONE.finditer(folded, sentence.span.start, sentence.span.end):
        noun = _noun(parse, m.end())
        start = m.end("any") - 3 if m["any"] else m.start()
        while noun is not None and noun.entry is not None:
            made.append(_count(parse, start, noun, 0, f"none.no+{noun.entry.id}"))
            start = _joined(parse, noun)
            noun = _noun(parse, start)
    for m in _NOBODY.finditer(folded, sentence.span.start, sentence.span.end):
        span = Span(*m.span())
        quote = parse.document.quote(span)
        made.append(Quantity(span=span, text=quote, low=0, high=0, bound="exact", rule="none.no"))
    return made


def _joined(parse: Parse, noun: Counted) -> int:
    """Where the noun begins that is joined to another with `or`: `no deaths or injuries`; else -1."""
    doc, at = parse.doc, noun.last
    if at + 1 < len(doc) and doc[at].lower_ in ("or", "nor"):
        return int(doc[at + 1].idx)
    return -1


def _token_at(parse: Parse, start: int) -> int | None:
    token = bisect_left(parse.doc, start, key=lambda t: t.idx)
    return token if token < len(parse.doc) and parse.doc[token].idx == start else None


def _noun(parse: Parse, start: int) -> Counted | None:
    token = _token_at(parse, start)
    return None if token is None else counted(parse, token, partitive=False)


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
