"""What one stage alone found, as JSON objects: places, times, quantities, quotes, actors."""

from __future__ import annotations

from dateline.claims.codec import Json, whole
from dateline.document import Document, Span
from dateline.mentions.record import ActorMention, Quantity, Quote, Time
from dateline.resolve.places_record import ResolvedPlace


def place(document: Document, mention: ResolvedPlace) -> Json:
    """A place name, resolved or not."""
    return {
        "document": document.name,
        "text": mention.text,
        "span": list(mention.span),
        "kind": "place",
        "gazetteer": mention.gazetteer,
        "name": mention.name,
        "country": mention.country,
        "admin1": mention.admin1,
        "lat": mention.lat,
        "lon": mention.lon,
        "score": mention.score,
    }


def time(document: Document, mention: Time) -> Json:
    """A time expression: its TIMEX3 value and the days it names."""
    return {
        "document": document.name,
        "text": mention.text,
        "span": list(mention.span),
        "kind": "time",
        "value": mention.value,
        "start": None if mention.start is None else mention.start.isoformat(),
        "end": None if mention.end is None else mention.end.isoformat(),
        "precision": mention.precision,
    }


def quantity(document: Document, mention: Quantity) -> Json:
    """A quantity: its bounds, its unit, what is counted."""
    return {
        "document": document.name,
        "text": mention.text,
        "span": list(mention.span),
        "kind": "quantity",
        "low": whole(mention.low),
        "high": whole(mention.high),
        "bound": mention.bound,
        "unit": mention.unit,
        "concept": mention.concept,
        "measure": mention.measure,
    }


def actor(document: Document, mention: ActorMention) -> Json:
    """Words that name a body, and its id when they decide it."""
    return {
        "document": document.name,
        "text": mention.text,
        "span": list(mention.span),
        "kind": "actor",
        "actor": mention.actor,
        "name": mention.name,
        "score": mention.score,
    }


def quote(document: Document, mention: Quote) -> Json:
    """Reported words, whose they are, and the cue that says so."""
    return {
        "document": document.name,
        "kind": "quote",
        "source": _words(document, mention.source),
        "cue": _words(document, mention.cue),
        "content": [list(span) for span in mention.content],
    }


def _words(document: Document, span: Span | None) -> Json | None:
    return None if span is None else {"text": document.quote(span), "span": list(span)}
