"""A coding as rows of the ledger's tables."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from dateline.claims.codec import full, line
from dateline.claims.record import Claim
from dateline.document import Block, Document, Span
from dateline.ledger.record import Coding, given
from dateline.mentions.record import Mention, Mentions, Quote

Row = tuple[Any, ...]

_HALF = re.compile("[\ud800-\udfff]")


def document_row(document: Document) -> Row:
    """The row of `documents`."""
    structure = {
        "dateline": document.dateline,
        "stated": document.stated.isoformat() if document.stated else None,
        "notes": document.notes,
        "blocks": [[block.kind, block.span, block.heading] for block in document.blocks],
        "whole": document.sha256 is None,
    }
    return (
        document.id,
        given(document),
        storable(document.name),
        document.title and storable(document.title),
        document.outlet and storable(document.outlet),
        document.published,
        document.published_by,
        document.url and storable(document.url),
        document.language,
        len(document.text),
        document.text,
        json.dumps(structure),
    )


def storable(text: str) -> str:
    """`text` with halves of characters, which DuckDB cannot hold, shown as U+FFFD.

    They come from file names in another encoding; a document whose text has one is refused instead,
    since its offsets and its identity belong to the text as it is.
    """
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def document_of(row: Row) -> Document:
    """The document of a row of `documents`: equal to the one that was stored."""
    id, _, name, title, outlet, published, published_by, url, language, _, text, structure = row
    parts = json.loads(structure)
    return Document(
        name=name,
        text=text,
        title=title,
        outlet=outlet,
        published=published,
        published_by=published_by,
        dateline=None if parts["dateline"] is None else Span(*parts["dateline"]),
        stated=dt.date.fromisoformat(parts["stated"]) if parts["stated"] else None,
        url=url,
        language=language,
        notes=tuple(parts["notes"]),
        sha256=None if parts.get("whole", True) else id,
        blocks=tuple(
            Block(kind=kind, span=Span(*span), heading=heading) for kind, span, heading in parts["blocks"]
        ),
    )


def claim_rows(coding: int, claims: tuple[Claim, ...]) -> Iterator[Row]:
    """Rows of `claims`, in the order of the text."""
    for ordinal, claim in enumerate(claims):
        time = claim.time
        yield (
            coding,
            claim.document,
            ordinal,
            claim.id,
            claim.sentence,
            claim.span.start,
            claim.span.end,
            claim.trigger,
            claim.action,
            claim.status,
            time.start if time else None,
            time.end if time else None,
            time.precision if time else None,
            claim.attribution[-1].kind if claim.attribution else "own_voice",
            claim.confidence,
            claim.rule,
            line(full(claim)),
        )


def place_rows(coding: int, claims: tuple[Claim, ...]) -> Iterator[Row]:
    """Rows of `places`."""
    for claim in claims:
        for ordinal, place in enumerate(claim.places):
            yield (
                coding,
                claim.id,
                ordinal,
                place.role,
                place.text,
                *place.span,
                place.inherited,
                place.gazetteer,
                place.name,
                place.country,
                place.admin1,
                place.lat,
                place.lon,
                place.precision,
                place.score,
            )


def actor_rows(coding: int, claims: tuple[Claim, ...]) -> Iterator[Row]:
    """Rows of `actors`: a claim's agents, its targets, and who says so."""
    for claim in claims:
        for role, parties in (("agent", claim.agents), ("target", claim.targets)):
            for ordinal, party in enumerate(parties):
                words = (party.text, *party.span)
                yield (coding, claim.id, ordinal, role, *words, party.actor, party.name, party.kind, None)
        for ordinal, source in enumerate(claim.attribution):
            words = (source.text, *(source.span or (None, None)))
            yield (coding, claim.id, ordinal, "source", *words, source.actor, None, source.kind, source.side)


def mention_rows(coding: int, document: Document, mentions: Mentions) -> Iterator[Row]:
    """Rows of `mentions`; a quote's characters run from its first word to its last."""
    kinds: dict[str, tuple[Mention, ...]] = {
        "quantity": mentions.quantities,
        "time": mentions.times,
        "place": mentions.places,
        "actor": mentions.actors,
        "quote": mentions.quotes,
    }
    for kind, found in kinds.items():
        for ordinal, mention in enumerate(found):
            span = _extent(mention) if isinstance(mention, Quote) else mention.span
            record = json.dumps(dataclasses.asdict(mention), default=str, ensure_ascii=True)
            yield (coding, kind, ordinal, *span, document.quote(span), record)


def _extent(quote: Quote) -> Span:
    spans = [*quote.content, *(span for span in (quote.source, quote.cue) if span is not None)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def rows(coding_id: int, coding: Coding) -> dict[str, list[Row]]:
    """Rows to insert by table, `documents` and `codings` apart."""
    return {
        "claims": list(claim_rows(coding_id, coding.claims)),
        "places": list(place_rows(coding_id, coding.claims)),
        "actors": list(actor_rows(coding_id, coding.claims)),
        "mentions": list(mention_rows(coding_id, coding.document, coding.mentions)),
    }
