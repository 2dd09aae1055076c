"""What a source's words tell of it: a text, a body, a person, several, a country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.attribution_kinds import source_kind
from dateline.document import Span
from dateline.lexicon.gazetteer import country_terms
from dateline.mentions.actors_lexicon import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_text(parse: Parse, span: Span) -> bool:
    """A text or picture, whoever made it: `military records`."""
    return head_of(parse.tokens_in(span)).lower_ in words_of("texts")


def is_no_man(parse: Parse, span: Span) -> bool:
    """A text, a country, a capital for its government: `Tarn said ...`."""
    place = parse.document.quote(span).lower() in country_terms()
    return place or is_text(parse, span) or all(t.ent_type_ == "GPE" for t in parse.tokens_in(span))


def is_plural(parse: Parse, span: Span) -> bool:
    tokens = parse.tokens_in(span)
    return any(t.tag_ in ("NNS", "NNPS") or t.lower_ in words_of("speaking_plurals") for t in tokens[:4])


def head_of(tokens: Sequence[Token]) -> Token:
    """The word that the others hang on."""
    return next((t for t in tokens if t.head not in tokens), tokens[-1])


def is_named(parse: Parse, span: Span) -> bool:
    """A name, or a word the lexicon knows as a source: not `the escalation of violence`."""
    return source_kind(parse.document.quote(span)) is not None or any(
        t.pos_ == "PROPN" for t in parse.tokens_in(span)
    )


def is_body(parse: Parse, span: Span) -> bool:
    """An institution, group or text rather than a person: its head word says so."""
    tokens = [t for t in parse.tokens_in(span) if not t.is_space]
    head = next((t for t in tokens if t.head not in tokens), tokens[-1]) if tokens else None
    if head is None or head.lower_ in words_of("speaking_bodies"):
        return head is not None
    words = {t.lower_ for t in tokens}
    if words & words_of("speaking_bodies"):
        return not words & words_of("speaking_titles")
    return head.ent_type_ == "ORG" and not is_person(parse, span)


def is_person(parse: Parse, span: Span) -> bool:
    kind = source_kind(parse.document.quote(span))
    if kind is not None and kind[0] == "witness":
        return True
    return any(
        t.ent_type_ == "PERSON" or t.lower_ in words_of("speaking_titles") for t in parse.tokens_in(span)
    )
