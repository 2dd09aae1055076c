"""A body found on both sides of one event."""

from __future__ import annotations

from dateline.claims.record import Party
from dateline.document import Span
from dateline.resolve.actors_tidied import _on_one_side


def party(at: int, actor: str | None, rule: str) -> Party:
    return Party(text="x", span=Span(at, at + 1), actor=actor, rule=rule)


def test_it_stays_where_the_grammar_has_it() -> None:
    agents = (party(0, "SYR:military", "model.agent, registry"),)
    targets = (party(9, "SYR:military", "model+parse.target, registry"),)
    assert _on_one_side(agents, targets) == ((), targets)
    assert _on_one_side(targets, agents) == (targets, ())


def test_it_stays_on_both_where_nothing_decides() -> None:
    agents, targets = (party(0, "SYR:rebels", "model.agent"),), (party(9, "SYR:rebels", "model.target"),)
    assert _on_one_side(agents, targets) == (agents, targets)


def test_unknown_bodies_are_no_one_body() -> None:
    agents, targets = (party(0, None, "model.agent"),), (party(9, None, "model+parse.target"),)
    assert _on_one_side(agents, targets) == (agents, targets)
