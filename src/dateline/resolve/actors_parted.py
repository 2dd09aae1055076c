"""One phrase that names two bodies: `Syrian and Russian warplanes`, `the Turkish and Iraqi governments`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dateline.claims.record import Party
from dateline.document import Span
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


def halves(party: Party, scene: Scene) -> tuple[Party, ...]:
    """The two that `and` joins in one party's words, as `the army and opposition fighters`; empty for other
    words (`supporters of the army and the rebels`), and where `and` stands inside a name."""
    start, end = party.span
    said = scene.text[start:end]
    joint = f" {JOINING[0]} "
    if said.count(joint) != 1:
        return ()
    middle = start + said.index(joint)
    first, second = Span(start, middle), Span(middle + len(joint), end)
    items = scene.items_in(party.span)
    named = any(scene.span_of(item).start < middle < scene.span_of(item).end for item in items)
    if named or not _leads(first, scene):
        return ()
    if not all(any(half.covers(scene.span_of(item)) for item in items) for half in (first, second)):
        return ()
    return tuple(
        dataclasses.replace(party, text=scene.parse.document.quote(half), span=half)
        for half in (first, second)
    )


def _second_owner(span: Span, scene: Scene) -> tuple[Span, Span] | None:
    """Characters of the first and of the second owner in the phrase at `span`."""
    inside = [item for item in scene.items_in(span) if not _counts(item, scene)][:2]
    if len(inside) < 2 or not all(map(_owns, inside)):
        return None
    one, other = map(scene.span_of, inside)
    joins = scene.text[one.end : other.start].strip()
    shared = joins in JOINING and other.end < span.end and _leads(Span(span.start, one.start), scene)
    return (one, other) if shared else None


def _counts(item: Item, scene: Scene) -> bool:
    """True for words that only say how many: `dozens`."""
    said = {word.key for word in scene.words[item.first : item.last]}
    return item.kind == "role" and said <= words_of("counted")


def _leads(before: Span, scene: Scene) -> bool:
    """True for words that merely lead a phrase: `senior`, `dozens of`, `at least 70`; not `supporters of`,
    `backed by`."""
    tags, lowers = scene.parse.tags, scene.parse.lowers
    links = (i for i in scene.parse.ids_in(before) if tags[i] in ("IN", "TO"))
    return all("CD" in tags[i : i + 3] or lowers[i - 1] in words_of("counted") for i in links)


def _owns(item: Item) -> bool:
    """True for a country, person or body before a noun that is theirs; `Russian-backed` is no owner."""
    if item.link is not None:
        return False
    return item.kind in ("body", "person") or (item.kind == "country" and best_country(item)[1] in OWNING)
