"""One stage alone: the places, times, quantities, quotes or actors of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.annotate import Parse
from dateline.annotate.annotator import annotate
from dateline.claims.codec import Json
from dateline.document import Document
from dateline.export import stages
from dateline.mentions.actors import actors
from dateline.mentions.places import places
from dateline.mentions.quantities import quantities
from dateline.mentions.quotes import quotes
from dateline.mentions.times import times
from dateline.resolve.places import resolve_toponyms


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one stage found in a document, as JSON objects in text order."""

    document: Document
    mentions: tuple[Json, ...]


def stage(document: Document, *, kind: str) -> Found:
    """The mentions of one kind: `places`, `times`, `quantities`, `quotes` or `actors`."""
    parse = annotate(document)
    return Found(document=document, mentions=tuple(STAGES[kind](parse)))


def _places(parse: Parse) -> Iterator[Json]:
    resolved = resolve_toponyms(parse, tuple(places(parse)))
    return (stages.place(parse.document, mention) for mention in resolved)


def _times(parse: Parse) -> Iterator[Json]:
    return (stages.time(parse.document, mention) for mention in times(parse))


def _quantities(parse: Parse) -> Iterator[Json]:
    return (stages.quantity(parse.document, mention) for mention in quantities(parse))


def _quotes(parse: Parse) -> Iterator[Json]:
    return (stages.quote(parse.document, mention) for mention in quotes(parse))


def _actors(parse: Parse) -> Iterator[Json]:
    return (stages.actor(parse.document, mention) for mention in actors(parse))


STAGES: dict[str, Callable[[Parse], Iterator[Json]]] = {
    "places": _places,
    "times": _times,
    "quantities": _quantities,
    "quotes": _quotes,
    "actors": _actors,
}
