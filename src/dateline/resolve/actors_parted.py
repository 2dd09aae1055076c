"""One phrase that names two bodies: `Syrian and Russian warplanes`, `the Turkish and Iraqi governments`."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from dateline.claims.record import Party
from dateline.document import Span
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import Item, words_of
from dateline.resolve.reference import Scene

AND = " and "
_JOINED = re.compile(r",\s*|,?\s+(?:and|or)\s+")
"""What stands between two owners of a list."""
OWNING = ("names", "adjectives", "capitals")
"""How a country is named before what it owns."""


def parted(party: Party, scene: Scene) -> Iterator[Party]:
    """The party, or each of its parts where several owners share the noun that follows them."""
    owners = _owners(party.span, scene)
    if not owners:
        yield party
        return
    for span in (*owners[:-1], Span(owners[-1].start, party.span.end)):
        yield dataclasses.replace(party, text=scene.parse.document.quote(span), span=span)


def halves(party: Party, scene: Scene) -> tuple[Party, ...]:
    """The two that `and` joins in one party's words, as `the army and opposition fighters`; empty for other
    words (`supporters of the army and the rebels`), and where `and` stands inside a name."""
    start, end = party.span
    said = scene.text[start:end]
    if said.count(AND) != 1:
        return ()
    middle = start + said.index(AND)
    first, second = Span(start, middle), Span(middle + len(AND), end)
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


def _owners(span: Span, scene: Scene) -> list[Span]:
    """Characters of the owners that a phrase lists, as `American, British and Moroccan forces`; none where
    there are not two, or where something else stands before them."""
    inside = [item for item in scene.items_in(span) if not _counts(item, scene)]
    listed: list[Item] = []
    for item in inside:
        before = scene.text[scene.span_of(listed[-1]).end : scene.span_of(item).start] if listed else ""
        if not _owns(item) or (listed and _JOINED.fullmatch(before) is None):
            break
        listed.append(item)
    spans = [scene.span_of(item) for item in listed]
    if len(spans) < 2 or not _leads(Span(span.start, spans[0].start), scene):
        return []
    # `Orvane, Syria` is one place and no list.
    told = scene.text[spans[0].end : spans[1].start].strip() != "," or len(spans) > 2
    return spans if told and (spans[-1].end < span.end or len(spans) > 2) else []


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
