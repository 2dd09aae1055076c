"""Who a source is: the body that speaks, its kind and its side."""

from __future__ import annotations

import dataclasses

from dateline.claims.record import Claim, Source, SourceKind
from dateline.document import Span
from dateline.lexicon.registry import agency_of, registry
from dateline.resolve.actors_acts import Act
from dateline.resolve.actors_choice import choose
from dateline.resolve.actors_groups import NAMED, NOBODY, UNLISTED, Choice, is_belligerent
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory

GUESSED = "country.report"
"""End of the rule of a body that only the report's country tells."""


def speaking(source: Source, claim: Claim, scene: Scene, memory: Memory) -> Source:
    """The source with actor, kind, side and rule, as far as its words and the document tell."""
    if source.span is None:
        return source
    act = Act(action=None, role="source", at=claim.span)
    choice = choose(source.span, act, scene=scene, memory=memory)
    if (choice.actor is None or choice.rule.endswith(GUESSED)) and (office := _office(source.span, scene)):
        told = choose(office, act, scene=scene, memory=memory)
        choice = told if told.actor and not told.rule.endswith(GUESSED) else choice
    if choice.actor is None and (agency := agency_of(source.text)):
        choice = Choice(agency, NAMED)
    if source.kind == "monitor" and choice.actor and is_belligerent(choice.actor):
        # `The Britain-based group said`: who counts the dead is none of those who fight.
        choice = NOBODY
    entry = registry().get(choice.actor) if choice.actor else None
    side = entry.side if entry and entry.side else _side(choice.actor)
    rule = ", ".join(filter(None, (source.rule, choice.rule)))
    kind = _kind_told(source, choice) or source.kind
    return dataclasses.replace(source, kind=kind, actor=choice.actor, side=source.side or side, rule=rule)


def _office(span: Span, scene: Scene) -> Span | None:
    """What stands beside or after a speaker's name and says who he is: `Ode, head of Southern Command`."""
    ids = scene.parse.ids_in(span)
    named = scene.parse.root_of(ids[0], ids[-1] + 1) if ids else None
    beside = [c for c in named.children if c.dep_ == "appos" and c.i > named.i] if named else []
    return scene.parse.span_of(beside[0].left_edge.i, beside[0].right_edge.i + 1) if beside else None


def _kind_told(source: Source, choice: Choice) -> SourceKind | None:
    """The kind that the body spoken for tells better than the words: `the JNIM`, `a JNIM spokesman`, `Tarn`,
    its capital; None to leave it."""
    if choice.actor is None or "official." not in source.rule:
        return None
    head, _, role = choice.actor.partition(":")
    named, unknown = choice.rule.endswith(NAMED), "official.default" in source.rule
    if head == "group" and (named or (unknown and choice.rule.endswith(UNLISTED))):
        return "armed_group"
    if not unknown:
        return None
    if head.isupper() and source.kind == "armed_group" and role == "government":
        return "named_official"
    if not choice.rule.endswith((NAMED, UNLISTED)):
        return None
    if head == "outlet":
        return "media"
    entry = registry().get(choice.actor)
    return "monitor" if entry and head == "org" and entry.kind == "civilians" else None


def _side(actor: str | None) -> str | None:
    """A body of a state or an armed group speaks for itself; others take no side by the registry."""
    if actor is None:
        return None
    head, _, role = actor.partition(":")
    if head.isupper():
        return (
            actor
            if role in ("government", "military", "police", "intelligence", "militia", "rebels")
            else None
        )
    return actor if head == "group" else None
