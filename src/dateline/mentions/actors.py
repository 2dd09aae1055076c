"""Finds actors: noun phrases that name or describe a body; and the loaded words of a stretch of text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.document import Span
from dateline.lexicon.load import entries
from dateline.lexicon.registry import registry, spelled_out
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_lexicon import items_of, shouts
from dateline.mentions.actors_phrase import Phrase, phrase_of
from dateline.mentions.record import ActorMention, LoadedTerm

if TYPE_CHECKING:
    from spacy.tokens import Span as Chunk

SILENT = frozenset(["unknown", "thing", "pronoun"])
"""Roles that alone are no mention: things belong to somebody, pronouns stand for somebody."""
ACRONYM = re.compile(r"\s?[(\[][A-Z][\w-]{1,11}[)\]]")
SURE, SAID, OPEN = 0.9, 0.6, 0.3
"""Scores: the words name the body; they say its role; they leave it to the document."""


def actors(parse: Parse) -> Iterator[ActorMention]:
    """Every phrase of the document's prose that names or describes a body, in text order."""
    text = parse.document.text
    shouting = shouts(text)
    seen: list[Span] = []
    for span in _candidates(parse, shouting=shouting):
        if any(span.overlaps(s) for s in seen[-3:]):
            continue
        # `coalition` alone may be one of several bodies: which one is decided in `resolve`.
        phrase = phrase_of(text, span, shouting=shouting, keep=lambda _: True)
        if phrase.role in SILENT:
            continue
        seen.append(span)
        yield _mention(text, phrase)


def _mention(text: str, phrase: Phrase) -> ActorMention:
    actor = phrase.decided
    entry = registry().get(actor) if actor else None
    return ActorMention(
        span=phrase.span,
        text=text[phrase.span.start : phrase.span.end],
        head=phrase.head.start,
        actor=actor,
        name=entry.name if entry else spelled_out(actor) if actor else None,
        score=SURE if actor and phrase.actors else SAID if actor else OPEN,
        rule=f"actor.{phrase.role}",
    )


def _candidates(parse: Parse, *, shouting: bool) -> list[Span]:
    """Noun phrases with the names that they cut whole, and the names that none holds, in text order."""
    text = parse.document.text
    chunks = sorted(_trimmed(parse, chunk) for chunk in parse.doc.noun_chunks if _spoken(parse, chunk))
    names: list[Span] = []
    listed = words_in(text, 0, len(text))
    for item in items_of(text, shouting=shouting):
        if item.kind == "country" or (item.kind == "role" and item.values[0] in ("person", "thing")):
            continue
        span = Span(listed[item.first].start, listed[item.last - 1].end)
        near = _overlapping(chunks, span)
        if any(chunk.covers(span) for chunk in near) or (near and item.kind == "role"):
            continue
        inside = parse.tokens_in(span)
        if inside and parse.sentence_of(inside[0].i) is not None:
            names.append(
                Span(min([span.start, *(c.start for c in near)]), max([span.end, *(c.end for c in near)]))
            )
    names.sort()
    return sorted([*(c for c in chunks if not _overlapping(names, c)), *names])


def _overlapping(spans: Sequence[Span], span: Span) -> list[Span]:
    """Those of `spans`, which are sorted and apart, that share a character with `span`."""
    last = bisect_left(spans, span.end, key=itemgetter(0))
    return list(takewhile(span.overlaps, reversed(spans[:last])))


def _spoken(parse: Parse, chunk: Chunk) -> bool:
    root = parse.root_of(chunk.start, chunk.end)
    return parse.sentence_of(chunk.start) is not None and parse.deps[root.i] != "npadvmod"


def _trimmed(parse: Parse, chunk: Chunk) -> Span:
    """The chunk without white space around it; an acronym in brackets after it belongs to it."""
    span = parse.span_of(chunk.start, chunk.end)
    text = parse.document.text
    more = ACRONYM.match(text, span.end, span.end + 16)
    end = more.end() if more else span.end
    raw = text[span.start : end]
    return Span(span.start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip())))


@lru_cache(maxsize=1)
def _loaded() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(e["pattern"] for e in entries("loaded")) + r")\b", re.IGNORECASE)


def loaded_terms(parse: Parse, span: Span) -> tuple[LoadedTerm, ...]:
    """Words in `span` that take a side (`terrorists`, `liberated`), in order."""
    return _terms(parse.document.text, span)


@lru_cache(maxsize=8)
def _terms(text: str, span: Span) -> tuple[LoadedTerm, ...]:
    # Asked for every event of a sentence, one after the other.
    return tuple(
        LoadedTerm(text=m.group(), span=Span(*m.span()))
        for m in _loaded().finditer(text, span.start, span.end)
    )
