"""A party's words hold no act."""

from __future__ import annotations

import pytest

from dateline import code, document_of


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("Near Homs in Syria multiple Russian air strikes killed nine farmers.", "killed", ["Russian"]),
        ("US-led raids near Homs in Syria killed nine farmers.", "killed", ["US-led"]),
        ("Air strikes near Homs in Syria killed nine farmers.", "killed", []),
        ("Near Homs in Syria the Russian army killed nine farmers.", "killed", ["the Russian army"]),
    ],
)
def test_who_acts_is_named_without_the_act(text: str, trigger: str, agents: list[str]) -> None:
    claim = next(c for c in code(document_of(text, name="worded")).claims if c.trigger == trigger)
    assert [party.text for party in claim.agents] == agents
    assert all(text[p.span.start : p.span.end] == p.text for p in claim.agents)


def test_a_movement_against_somebody_keeps_its_words() -> None:
    text = "Syrian police crushed anti-government protests in Homs. The anti-government protests went on."
    claims = code(document_of(text, name="worded")).claims
    assert "anti-government protests" in [party.text for claim in claims for party in claim.targets]
