"""Both of two sides that an earlier claim, or a border, sets apart."""

from __future__ import annotations

import pytest

from dateline import code, document_of


def _agents(text: str) -> list[list[str | None]]:
    return [[party.actor for party in claim.agents] for claim in code(document_of(text, name="sides")).claims]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "Fighting between Hamas and Israel resumed in Gaza. The two sides agreed on Sunday to a truce.",
            ["group:hamas", "ISR:government"],
        ),
        (
            "Thailand and Cambodia traded fire on Thursday. The two armies clashed again on Friday.",
            ["THA:military", "KHM:military"],
        ),
        (
            "The two armies exchanged artillery fire along the Thai-Cambodian border for a third day.",
            ["THA:military", "KHM:military"],
        ),
    ],
)
def test_both_sides_are_the_two_told_of_before(text: str, agents: list[str]) -> None:
    assert agents in _agents(text)


def test_each_other_is_either_of_two() -> None:
    text = "India and Pakistan accused each other of breaking the truce in Kashmir."
    claim = next(c for c in code(document_of(text, name="each")).claims if c.action == "accuse")
    assert [(p.text, p.actor) for p in claim.targets] == [
        ("each other", "IND:government"), ("each other", "PAK:government"),
    ]  # fmt: skip


def test_both_of_two_that_follow_are_no_sides_told_before() -> None:
    text = "Fighting between Hamas and Israel resumed in Gaza. Both forces and rebels attacked the camp."
    attack = next(c for c in code(document_of(text, name="both")).claims if c.action == "attack")
    assert [p.actor for p in attack.agents if p.text == "Both forces"] == [None]


def test_who_mediates_between_two_sides_is_neither() -> None:
    text = (
        "Fighting between Hamas and Israel resumed in Gaza. "
        "Egypt and Qatar, which mediate between the two sides, condemned the strikes."
    )
    condemned = next(c for c in code(document_of(text, name="both")).claims if c.action == "accuse")
    assert [party.actor for party in condemned.agents].count("EGY:government") == 1


def test_two_neighbours_are_the_states_that_fight_in_the_report() -> None:
    text = (
        "Azerbaijani troops shelled Armenian positions near Goris on Tuesday. It rained. Nobody came. "
        "The mayor was sad. The two neighbours have fought two wars."
    )
    assert set(_agents(text)[-1]) == {"AZE:military", "ARM:military"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Togo and Benin accused each other of shelling farms on Sunday.", "shelling"),
        ("Togo and Benin accused one another of attacking a ferry.", "attacking"),
    ],
)
def test_what_two_accuse_each_other_of_both_did(text: str, trigger: str) -> None:
    claim = next(c for c in code(document_of(text, name="t")).claims if c.trigger == trigger)
    assert {party.actor for party in claim.agents} == {"TGO:military", "BEN:military"}
