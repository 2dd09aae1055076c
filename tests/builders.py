"""Documents and claims made by hand, so that a test needs no parser."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dateline.claims.record import (
    Claim,
    ClaimTime,
    Codes,
    Effect,
    Figure,
    LoadedTerm,
    Party,
    Place,
    Source,
)
from dateline.document import Block, Document, Span
from dateline.mentions.record import ActorMention, Mentions, Quantity, Quote, Time, Toponym

TEXT = (
    "Colonel Ode Marr said on 8 June that army units took twelve villages near Tel Orun from the "
    "brigands, killing over 40 of them.\nNo one else was asked."
)


def at(words: str, text: str = TEXT) -> Span:
    """The span of the first such words."""
    start = text.index(words)
    return Span(start, start + len(words))


def report(text: str = TEXT, *, name: str = "marr", **given: Any) -> Document:
    """A document whose lines are its paragraphs."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(kind="paragraph", span=Span(start, start + len(line))))
        start += len(line) + 1
    published = given.pop("published", dt.date(2017, 6, 9))
    return Document(name=name, text=text, published=published, blocks=tuple(blocks), **given)


def capture(document: Document | None = None, **changed: Any) -> Claim:
    """A claim with every field filled in."""
    document = document or report()
    fields: dict[str, Any] = {
        "document": document.id,
        "sentence": 0,
        "span": at("took"),
        "trigger": "took",
        "action": "capture",
        "status": "occurred",
        "means": ("artillery", "tank"),
        "agents": (
            Party(
                text="army units",
                span=at("army units"),
                actor="XAA:military",
                name="Army of Xanadu",
                kind="state_forces",
                rule="registry:xaa",
            ),
        ),
        "targets": (Party(text="the brigands", span=at("the brigands")),),
        "places": (
            Place(
                text="Tel Orun",
                span=at("Tel Orun"),
                role="near",
                gazetteer="geonames:1",
                name="Tall ‘Ūrun",
                country="XAA",
                admin1="Orun Province",
                lat=-3.5,
                lon=37.25,
                radius_km=2.5,
                precision=2,
                score=0.9,
                rule="folded",
            ),
        ),
        "time": ClaimTime(
            text="on 8 June",
            span=at("on 8 June"),
            start=dt.date(2017, 6, 8),
            end=dt.date(2017, 6, 8),
            precision="day",
            rule="day-month",
        ),
        "quantities": (
            Figure(
                text="twelve villages",
                span=at("twelve villages"),
                measure="settlements",
                low=12.0,
                high=12.0,
                bound="exact",
                rule="counted",
            ),
        ),
        "attribution": (
            Source(
                text="Colonel Ode Marr",
                span=at("Colonel Ode Marr"),
                kind="named_official",
                actor="XAA:military",
                side="XAA:military",
                cue="said",
                cue_span=at("said"),
                rule="said.that",
            ),
        ),
        "codes": Codes(acled="Government regains territory", plover="COERCE:seize", cameo="192", ucdp=1),
        "loaded_terms": (LoadedTerm(text="brigands", span=at("brigands")),),
        "effects": (Effect(place=0, before=None, after="XAA:military"),),
        "confidence": 0.8,
        "rule": "capture.take",
        "why": (("action", "capture.take"), ("status", "past tense")),
    }
    return Claim(**{**fields, **changed})


def kill(document: Document | None = None, **changed: Any) -> Claim:
    """A claim with little known of it."""
    document = document or report()
    fields: dict[str, Any] = {
        "document": document.id,
        "sentence": 0,
        "span": at("killing"),
        "trigger": "killing",
        "action": "kill",
        "status": "occurred",
        "quantities": (
            Figure(
                text="over 40 of them",
                span=at("over 40 of them"),
                measure="killed",
                low=40,
                high=None,
                bound="at_least",
            ),
        ),
    }
    return Claim(**{**fields, **changed})


def found() -> Mentions:
    """One mention of every kind."""
    return Mentions(
        quantities=(
            Quantity(span=at("twelve villages"), text="twelve villages", low=12, high=12, bound="exact"),
        ),
        times=(Time(span=at("8 June"), text="8 June", value="2017-06-08", start=dt.date(2017, 6, 8)),),
        places=(Toponym(span=at("Tel Orun"), text="Tel Orun"),),
        actors=(ActorMention(span=at("army units"), text="army units", head=at("units").start),),
        quotes=(
            Quote(
                source=at("Colonel Ode Marr"),
                cue=at("said"),
                content=(at("army units took twelve villages"),),
            ),
        ),
    )
