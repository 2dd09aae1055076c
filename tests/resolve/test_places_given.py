"""Places of claims coded elsewhere: found from their own words, by the coder's rules, or left null."""

from __future__ import annotations

import pytest
from builders import at, kill, report

from dateline.claims.record import Place
from dateline.document import Span
from dateline.resolve.places_given import resolve_given


def given(text, words, *, role="at", seat=None, **fields):
    """The place `words` of a claim in `text`, resolved; `seat` is a span that are not its words."""
    document = report(text, name="given")
    place = Place(text=words, span=seat or at(words, text), role=role, **fields)
    trigger = at("killed", text)
    claim = kill(document, span=trigger, trigger="killed", places=(place,), quantities=())
    ((found,),) = ([c.places[0]] for c in resolve_given([claim], document))
    return found


SUDAN = "Gunmen killed two traders in {} in Sudan, the radio of Khartoum said."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Nyala", "Nyala"),
        ("the outskirts of Nyala", "Nyala"),
        ("Nyala's outskirts", "Nyala"),
    ],
)
def test_a_name_in_the_words_is_resolved_and_its_rule_is_told(words, name):
    found = given(SUDAN.format(words), words)
    assert (found.name, found.country) == (name, "SDN")
    assert found.lat is not None and found.text == words
    assert found.rule.startswith("places.given: same name")


@pytest.mark.parametrize(
    "words",
    [
        "the town",
        "THE TOWN",
        "east",
        "Nyala al-Wusta Qadima",  # a longer name that no source holds is not its first word
        "Qebberash Hospital",
        "a market",
    ],
)
def test_what_no_source_holds_stays_open(words):
    found = given(SUDAN.format(words), words)
    assert (found.lat, found.gazetteer, found.rule) == (None, None, "")


@pytest.mark.parametrize("words", ["the Nyala Hospital", "Nyala Street", "Nyala Airport"])
def test_a_site_that_bears_the_name_of_a_place_may_stand_anywhere(words):
    assert given(SUDAN.format(words), words).gazetteer is None


def test_a_site_in_a_named_town_is_in_that_town_and_less_sure():
    town = given(SUDAN.format("El Obeid"), "El Obeid")
    site = given(SUDAN.format("the Nyala Hospital in El Obeid"), "the Nyala Hospital in El Obeid")
    assert (site.name, site.precision) == (town.name, 2) and site.score < town.score


def test_coordinates_and_entries_that_came_are_kept():
    found = given(SUDAN.format("Nyala"), "Nyala", lat=1.0, lon=2.0)
    assert (found.lat, found.lon, found.gazetteer) == (1.0, 2.0, None)
    found = given(SUDAN.format("Nyala"), "Nyala", gazetteer="mine:7")
    assert (found.lat, found.gazetteer) == (None, "mine:7")


def test_words_that_stand_nowhere_in_the_text_are_resolved_where_they_are():
    text = SUDAN.format("the market")
    seat = at("killed", text)
    found = given(text, "Nyala", seat=seat)
    assert (found.name, found.span) == ("Nyala", seat)


def test_part_of_a_province_is_a_point_in_it():
    whole, part = (
        given(SUDAN.format(w), w, role="in_part_of")
        for w in ("North Darfur", "the western part of North Darfur")
    )
    assert part.lon < whole.lon and part.precision == 2


def test_nothing_open_nothing_done():
    document = report("Gunmen killed two.", name="x")
    claim = kill(document, span=Span(7, 13), trigger="killed", places=(), quantities=())
    assert resolve_given([claim], document) == (claim,)
