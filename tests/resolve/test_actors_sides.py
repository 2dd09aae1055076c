"""A body found on both sides of one event."""

from __future__ import annotations

import pytest

from dateline.claims.record import Party
from dateline.document import Span
from dateline.pipeline.coder import code
from dateline.read.text import document_of
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


@pytest.mark.parametrize(
    ("text", "action", "agents"),
    [
        (
            "US aircraft carried out five strikes in Kandahar, a Pentagon spokesman told reporters.",
            "airstrike",
            ["US aircraft"],
        ),
        (
            "The Pentagon said US aircraft had carried out five strikes in Kandahar.",
            "airstrike",
            ["US aircraft"],
        ),
        ("The Sudanese army said it had shelled Bara.", "shelling", ["The Sudanese army"]),
    ],
)
def test_who_tells_what_another_did_did_not_do_it(text: str, action: str, agents: list[str]) -> None:
    claim = next(c for c in code(document_of(text, name="example")).claims if c.action == action)
    assert [party.text for party in claim.agents] == agents
