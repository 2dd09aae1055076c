"""Borders have a place: the line where two countries meet."""

from __future__ import annotations

from collections import Counter

import pytest
from builders import capture

from dateline.annotate.parser import parse
from dateline.claims.record import Claim, Place
from dateline.document import Span
from dateline.lexicon.gazetteer import countries_in
from dateline.lexicon.gazetteer.borders import border_words
from dateline.lexicon.load import entries
from dateline.mentions.places import toponyms_at
from dateline.read.text import document_of
from dateline.resolve.places import resolve_toponyms
from dateline.resolve.places_borders import borders_in
from dateline.resolve.places_claims import resolve_places


@pytest.mark.parametrize(
    ("text", "words", "sides"),
    [
        ("Guns fired on the Chad-Sudan border.", "Chad-Sudan border", {"TD", "SD"}),
        ("Guns fired on the border between Chad and Sudan.", "border between Chad and Sudan", {"TD", "SD"}),
        ("Guns fired on Chad's border with Sudan.", "Chad's border with Sudan", {"TD", "SD"}),
        ("Guns fired on the Syrian-Lebanese frontier.", "Syrian-Lebanese frontier", {"SY", "LB"}),
        ("Syrian guns fired near the Lebanese border.", "Lebanese border", {"SY", "LB"}),
    ],
)
def test_a_border_is_named_by_one_side_or_both(text: str, words: str, sides: set[str]) -> None:
    found = borders_in(text, countries_in(text))
    assert [(text[b.span.start : b.span.end], set(b.sides)) for b in found] == [(words, sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Guns fired on the border.",
        "Guns fired near the Lebanese border.",
        "Guns fired on the Syria-Russia border.",
        "Guns fired at the Syrian-Turkish border crossing.",
    ],
)
def test_no_border_without_two_neighbours_or_where_one_spot_is_meant(text: str) -> None:
    assert borders_in(text, countries_in(text)) == ()


def test_lexicon_examples() -> None:
    for entry in entries("place_borders"):
        for wanted, texts in ((True, entry.match), (False, entry.reject)):
            for text in texts:
                line = borders_in(text, countries_in(text)) != ()
                spot = any(w in border_words("spot") for w in text.lower().replace(".", "").split())
                assert (line if entry["kind"] == "line" else spot and not line) is wanted, text


def placed(text: str, words: str, *names: str) -> Place:
    """The place `words` of a claim in a text whose `names` are resolved."""
    document = document_of(text, name="test")
    parsed = parse(document)
    toponyms = toponyms_at(parsed, [Span(text.index(n), text.index(n) + len(n)) for n in names])
    start = text.index(words)
    place = Place(text=words, span=Span(start, start + len(words)), role="at", rule="test")
    coded: tuple[Claim, ...] = (capture(document, places=(place,), span=Span(0, 4)),)
    return resolve_places(coded, parse=parsed, resolved=resolve_toponyms(parsed, toponyms))[0].places[0]


def test_an_event_on_a_border_is_placed_along_it() -> None:
    place = placed("Guns fired on the Chad-Sudan border.", "the Chad-Sudan border", "Chad", "Sudan")
    assert (place.name, place.precision, place.gazetteer) == ("Chad-Sudan border", 3, None)
    assert place.radius_km is not None and place.radius_km > 300
    assert place.lon is not None and 21.0 < place.lon < 25.0


def test_a_town_near_a_border_stays_where_it_is() -> None:
    place = placed("Guns fired in Azaz near the Syrian-Turkish border.", "Azaz", "Azaz")
    assert place.gazetteer is not None and place.country == "SYR"


def test_the_other_side_is_the_neighbour_told_of_most() -> None:
    text = "Guns fired at the Iraqi border."
    assert set(borders_in(text, Counter(RU=9, SY=3, IR=1))[0].sides) == {"IQ", "SY"}
