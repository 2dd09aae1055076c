"""Whose fighters those of a people without a state are."""

from __future__ import annotations

import pytest
from scenes import body_of

from dateline.lexicon import Entry, entries
from dateline.pipeline.coder import code
from dateline.read.text import document_of

ENTRIES = entries("peoples")


def _subject(text: str) -> str:
    """The last sentence's words before its verb."""
    last = text.rstrip(".").rpartition(". ")[2]
    return last.split(" entered")[0].split(" shelled")[0].split(" sank")[0]


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.match if " had " not in t])
def test_fighters_of_a_people_are_of_the_body_that_the_report_names(entry: Entry, text: str) -> None:
    assert body_of(text, _subject(text)) in entry["bodies"]


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.reject])
def test_where_none_is_named_they_are_nobodys(entry: Entry, text: str) -> None:
    assert body_of(text, _subject(text)) not in entry["bodies"]


def test_a_people_has_no_army_of_the_state_it_lives_in() -> None:
    assert body_of("Syria's army left Hasakah. Kurdish forces entered the mill.", "Kurdish forces") is None


def test_a_peoples_civilians_stay_civilians() -> None:
    text = "The YPG held Kobane in Syria. Kurdish villagers blocked the road."
    assert body_of(text, "Kurdish villagers", "protest") != "group:ypg"


def test_whom_another_leads_is_not_the_people() -> None:
    text = "The YPG held Kobane in Syria. The Kurdish-led coalition entered the mill."
    assert body_of(text, "The Kurdish-led coalition") != "group:ypg"


HOMES = [entry for entry in ENTRIES if entry.get("homes")]


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in HOMES for t in e.match if " had " in t])
def test_a_peoples_soldiers_are_of_its_home_wherever_the_report_plays(entry: Entry, text: str) -> None:
    words = text.rpartition(". ")[2].split(" had")[0]
    assert str(body_of(text, words))[:3] in entry["homes"]


def test_where_the_report_speaks_of_no_home_they_are_nobodys() -> None:
    text = "The panel met in Addis Ababa in Ethiopia. Hutu soldiers had burnt the mill."
    assert body_of(text, "Hutu soldiers") is None


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Thousands", "KEN:protesters"),
        ("Some 200 people", "KEN:protesters"),
        ("Hundreds of Somalis", "SOM:protesters"),
        ("Some 50 ethnic Somalis", "KEN:protesters"),
    ],
)
def test_a_crowd_that_marches_is_protesters(words: str, who: str) -> None:
    assert (
        body_of(f"The mill in Nairobi in Kenya was closed. {words} marched in Nairobi.", words, "protest")
        == who
    )


@pytest.mark.parametrize(
    ("first", "who"),
    [
        ("The Syrian Democratic Forces held a mill near Hasakah in Syria.", "group:syrian_democratic_forces"),
        ("Islamic State held a mill near Hasakah in Syria.", None),
    ],
)
def test_kurdish_led_forces_are_the_body_that_kurds_lead_and_never_their_foe(
    first: str, who: str | None
) -> None:
    (took,) = [
        c
        for c in code(document_of(f"{first} Kurdish-led forces retook Manbij.", name="t")).claims
        if c.trigger == "retook"
    ]
    assert {p.actor for p in took.agents} == {who}


def test_kurds_whom_another_backs_are_the_kurds_and_no_country_s_rebels() -> None:
    text = "The YPG left Homs, Syria. US-backed Syrian Kurdish forces took Tarn. Soldiers hit the rebels."
    claims = code(document_of(text, name="t")).claims
    took = next(claim for claim in claims if claim.trigger == "took")
    assert [party.actor for party in took.agents] == ["group:ypg"]
    hit = next(claim for claim in claims if claim.trigger == "hit")
    assert [party.actor for party in hit.targets] == ["SYR:rebels"]
