"""Places said by description or by a name no gazetteer holds: `at the airbase`, `near Tel Mora`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.locations_filed import filed_abroad
from dateline.claims.syntax import phrase, with_conjuncts
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.lexicon.gazetteer.countries import country_terms
from dateline.lexicon.gazetteer.generic import compass_short, site_nouns
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.places import SEAT
from dateline.mentions.places_dateline import RULE as FILED
from dateline.mentions.record import Mentions, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

PREPOSITIONS = frozenset(
    "in at on near outside inside around between along from toward towards into to of off throughout".split()
)
STRONG = frozenset("in near outside inside around toward towards into throughout".split())
"""Prepositions after which a name is a place, whatever the parser's label for it says."""
RULERS = frozenset("ally allies government regime authorities administration leadership".split())
"""What a capital or country before it rules with."""
UNLISTED = "places.unlisted"
"""Rule of names that the encoder alone takes for a place."""
NO_PLACE = ("PERSON", "ORG", "DATE", "NORP", "TIME", "CARDINAL", "MONEY")


def named_places(parse: Parse, mentions: Mentions, triggers: Sequence[Trigger]) -> tuple[Toponym, ...]:
    """Toponyms that may locate an event, with described and unlisted places, in text order.

    A toponym inside the name of a body (`U.S.-led coalition`) is left out unless a preposition of
    place stands before it or no other place is named; so are one that says who rules (`the Orvane
    government`), a monitor's seat, and the dateline of a report on another country. The words of a dateline
    are one place, which the events are offered by itself.
    """
    bodies = [actor.span for actor in mentions.actors if actor.actor is not None]
    told = [t for t in mentions.places if t.rule not in (FILED, SEAT)]
    # Where a report names no other place, it was where the rebels or the police of its town are.
    kept = [t for t in told if not (_names_a_body(parse, t, bodies) or _rules(parse, t))] or [
        t for t in told if fold(t.text) not in _seats() and not _rules(parse, t)
    ]
    line = parse.document.dateline
    if line is not None and filed_abroad(parse.document):
        kept = [t for t in kept if not t.span.overlaps(line)]
    described = spots(parse, mentions, triggers)
    # `the Orvane border crossing` says more than an Orvane that no gazetteer holds.
    kept = [t for t in kept if not (t.rule == UNLISTED and any(t.span.overlaps(s.span) for s in described))]
    return tuple(sorted((*kept, *described), key=lambda t: t.span))


@cache
def _seats() -> frozenset[str]:
    """Folded names of the countries and capitals: whose bodies may act anywhere."""
    capitals = (name for country in mapping("demonyms").values() for name in country.get("capitals", ()))
    return frozenset(map(fold, capitals)) | country_terms().keys()


def _names_a_body(parse: Parse, toponym: Toponym, bodies: Sequence[Span]) -> bool:
    if not any(body.covers(toponym.span) for body in bodies):
        return False
    tokens = parse.tokens_in(toponym.span)
    return bool(tokens) and (tokens[0].i == 0 or parse.doc[tokens[0].i - 1].lower_ not in PREPOSITIONS)


def _rules(parse: Parse, toponym: Toponym) -> bool:
    """True of `Orvane` in `its Orvane ally`, `the Orvane government`: who rules, and no place of an event."""
    tokens = parse.tokens_in(toponym.span)
    if not tokens or parse.tokens[-1].i == tokens[-1].i or tokens[0].i == 0:
        return False
    before, after = parse.doc[tokens[0].i - 1].lower_, parse.doc[tokens[-1].i + 1].lower_
    return after in RULERS and before not in PREPOSITIONS


def spots(parse: Parse, mentions: Mentions, triggers: Sequence[Trigger]) -> tuple[Toponym, ...]:
    """Described and unlisted places of a document in text order, none over a toponym, actor, time or mark."""
    taken = [t.span for t in mentions.places if t.rule != UNLISTED] + [time.span for time in mentions.times]
    taken += [actor.span for actor in mentions.actors if actor.actor is not None]
    # Tags, by-lines and dates that stand in the text are none of the report's words.
    taken += [block.span for block in parse.document.blocks if block.kind == "mark"]
    found = [*_after_prepositions(parse), *_acted_on(parse, triggers)]
    names = {spot.text for spot in found if spot.rule == "spot.name"}
    found += [spot for name in sorted(names) for spot in _again(parse, name)]
    made: dict[Span, Toponym] = {}
    for spot in found:
        if not compass_short(spot.text) and not any(
            spot.span.overlaps(other) for other in (*taken, *(s for s in made if s != spot.span))
        ):
            made.setdefault(spot.span, spot)
    return tuple(made[span] for span in sorted(made))


def _after_prepositions(parse: Parse) -> Iterator[Toponym]:
    for i, word in enumerate(parse.lowers):
        if word in PREPOSITIONS and parse.deps[i] == "prep":
            for child in parse.children[i]:
                if parse.deps[child] == "pobj":
                    yield from _spots_at(parse, parse.tokens[child], word)


def _acted_on(parse: Parse, triggers: Sequence[Trigger]) -> Iterator[Toponym]:
    """`stormed the police station`, `captured the hill`: what is acted on is where it was."""
    placed = {*mapping("action_groups")["fight"], *mapping("action_groups")["territory"], "destroy"}
    for trigger in triggers:
        if trigger.action in placed:
            for child in parse.doc[trigger.head].children:
                if child.dep_ in ("dobj", "nsubjpass"):
                    yield from _spots_at(parse, child, "")


def _spots_at(parse: Parse, head: Token, preposition: str) -> Iterator[Toponym]:
    for noun in with_conjuncts(head):
        labelled = noun.ent_type_ in NO_PLACE and preposition not in STRONG
        name = noun.pos_ == "PROPN" and not labelled and noun.ent_type_ not in ("DATE", "TIME", "NORP")
        site = noun.lower_ in site_nouns()
        if any(child.dep_ == "nummod" for child in noun.children):
            continue
        if not site and (not name or preposition in ("of", "")):
            continue
        span = parse.span_of(*phrase(noun))
        rule = "spot.site" if site else "spot.name"
        yield Toponym(span=span, text=parse.document.quote(span), rule=rule)


def _again(parse: Parse, name: str) -> Iterator[Toponym]:
    """Other occurrences of a name that stood after a place preposition once."""
    for found in re.finditer(rf"\b{re.escape(name)}\b", parse.document.text):
        yield Toponym(span=Span(*found.span()), text=name, rule="spot.name")
