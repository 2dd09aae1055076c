"""Where an event is whose neighbours mislead: words spoken at a desk, the toll of a whole war."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate import Parse
from dateline.claims.locations_candidates import NAMED, Candidate, Mentioned
from dateline.claims.locations_features import Rows
from dateline.claims.record import Place
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set
from dateline.lexicon.gazetteer.base import country_words
from dateline.lexicon.gazetteer.countries import countries_in, country_terms
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.record import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

THROUGH = frozenset("since in during throughout from".split())
"""Words between a toll and the war that it is of."""
REACH = 6
"""Words from such a word to the war: `in more than five years of war`."""


class Offer(NamedTuple):
    """The document's places, the mention of each that tells it of one event, its chance to be there."""

    places: Sequence[Candidate]
    shown: Sequence[Mentioned]
    chances: Rows


def elsewhere(parse: Parse, trigger: Trigger, offer: Offer, given: Sequence[Place]) -> Mentioned | None:
    """Where the event is instead of `given`, places that its own clause does not tell; None if there."""
    return _desk(parse, trigger, offer, given) or _theatre(parse, trigger, offer, given)


def _desk(parse: Parse, trigger: Trigger, offer: Offer, given: Sequence[Place]) -> Mentioned | None:
    """The dateline's place, for words spoken of what was done at the places of their sentence.

    `ORVANE - The minister condemned the raid on Tell Mera`: he did not do so in Tell Mera. Of a headline that
    is so even where its own words seem to say otherwise.
    """
    line = parse.document.dateline
    if line is None or trigger.action not in action_set("spoken"):
        return None
    sentence = trigger.sentence.span
    apart = sentence.end <= line.start or all(place.inherited for place in given)
    if not apart or not sentence.covers(given[0].span):
        return None
    return _at(line, offer)


def _at(line: Span, offer: Offer) -> Mentioned | None:
    """The mention shown of the dateline's place."""
    desks = (
        mention
        for place, mention in zip(offer.places, offer.shown, strict=True)
        if any(m.toponym.span.overlaps(line) for m in place.mentions)
    )
    return next(desks, None)


def filed(parse: Parse, trigger: Trigger, offer: Offer, given: Sequence[Place]) -> Mentioned | None:
    """The dateline's place, for an event of whose paragraph no name was told up to it (codebook, section 4).

    Beside what `given` has from other paragraphs: of 159 such claims of gold 129 were there, 120 here.
    """
    line, block = parse.document.dateline, parse.document.blocks[trigger.sentence.block]
    if line is None or block.kind != "paragraph" or not all(place.inherited for place in given):
        return None
    spans = [m.toponym.span for p in offer.places if p.kind in NAMED for m in p.mentions]
    if any(block.span.start <= span.start < trigger.sentence.span.end for span in spans):
        return None
    desk = _at(line, offer)
    return None if desk is None or any(p.span == desk.toponym.span for p in given) else desk


def _theatre(parse: Parse, trigger: Trigger, offer: Offer, given: Sequence[Place]) -> Mentioned | None:
    """The country of the war that a toll is of: `9,000 have died since Orvane's war began`.

    It is the one that the words of the war name, else the likelier of those that the report mostly speaks of.
    """
    war = _war(parse, trigger)
    if war is None or not all(place.inherited for place in given):
        return None
    named = next((word for word in war.subtree if word.pos_ == "PROPN" and countries_in(word.text)), None)
    if named is not None:
        return _mentioned(parse, named)
    told = {iso2 for word in war.subtree for iso2 in countries_in(word.text)} or _told_most(parse)
    countries = [k for k, place in enumerate(offer.places) if _country(place) in told]
    return offer.shown[max(countries, key=lambda k: float(offer.chances[k]))] if countries else None


def _war(parse: Parse, trigger: Trigger) -> Token | None:
    if trigger.action not in action_set("tolls"):
        return None
    for token in parse.tokens[trigger.last : trigger.sentence.last]:
        # In capitals it is part of a name: `the Revolution Commission`.
        if token.text in mapping("roles")["wars"] and _is_told_through(parse, token, trigger.last):
            return token
    return None


def _is_told_through(parse: Parse, war: Token, after: int) -> bool:
    return not THROUGH.isdisjoint(parse.lowers[max(after, war.i - REACH) : war.i])


def _told_most(parse: Parse) -> set[str]:
    often = countries_in(parse.document.text)
    most = max(often.values(), default=0)
    return {iso2 for iso2, count in often.items() if 2 * count >= most}


def _country(place: Candidate) -> str | None:
    """ISO2 of a country told by name."""
    return country_terms().get(fold(place.mentions[0].toponym.text)) if place.kind == "country" else None


def _mentioned(parse: Parse, name: Token) -> Mentioned:
    """A country's name as a mention; of `Syrias war`, which has lost its apostrophe, `Syria`."""
    start, end = parse.span_of(name.i, name.i + 1)
    known = country_words()
    owns = name.lower_ not in known and name.lower_.removesuffix("s") in known
    span = Span(start, end - 1) if owns else Span(start, end)
    toponym = Toponym(span=span, text=parse.document.quote(span), rule="spot.war")
    sentence = parse.sentence_of(name.i)
    return Mentioned(toponym, name.i, name.i + 1, -1 if sentence is None else sentence.index, name)
