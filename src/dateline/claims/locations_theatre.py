"""The country of the war that an event is told of as part: `9,000 have died since Orvane's war began`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate import Parse
from dateline.claims.locations_candidates import Candidate, Mentioned
from dateline.claims.locations_features import Rows
from dateline.claims.locations_roles import role_before
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
_SINCE_YEAR = re.compile(r"\bsince\s+(?:\w+\s+){0,2}(?:19|20)\d\d\b", re.I)
SUBJECTS = ("nsubj", "nsubjpass")


class Offer(NamedTuple):
    """The document's places, the mention of each that tells it of one event, its chance to be there."""

    places: Sequence[Candidate]
    shown: Sequence[Mentioned]
    chances: Rows


def theatre(parse: Parse, trigger: Trigger, offer: Offer, given: Sequence[Place]) -> Mentioned | None:
    """The country of the war, for an event of `given` places that its own clause does not tell; None if it is
    told of no whole war.

    It is the country that the words of the war name, else the likelier of those that the report mostly
    speaks of.
    """
    if not all(place.inherited for place in given):
        return None
    war = _toll_of(parse, trigger)
    if war is None:
        here = (place for place in given if trigger.sentence.span.covers(place.span))
        if not all(fold(place.text) in country_terms() for place in here):
            return None
        war = next(_told_as_part_of(parse, trigger), None)
        if war is None and not _is_toll_of_years(parse, trigger):
            return None
    return _land(parse, war, offer)


def _land(parse: Parse, war: Token | None, offer: Offer) -> Mentioned | None:
    """The country of the war."""
    told: set[str] = set()
    if war is not None:
        named = next((word for word in war.subtree if word.pos_ == "PROPN" and countries_in(word.text)), None)
        if named is not None:
            return _mentioned(parse, named)
        told = {iso2 for word in war.subtree for iso2 in countries_in(word.text)}
    told = told or _told_most(parse)
    countries = [k for k, place in enumerate(offer.places) if _country(place) in told]
    return _whole(parse, offer, max(countries, key=lambda k: float(offer.chances[k]))) if countries else None


def _whole(parse: Parse, offer: Offer, country: int) -> Mentioned:
    """The mention shown of a country, or one that says no part of it: not `Orvane` of `eastern Orvane`."""
    mentions = (offer.shown[country], *offer.places[country].mentions)
    return next((m for m in mentions if role_before(parse, m.first)[0] != "in_part_of"), mentions[0])


def _toll_of(parse: Parse, trigger: Trigger) -> Token | None:
    """The war through which a toll is said to have come about."""
    if trigger.action not in action_set("tolls"):
        return None
    for token in parse.tokens[trigger.last : trigger.sentence.last]:
        # In capitals it is part of a name: `the Revolution Commission`.
        if _is_war(token) and _is_told_through(parse, token, trigger.last):
            return token
    return None


def _is_told_through(parse: Parse, war: Token, after: int) -> bool:
    return not THROUGH.isdisjoint(parse.lowers[max(after, war.i - REACH) : war.i])


def _told_as_part_of(parse: Parse, trigger: Trigger) -> Iterator[Token]:
    """The wars whose beginning, or whose toll, the event's sentence tells."""
    toll = trigger.action in action_set("tolls")
    for token in parse.tokens[trigger.sentence.first : trigger.sentence.last]:
        if not _is_war(token):
            continue
        through = toll and _is_told_through(parse, token, trigger.sentence.first)
        if through or _begins(token) or (toll and _takes(token, trigger.head)):
            yield token


def _is_war(token: Token) -> bool:
    return token.text in mapping("roles")["wars"]


def _begins(war: Token) -> bool:
    """True of `the war` in `the war began as a protest`, `a war which broke out in spring`."""
    if war.dep_ in SUBJECTS and war.head.lemma_ in mapping("roles")["war_beginnings"]:
        return True
    return any(c.dep_ == "relcl" and c.lemma_ in mapping("roles")["war_beginnings"] for c in war.children)


def _takes(war: Token, toll: int) -> bool:
    """True of `the war` in `the war has killed thousands`, `a war that has killed thousands`."""
    verb = war.head if war.dep_ in SUBJECTS else next((c for c in war.children if c.dep_ == "relcl"), None)
    return verb is not None and any(word.i == toll for word in (verb, *verb.children))


def _is_toll_of_years(parse: Parse, trigger: Trigger) -> bool:
    """True if it has gone on since a year: `9,000 have died there since 2014`."""
    said = parse.tokens[trigger.head]
    perfect = any(child.dep_ in ("aux", "auxpass") and child.lemma_ == "have" for child in said.children)
    told = trigger.action in action_set("tolls") and perfect
    after = Span(said.idx, trigger.sentence.span.end)
    return told and _SINCE_YEAR.search(parse.document.quote(after)) is not None


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
