"""Where an event is by rules alone: the toponyms of its clause with their roles, else inherited ones."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.annotate.evidence import Scores
from dateline.claims.locations_filed import filed_abroad
from dateline.claims.locations_roles import ROLE_COLUMNS, owner, place_of, weighed_role
from dateline.claims.record import LOCATING_ROLES, Place
from dateline.claims.triggers import Trigger
from dateline.mentions.record import Toponym

THRESHOLD = 0.2
"""Joint score at which a toponym of the sentence is a place of the event (gold dev)."""
INHERIT_THRESHOLD = 0.3
"""Encoder score above which a toponym of another sentence is preferred to the nearest one."""


def places_of(
    parse: Parse,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    toponyms: Sequence[Toponym],
    scores: Scores | None,
) -> tuple[Place, ...]:
    """Places named for the event in its own sentence; empty when there are none.

    Where nothing passes the threshold, the toponyms of the sentence that belong to no other event
    are taken, marked inherited.
    """
    found: list[Place] = []
    free: list[Place] = []
    for toponym in toponyms:
        if not toponym.span.overlaps(trigger.sentence.span):
            continue
        tokens = parse.tokens_in(toponym.span)
        if not tokens or trigger.first <= tokens[0].i < trigger.last:
            continue
        role, score, rule = weighed_role(parse, tokens, trigger, triggers, scores)
        if score >= THRESHOLD:
            found.append(place_of(parse, tokens[0].i, toponym, role, rule, inherited=False))
        elif not toponym.rule.startswith("spot") or owner(parse, tokens[-1].i, triggers) is None:
            free.append(place_of(parse, tokens[0].i, toponym, role, rule, inherited=True))
    locates = any(place.role in LOCATING_ROLES for place in found)
    return tuple(found) if locates else (*found, *(p for p in free if p.role in LOCATING_ROLES))


def inherited(
    parse: Parse,
    trigger: Trigger,
    toponyms: Sequence[Toponym],
    located: Sequence[Place],
    scores: Scores | None,
) -> tuple[Place, ...]:
    """The place an event without one of its own takes from its surroundings, marked inherited.

    In this order: what the encoder points to, the last located event of the same paragraph, a
    toponym of the sentence, the section's heading, the dateline, the document's first toponym.
    """
    if scores is not None:
        pointed = _pointed(parse, toponyms, scores)
        if pointed is not None:
            return (pointed,)
    block = parse.document.blocks[trigger.sentence.block]
    for place in reversed(located):
        if place.role in LOCATING_ROLES and block.span.covers(place.span):
            return (_again(place),)
    for toponym in reversed([t for t in toponyms if t.rule != "spot.site"]):
        if block.span.start <= toponym.span.start and toponym.span.end <= trigger.sentence.span.end:
            return (_named(toponym, "inherit.paragraph"),)
    if block.heading is not None:
        heading = parse.document.blocks[block.heading].span
        return tuple(_named(t, "inherit.heading") for t in toponyms if heading.covers(t.span))[:1]
    line = parse.document.dateline
    if line is not None and not filed_abroad(parse.document):
        text = parse.document.quote(line)
        return (Place(text=text, span=line, role="at", inherited=True, rule="inherit.dateline"),)
    return tuple(_named(t, "inherit.document") for t in toponyms[:1])


def _pointed(parse: Parse, toponyms: Sequence[Toponym], scores: Scores) -> Place | None:
    best: tuple[float, Toponym] | None = None
    for toponym in toponyms:
        tokens = parse.tokens_in(toponym.span)
        if tokens:
            columns = scores[tokens[0].i : tokens[-1].i + 1][:, ROLE_COLUMNS[: len(LOCATING_ROLES)]]
            score = float(columns.max(axis=0).sum())
            if best is None or score > best[0]:
                best = (score, toponym)
    return None if best is None or best[0] < INHERIT_THRESHOLD else _named(best[1], "model")


def _named(toponym: Toponym, rule: str) -> Place:
    return Place(text=toponym.text, span=toponym.span, role="at", inherited=True, rule=rule)


def _again(place: Place) -> Place:
    return Place(text=place.text, span=place.span, role=place.role, inherited=True, rule="inherit.event")
