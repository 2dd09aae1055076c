"""Harm that comes of an act was done by who did the act."""

from __future__ import annotations

import pytest

from dateline import code, document_of


def _agents(text: str, action: str) -> list[list[str]]:
    claims = code(document_of(text, name="caused")).claims
    return [[party.text for party in claim.agents] for claim in claims if claim.action == action]


@pytest.mark.parametrize(
    ("text", "action", "agent"),
    [
        ("Nine herders died in a string of Russian airstrikes on Orvane.", "kill", "Russian"),
        ("Nine villagers died because of air strikes by the army on Orvane.", "kill", "the army"),
        ("A Russian airstrike on the base caused deaths, the governor said.", "kill", "Russian"),
        ("Government air strikes on Orvane on Tuesday claimed nine lives.", "kill", "Government"),
        ("Rebels launched a rocket attack on Orvane leaving six killed and 30 wounded.", "wound", "Rebels"),
        ("Gunmen stormed a hotel in Orvane on Tuesday, leaving nine people dead.", "kill", "Gunmen"),
        ("Nine children were killed when helicopters dropped bombs on Orvane.", "kill", "helicopters"),
    ],
)  # fmt: skip
def test_harm_has_the_author_of_the_act_that_brought_it(text: str, action: str, agent: str) -> None:
    assert _agents(text, action) == [[agent]]


@pytest.mark.parametrize(
    "text",
    [
        "Nine dead as new Islamist alliance attacks Orvane.",
        "Nine villagers were executed in Orvane, and the army attacked Karim later.",
        "Nine men died in clashes with the army near Orvane.",
    ],
)
def test_what_goes_on_beside_a_harm_did_not_bring_it(text: str) -> None:
    assert _agents(text, "kill") == [[]]


def test_an_attacker_that_loses_men_did_not_kill_them() -> None:
    [killed] = _agents("The rebels attacked the base at Orvane, losing nine fighters.", "kill")
    assert killed == []
