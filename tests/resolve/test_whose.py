"""Whose a role noun is that no country stands beside."""

from __future__ import annotations

import pytest
from scenes import body_of

from dateline.annotate.parser import parse
from dateline.mentions.actors import actors
from dateline.mentions.record import Mentions
from dateline.pipeline.coder import code
from dateline.read.text import document_of
from dateline.resolve.reference import Scene
from dateline.resolve.reference_whose import FEATURES, KINDS, kind_of

SYRIA = "Shells fell on Daraa in Syria. Rebels left Homs. Refugees left Syria's Hama."


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("At the crossing the soldiers opened fire.", "SYR:military"),
        ("At Mafraq in Jordan the soldiers opened fire.", "JOR:military"),
    ],
)
def test_soldiers_are_of_the_land_their_sentence_names(sentence: str, who: str) -> None:
    assert body_of(f"Jordan saw it all. {SYRIA} Jordan waited. {sentence}", "the soldiers") == who


def test_a_land_without_an_army_is_not_whose_the_soldiers_are() -> None:
    text = "Israel closed the road. Shops shut in Jericho and Nablus in Palestine. Soldiers shot a boy there."
    assert body_of(text, "Soldiers") == "ISR:military"


def test_nobody_has_soldiers_where_no_country_is_spoken_of() -> None:
    assert body_of("The soldiers burnt the mill.", "The soldiers") is None


def test_every_role_of_a_state_has_weights_and_people_have_none() -> None:
    assert {kind_of(role) for role in ("military", "judiciary", "police", "media")} == set(KINDS)
    assert kind_of("person") is None


def test_rebels_are_of_the_land_that_the_report_plays_in() -> None:
    assert body_of(f"{SYRIA} At Mafraq in Jordan the rebels opened fire.", "the rebels") == "SYR:rebels"


def test_each_country_spoken_of_has_one_row_of_features() -> None:
    parsed = parse(document_of(SYRIA + " Jordan waited.", name="t"))
    whose = Scene(parsed, Mentions(actors=tuple(actors(parsed)))).whose
    rows = dict(zip(whose.countries, whose.rows(len(SYRIA), "military", "JOR"), strict=True))
    assert whose.countries == ("SYR", "JOR")
    assert {len(row) for row in rows.values()} == {len(FEATURES)}
    place = FEATURES.index("place")
    assert (rows["SYR"][place], rows["JOR"][place]) == (0.0, 1.0)


def test_one_of_our_soldiers_is_of_the_side_that_speaks() -> None:
    text = 'Shells fell on Daraa in Syria. "One of our soldiers was hit at Homs," the Jordanian army said.'
    (hit,) = [c for c in code(document_of(text, name="t")).claims if c.trigger == "hit"]
    assert {p.actor for p in hit.targets} == {"JOR:military"}


def test_those_who_rule_are_of_the_land_that_the_report_plays_in() -> None:
    text = f"{SYRIA} American jets watched. The US military said a US pilot saw regime soldiers."
    assert body_of(text, "regime soldiers") == "SYR:military"
