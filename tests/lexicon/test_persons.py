"""Persons whose surname alone stands for a body."""

from __future__ import annotations

import pytest

from dateline.lexicon.registry_match import words
from dateline.mentions.actors_lexicon import person_matcher


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rabin spoke on the radio.", "ISR:government"),
        ("Annan flew to Baghdad.", "org:un"),
        ("Maskhadov ordered a halt.", "group:chechen_rebels"),
        ("Hekmatyar shelled the south.", "group:hezb_i_islami"),
        ("Gerry Adams came late.", "group:sinn_fein"),
        ("Kinkel flew to Bonn.", "DEU:government"),
        ("Talabani called a truce.", "group:puk"),
        ("Kokoity shut the road.", "group:south_ossetian_forces"),
        ("Rwasa hid in the hills.", "group:fnl"),
        ("Minnawi signed nothing.", "group:slm_mm"),
        ("Ahmad Shah Masood rode north.", "group:northern_alliance"),
        ("Dhlakama stayed in the bush.", "group:renamo"),
    ],
)
def test_a_surname_that_is_one_persons_stands_for_whom_he_leads(text: str, actor: str) -> None:
    assert {value for hit in person_matcher().find(words(text)) for value in hit.values} == {actor}


@pytest.mark.parametrize("text", ["Isaias sold bread.", "Castro sold bread.", "Machar sold bread."])
def test_a_surname_of_many_or_of_many_offices_stands_for_nobody(text: str) -> None:
    assert list(person_matcher().find(words(text))) == []
