"""Who does an event and to whom, by grammar alone."""

from __future__ import annotations

import pytest
from scenes import scene_of

Words = list[str]


def roles_of(text: str, action: str) -> tuple[Words, Words, Words]:
    """Head words of the agents, of the targets, and of those shared with a harm."""
    scene, _ = scene_of(text, action)
    words = scene.parse.tokens
    given = (scene.roles.agents, scene.roles.targets, scene.roles.shared)
    agents, targets, shared = ([words[i].text for i in heads] for heads in given)
    return agents, targets, shared


@pytest.mark.parametrize(
    ("text", "action", "agents", "targets"),
    [
        ("Rebels attacked the convoy.", "attack", ["Rebels"], ["convoy"]),
        ("The convoy was attacked by rebels.", "attack", ["rebels"], ["convoy"]),
        ("The convoy was attacked near the mill.", "attack", [], ["convoy"]),
        ("Rebels and millers attacked the convoy.", "attack", ["Rebels", "millers"], ["convoy"]),
        ("Three herders died in the blast.", "kill", [], ["herders"]),
        ("Rebels fired rockets at the mill, killing six herders.", "kill", ["Rebels"], ["herders"]),
        (
            "Gunmen killed 14 people including Orlan and Weber.",
            "kill",
            ["Gunmen"],
            ["people", "Orlan", "Weber"],
        ),
    ],
)
def test_a_verb_has_its_subject_and_object(text: str, action: str, agents: Words, targets: Words) -> None:
    assert roles_of(text, action)[:2] == (agents, targets)


@pytest.mark.parametrize(
    ("text", "action", "agents", "targets"),
    [
        ("The rebel attack on the convoy failed.", "attack", ["rebel"], ["convoy"]),
        ("The attack by rebels failed.", "attack", ["rebels"], []),
        ("Rebels launched an attack on the convoy.", "attack", ["Rebels"], ["convoy"]),
        ("The group claimed responsibility for the attack.", "attack", ["group"], []),
        ("Clashes between rebels and soldiers began.", "clash", ["rebels"], ["soldiers"]),
        ("The ministry announced the arrest of six rebels.", "detain", [], ["rebels"]),
    ],
)
def test_a_noun_has_what_hangs_on_it_and_on_its_verb(
    text: str, action: str, agents: Words, targets: Words
) -> None:
    assert roles_of(text, action)[:2] == (agents, targets)


def test_who_holds_stands_before_the_hyphen() -> None:
    assert roles_of("Shells hit the rebel-held town.", "hold")[:2] == (["rebel"], [])


def test_who_was_harmed_by_an_act_is_shared_with_it() -> None:
    assert roles_of("Three herders were killed in the shelling.", "shelling") == ([], [], ["herders"])


def test_the_target_of_what_is_destroyed_is_its_owner() -> None:
    assert roles_of("Rebels destroyed a tank of the army.", "destroy")[:2] == (["Rebels"], ["army"])
    assert roles_of("Rebels destroyed a tank.", "destroy")[:2] == (["Rebels"], [])
