"""Where an event is whose neighbours mislead: words spoken at a desk, what is told of a whole war."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.claims.locations_candidates import NAMED, Mentioned
from dateline.claims.locations_theatre import Offer, theatre
from dateline.claims.record import Place
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.gazetteer.keys import fold


def elsewhere(parse: Parse, trigger: Trigger, offer: Offer, given: Sequence[Place]) -> Mentioned | None:
    """Where the event is instead of `given`, places that its own clause does not tell; None if there."""
    return _desk(parse, trigger, offer, given) or theatre(parse, trigger, offer, given)


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
    town = fold(parse.document.quote(line).split(",")[0])
    known = any(p.span == line or fold(p.text) == town for p in given)
    return None if desk is None or known or any(p.span == desk.toponym.span for p in given) else desk
