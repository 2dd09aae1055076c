"""Which quantities are an event's, and what they measure."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import scene_of

from dateline.claims.figures import figures_of, rows_of
from dateline.claims.figures_lists import leaders
from dateline.claims.figures_measures import foreseen, otherwise
from dateline.pipeline.coder import code
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "action", "measure"),
    [
        ("Shells killed and wounded ten herders.", "kill", "killed_or_wounded"),
        ("Shells killed and wounded ten herders.", "wound", "killed_or_wounded"),
        ("Three herders killed, five injured in a blast.", "kill", "killed"),
        ("Shells destroyed seven wind turbines.", "destroy", "other"),
        ("Shells destroyed seven houses.", "destroy", "buildings"),
        ("Police arrested eleven gunmen.", "detain", "detained"),
        ("Gunmen kidnapped 40 pupils.", "abduct", "abducted"),
        ("Helicopters dropped six barrel bombs on the mill.", "airstrike", "munitions"),
    ],
)
def test_what_a_number_measures(text: str, action: str, measure: str) -> None:
    scene, quantities = scene_of(text, action)
    assert (foreseen(scene, quantities[0]) or otherwise(scene, quantities[0])) == measure


def test_of_abducted_pupils_the_pupils_are_counted() -> None:
    scene, (quantity,) = scene_of("40 kidnapped pupils came home.", "abduct")
    assert (foreseen(scene, quantity) or otherwise(scene, quantity)) == "abducted"


def test_how_long_and_how_old_is_no_figure_and_a_share_is_other() -> None:
    scene, quantities = scene_of(
        "In six hours shells killed 20 percent of the herd in a 30-year-old byre.", "kill"
    )
    assert [(q.low, otherwise(scene, q)) for q in quantities] == [(20, "other")]


@pytest.mark.parametrize(
    ("text", "action", "counted"),
    [
        ("Gunners shot down 40 of the 90 drones.", "destroy", [40]),
        ("Of the convoy 40 of 90 trucks were destroyed.", "destroy", [40]),
        ("40 of the 90 herders wounded in March went home.", "wound", [90]),
        ("Shells destroyed 40 trucks and 90 huts.", "destroy", [40, 90]),
        ("Eleven children were among 18 people killed in Orvane.", "kill", [11, 18]),
    ],
)
def test_of_some_and_all_the_event_has_those_it_is_told_of(
    text: str, action: str, counted: list[int]
) -> None:
    _, quantities = scene_of(text, action)
    assert [q.low for q in quantities] == counted


def test_what_is_listed_is_led_by_the_first() -> None:
    scene, quantities = scene_of("Shells destroyed three trucks, two boats and a bridge.", "destroy")
    assert leaders(scene, quantities) == [0, 0, 0]


def test_another_event_between_ends_a_list() -> None:
    scene, quantities = scene_of("Shells killed three herders and wounded two guards.", "kill")
    assert leaders(scene, quantities) == [0, 1]


def test_who_died_is_counted_with_the_dead_whatever_harm_is_told_before() -> None:
    document = document_of("The blast killed and wounded villagers; 12 people died.", name="t")
    claim = next(c for c in code(document).claims if c.trigger == "died")
    assert [(q.measure, q.low, q.high) for q in claim.quantities] == [("killed", 12, 12)]


def test_one_figure_of_the_killed_and_the_wounded_is_of_both() -> None:
    document = document_of("Shells killed and injured 1,000 fighters in the past week.", name="t")
    told = {c.action: [(q.measure, q.low) for q in c.quantities] for c in code(document).claims}
    assert told["kill"] == told["wound"] == [("killed_or_wounded", 1000)]


def test_every_quantity_has_a_row_of_finite_numbers() -> None:
    scene, quantities = scene_of("Shells killed three herders and burned 40 huts.", "kill", evidence=True)
    rows, _ = rows_of(scene, quantities)
    assert rows.shape[0] == len(quantities) == 2
    assert np.isfinite(rows).all()


def test_the_parts_are_figures_of_one_event() -> None:
    scene, quantities = scene_of("Shells killed ten herders, including two boys.", "kill")
    assert [(f.low, f.part_of) for f in figures_of(scene, quantities)] == [(10, None), (2, 0)]


@pytest.mark.parametrize(
    ("text", "action", "figures"),
    [
        ("Raiders killed 20 herders and some guards, two security sources said.", "kill", {20.0: "killed"}),
        ("Losses were 90 men killed, 14 tanks.", "kill", {90.0: "killed", 14.0: "tanks"}),
    ],
)
def test_neither_tellers_nor_tanks_are_killed(text: str, action: str, figures: dict[float, str]) -> None:
    (claim,) = (c for c in code(document_of(text, name="t")).claims if c.action == action)
    given = {q.low: q.measure for q in claim.quantities if q.bound == "exact"}
    assert given.items() <= figures.items()


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The raid killed 12 people in a camp, which houses a population of about 30,000.", [12]),
        ("Shells killed six in the town of 20,000 people.", [6]),
        ("Shells killed six in Sake, home to some 9,000 people.", [6]),
        ("Shells killed six children from one family in Sake.", [6]),
        # Who is said to be there may still be who was hit.
        ("Shells killed all men of a camp of 40 fighters.", [40]),
    ],
)
def test_who_lives_in_a_place_is_not_killed_with_those_hit_there(text: str, killed: list[int]) -> None:
    claims = code(document_of(text, name="note")).claims
    assert [
        q.low for c in claims if c.action == "kill" for q in c.quantities if q.measure == "killed"
    ] == killed


@pytest.mark.parametrize(
    ("text", "action", "figures"),
    [
        ("The raid killed 34 herders, an aid worker and the Tarn police said.", "kill", [("killed", 34)]),
        ("A shell wounded a family in Tarn.", "wound", []),
        ("The raid killed 90 herders, a third of them children.", "kill", [("killed", 90)]),
        ("Rebels killed 17 herders, up from 12 in May.", "kill", [("killed", 17)]),
        ("Of the 45 hostages, 12 were freed on Monday.", "release", [("released", 12)]),
        ("The strike destroyed two fuel trucks near Tarn.", "airstrike", []),
        ("The strike destroyed two fuel trucks near Tarn.", "destroy", [("vehicles", 2)]),
        ("The state deployed warplanes to Tarn on Monday.", "deploy", [("aircraft", 2)]),
        ("A plane damaged a hospital near Tarn.", "destroy", [("buildings", 1)]),
        ("Soldiers seized 90 pounds (40 kgs) of explosives on Monday.", "seize", [("other", 90)]),
        ("Rebels shelled several neighbourhoods of Tarn.", "shelling", [("other", 3)]),
        ("The guards suffered two dead and four wounded in the raid.", "kill", [("killed", 2)]),
        ("Raiders kidnapped and killed 11 herders.", "abduct", [("abducted", 11)]),
    ],
)
def test_what_is_a_figure_of_the_event(text: str, action: str, figures: list[tuple[str, float]]) -> None:
    (claim,) = (c for c in code(document_of(text, name="t")).claims if c.action == action)
    assert [(q.measure, q.low) for q in claim.quantities] == figures
