"""One phrase that names two bodies: `Syrian and Russian warplanes`, `the Turkish and Iraqi governments`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dateline.claims.record import Party
from dateline.document import Span
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import Item, words_of
from dateline.resolve.reference import Scene

JOINING = ("and", "or")
OWNING = ("names", "adjectives", "capitals")
"""How a country is named before what it owns."""


def parted(party: Party, scene: Scene) -> Iterator[Party]:
    """The party, or both of its parts where two owners share the noun that follows them."""
    second = _second_owner(party.span, scene)
    if second is None:
        yield party
        return
    first, rest = second
    for span in (first, Span(rest.start, party.span.end)):
        yield dataclasses.replace(party, text=scene.parse.document.quote(span), span=span)


def _second_owner(span: Span, scene: Scene) -> tuple[Span, Span] | None:
    """Characters of the first and of the second owner in the phrase at `span`."""
    inside = scene.items_in(span)[:2]
    if len(inside) < 2 or not all(map(_owns, inside)):
        return None
    one, other = map(scene.span_of, inside)
    leads = {word.key for word in words_in(scene.text, span.start, one.start)}
    joins = scene.text[one.end : other.start].strip()
    shared = joins in JOINING and other.end < span.end and leads <= words_of("openers") | words_of("owned")
    return (one, other) if shared else None


def _owns(item: Item) -> bool:
    """True for a country, person or body before a noun that is theirs; `Russian-backed` is no owner."""
    if item.link is not None:
        return False
    return item.kind in ("body", "person") or (item.kind == "country" and best_country(item)[1] in OWNING)
