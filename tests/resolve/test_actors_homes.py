"""Names that are a body's only where it is at home: the report's countries decide."""

from __future__ import annotations

import pytest
from scenes import body_of


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Snow fell on Gorazde in Bosnia. Serb forces shelled a mill.", "Serb forces", "group:bosnian_serbs"),
        ("Snow fell on Prizren in Kosovo. Serb forces shelled a mill.", "Serb forces", "SRB:military"),
        ("Snow fell on Prizren in Kosovo. Serb police searched a mill.", "Serb police", "SRB:police"),
        ("Talks opened in Istanbul, Turkey. Serb police searched a mill.", "Serb police", "SRB:police"),
        ("Shots fell on Tetovo in Macedonia. The NLA burned a mill.", "The NLA", "group:nla_macedonia"),
        ("Rain fell on Bunia in Congo. The UPC burned a mill.", "The UPC", "group:upc_congo"),
        ("Rain fell on Bria in the Central African Republic. The UPC burned a mill.", "The UPC", "group:upc"),
        ("Rain fell on Bilbao in Spain. Eta shot a baker.", "Eta", "group:eta"),
    ],
)
def test_the_reports_countries_tell_whose_a_name_is(text: str, words: str, expected: str) -> None:
    assert body_of(text, words) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [("Prizren in Kosovo", "group:kla"), ("Tetovo in Macedonia", "group:nla_macedonia")],
)
def test_ethnic_albanian_guerrillas_are_of_the_land_they_fight_in(place: str, expected: str) -> None:
    text = f"Shots fell on {place}. Ethnic Albanian guerrillas burned a mill."
    assert body_of(text, "Ethnic Albanian guerrillas") == expected


def test_ritter_the_inspector_is_of_the_united_nations() -> None:
    text = "Inspectors came to Baghdad in Iraq. Ritter visited a mill."
    assert body_of(text, "Ritter", "talk") == "org:un"
