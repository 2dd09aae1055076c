"""Killed and wounded in one sentence: whose number is whose."""

from __future__ import annotations

import pytest
from scenes import scene_of

from dateline.claims.figures_turns import counts_another, turn
from dateline.pipeline.coder import code
from dateline.read.text import document_of


def turns(text: str, action: str) -> list[int]:
    scene, quantities = scene_of(text, action)
    return [turn(scene, quantity, quantities) for quantity in quantities]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Shells killed 3 herders and wounded 20.", [1, -1], [-1, 1]),
        ("Three herders killed, 20 wounded by shells.", [1, -1], [-1, 1]),
        ("Ten, including two boys, were killed and 20 others were wounded.", [1, 1, -1], [-1, -1, 1]),
        ("Shells wounded 20 herders and killed 3.", [-1, 1], [1, -1]),
        ("At least 3 herders were killed and 20 wounded.", [1, -1], [-1, 1]),
        ("The number of herders killed rose to 8 in addition to 12 injured.", [1, -1], [-1, 1]),
    ],
)
def test_killed_and_wounded_are_told_in_turn(text: str, killed: list[int], wounded: list[int]) -> None:
    assert turns(text, "kill") == killed
    assert turns(text, "wound") == wounded


def test_a_harm_that_is_itself_counted_has_its_number() -> None:
    text = "The toll in the northern quarter rose to 3, besides 8 injured people."
    claims = {c.action: c for c in code(document_of(text, name="t")).claims}
    assert [(q.measure, q.low) for q in claims["kill"].quantities] == [("killed", 3)]
    assert [(q.measure, q.low) for q in claims["wound"].quantities] == [("wounded", 8)]


def test_one_after_what_is_reported_is_a_number() -> None:
    (kill,) = (
        c
        for c in code(document_of("Rescuers reported that one man had been killed.", name="t")).claims
        if c.action == "kill"
    )
    assert [q.low for q in kill.quantities] == [1]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Shells killed three herders.", "kill"),
        ("Shells killed three herders and destroyed two huts.", "kill"),
    ],
)
def test_one_harm_alone_has_no_turns(text: str, action: str) -> None:
    assert set(turns(text, action)) == {0}


def test_what_counts_no_persons_has_no_turn() -> None:
    assert turns("Shells killed 3 herders, wounded 20 and hit 4 trucks.", "kill")[-1] == 0


def test_a_bomber_is_no_number_of_the_dead() -> None:
    scene, quantities = scene_of("A bomber killed 3 herders and wounded 20.", "kill")
    told = {q.low: turn(scene, q, quantities) for q in quantities if not q.rule.startswith("singular")}
    assert told == {3: 1, 20: -1}


def test_an_act_beside_the_harms_has_no_turn() -> None:
    assert set(turns("The raid killed 3 herders and wounded 20.", "attack")) == {0}


@pytest.mark.parametrize(
    ("text", "action", "expected"),
    [
        ("Two raids destroyed nine barns.", "destroy", [True, False]),
        ("Two raids destroyed nine barns.", "attack", [False, True]),
        ("Nine people died in the raid.", "kill", [False]),
        ("The siege has killed 300 herders and displaced 9000 villagers.", "kill", [False, True]),
        ("Raiders kidnapped and killed 11 herders.", "abduct", [False]),
    ],
)
def test_a_count_of_raids_is_not_of_what_they_did(text: str, action: str, expected: list[bool]) -> None:
    scene, quantities = scene_of(text, action)
    assert [counts_another(scene, quantity) for quantity in quantities] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A raid on the port on Monday killed 9 people and left 20 others injured.",
        "Shells killed 9 people at the mill, adding that 20 others were left injured.",
    ],
)
def test_order_yields_to_what_is_surely_the_events(text: str) -> None:
    claims = {c.action: c for c in code(document_of(text, name="t")).claims}
    assert [(q.measure, q.low) for q in claims["kill"].quantities] == [("killed", 9)]
    assert [(q.measure, q.low) for q in claims["wound"].quantities] == [("wounded", 20)]
