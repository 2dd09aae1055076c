"""Claims of one parsed document: each trigger with its roles, place, time, figures and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.annotate import Parse
from dateline.claims.attribution import attribute, speakers_of
from dateline.claims.attribution_agreed import with_agreed_kinds
from dateline.claims.events import events_in
from dateline.claims.figures import Scene, figures_of
from dateline.claims.grammar import actor_tokens, grammatical_roles
from dateline.claims.locations_ranked import locations
from dateline.claims.means import means_of
from dateline.claims.parties import argument_scores_of, parties
from dateline.claims.parties_scores import Event
from dateline.claims.parties_speech import beside_speech
from dateline.claims.record import Claim, Party, Place
from dateline.claims.status import status_of
from dateline.claims.timing import time_of
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.mentions.actors import loaded_terms
from dateline.mentions.record import Mentions


def claims_in(parse: Parse, mentions: Mentions) -> tuple[Claim, ...]:
    """Every claim of the document in text order, actors and places not yet resolved."""
    found, toponyms = events_in(parse, mentions)
    known = actor_tokens(parse, mentions.actors)
    events = list(_events(parse, found, known))
    sides = parties(parse, events, mentions, known)
    places = locations(parse, found, toponyms, mentions)
    speakers = speakers_of(parse, mentions.quotes)
    parts = zip(events, sides, places, strict=True)
    return with_agreed_kinds([_claim(parse, mentions, speakers, *part) for part in parts])


def _events(parse: Parse, found: Sequence[Trigger], known: frozenset[int]) -> Iterator[Event]:
    for _, sentence in groupby(found, key=lambda trigger: trigger.sentence.index):
        peers = tuple(sentence)
        for trigger in peers:
            yield Event(trigger, peers, grammatical_roles(parse, trigger, peers, known))


def _claim(
    parse: Parse,
    mentions: Mentions,
    speakers: Sequence[Span],
    event: Event,
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
    places: tuple[Place, ...],
) -> Claim:
    trigger, same, roles = event
    scores = argument_scores_of(parse, trigger)
    status, status_rule = status_of(parse, trigger)
    span = trigger.span(parse)
    attribution = attribute(
        trigger=span, parse=parse, quotes=mentions.quotes, speakers=speakers, scores=scores
    )
    agents, targets = beside_speech(parse, trigger, sides, attribution)
    return Claim(
        document=parse.document.id,
        sentence=trigger.sentence.index,
        span=span,
        trigger=parse.document.quote(span),
        action=trigger.action,
        status=status,
        means=means_of(parse, trigger, same),
        agents=agents,
        targets=targets,
        places=places,
        time=time_of(parse, trigger, same, mentions.times, scores),
        quantities=figures_of(
            Scene(parse, trigger, same, roles, scores, mentions.actors, sides, speakers),
            mentions.quantities,
        ),
        attribution=attribution,
        loaded_terms=loaded_terms(parse, trigger.sentence.span),
        confidence=trigger.score,
        rule=trigger.rule,
        why=(("action", trigger.rule), ("status", status_rule)),
    )
