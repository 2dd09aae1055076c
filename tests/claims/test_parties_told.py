"""What the words around a candidate say of its part."""

from __future__ import annotations

import pytest

from dateline import code, document_of


def _party(text: str, action: str, role: str) -> list[str]:
    claim = next(c for c in code(document_of(text, name="told")).claims if c.action == action)
    return [party.text for party in getattr(claim, role)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine soldiers were killed on Sunday in clashes with Kurdish fighters around the town of Kobane.",
        "At least 12 policemen died in fighting with the guerrillas near the mill, officials said.",
    ],
)
def test_whom_victims_fell_fighting_are_no_victims(text: str) -> None:
    (victims,) = _party(text, "kill", "targets")
    assert victims.endswith(("soldiers", "policemen"))


def test_victims_of_an_attack_with_a_weapon_are_victims() -> None:
    text = "Three nurses and rebels were killed in an attack with mortars on the clinic."
    assert any("nurses" in words for words in _party(text, "kill", "targets"))


def test_two_bodies_with_a_participle_each_are_two() -> None:
    text = "Gunmen shelled Orvane with the army returning fire and regime helicopters carrying out raids."
    raids = [c for c in code(document_of(text, name="told")).claims if c.trigger == "raids"]
    assert [party.text for claim in raids for party in claim.agents] == ["regime helicopters"]
