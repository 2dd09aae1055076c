"""What an event counts though no number is written."""

from __future__ import annotations

import pytest
from scenes import scene_of

from dateline.claims.figures_unsaid import uncounted

Bounds = list[tuple[float, float | None]]


@pytest.mark.parametrize(
    ("text", "action", "figures"),
    [
        ("The blast killed a doorman.", "kill", [(1, 1)]),
        ("Police arrested its commander.", "detain", [(1, 1)]),
        ("The blast killed the doorman.", "kill", []),
        ("The blast killed its driver.", "kill", [(1, 1)]),
        ("The blast killed its crew.", "kill", []),
        ("The blast killed an elderly couple.", "kill", []),
        ("Gunmen killed herders.", "kill", [(2, None)]),
        ("Gunmen killed the herders.", "kill", []),
        ("Gunmen killed ten herders.", "kill", []),
        ("Gunmen killed the mayor.", "kill", []),
        ("Gunmen killed Peter Orlan.", "kill", [(1, 1)]),
        ("Gunmen killed Peter Orlan and Paul Weber.", "kill", []),
        ("Those killed were herders.", "kill", [(2, None)]),
        ("The number of those killed is unknown.", "kill", []),
        ("The raid caused deaths.", "kill", [(2, None)]),
        ("The number of deaths rose.", "kill", []),
        ("The column suffered heavy losses.", "kill", [(3, None)]),
        ("The raid caused casualties.", "kill", [(2, None)]),
        ("The raid caused the casualties.", "kill", []),
        ("Nobody was wounded.", "wound", [(0, 0)]),
        ("The raid caused no casualties.", "kill", [(0, 0)]),
        ("Gunmen did not kill herders.", "kill", []),
        ("Gunmen planned to kill Peter Orlan.", "kill", []),
        ("Gunmen threatened to kill more herders.", "kill", []),
    ],
)
def test_what_counts_without_a_number(text: str, action: str, figures: Bounds) -> None:
    scene, _ = scene_of(text, action)
    assert [(q.low, q.high) for q in uncounted(scene)] == figures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Shells destroyed houses and trucks.", ["buildings", "vehicles"]),
        ("Shells destroyed trucks, houses and huts.", ["vehicles", "buildings"]),
        ("Houses were destroyed by shells.", ["buildings"]),
        ("Shells destroyed a house.", []),
        ("The destruction of houses went on.", ["buildings"]),
        ("Shells caused damage to houses and trucks.", ["buildings", "vehicles"]),
        ("Shells caused damage to a house.", []),
        ("Shells destroyed their weaponry.", ["weapons"]),
        ("Shells destroyed armoured vehicles.", ["armored_vehicles"]),
    ],
)
def test_things_count_once_a_measure(text: str, measures: list[str]) -> None:
    scene, _ = scene_of(text, "destroy")
    assert [q.measure for q in uncounted(scene)] == measures


@pytest.mark.parametrize(
    ("text", "action", "figures"),
    [
        ("A helicopter dropped a barrel bomb on the market.", "airstrike", [(1, 1)]),
        ("Helicopters dropped barrel bombs on the market.", "airstrike", [(2, None)]),
        ("Helicopters dropped the barrel bombs on the market.", "airstrike", []),
        ("Guards fired a rocket at the market.", "shelling", [(1, 1)]),
        ("Guards fired rockets at the market.", "shelling", []),
        ("The shelling of the market went on.", "shelling", []),
    ],
)
def test_what_is_dropped_or_fired_counts(text: str, action: str, figures: Bounds) -> None:
    scene, _ = scene_of(text, action)
    assert [(q.low, q.high) for q in uncounted(scene)] == figures
    assert all(q.measure == "munitions" for q in uncounted(scene))


def test_other_acts_count_nobody() -> None:
    scene, _ = scene_of("Rebels attacked herders.", "attack")
    assert uncounted(scene) == []
