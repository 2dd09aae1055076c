"""Areas that are no unit: where they lie, what they are a part of, and that they are not their namesakes."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.lexicon import Entry, entries
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.places import toponyms_at
from dateline.read.text import document_of
from dateline.resolve.geometry import distance_km
from dateline.resolve.places import resolve_toponyms
from dateline.resolve.places_areas import area_named, listed_area
from dateline.resolve.places_lookup import looked_up
from dateline.resolve.places_record import ResolvedPlace


def resolved(text: str, name: str) -> ResolvedPlace:
    parsed = parse(document_of(text, name="test"))
    span = Span(text.index(name), text.index(name) + len(name))
    return resolve_toponyms(parsed, toponyms_at(parsed, [span]))[0]


@pytest.mark.parametrize("entry", entries("place_areas"), ids=lambda entry: entry.id)
def test_every_listed_area_lies_where_its_row_says(entry: Entry) -> None:
    for text in entry.match:
        assert any(name in text for name in entry["names"])
    for text in entry.reject:
        assert not any(name in text for name in entry["names"])
    area = listed_area(entry["names"][0])
    assert area is not None and entry["checked"]
    held, countries = open_gazetteer(), {entry["country"]}
    for name, row in entry.get("parts", {}).items():
        part = held.place(row)
        assert part is not None, name
        countries.add(part.iso2)
        heard = {fold(part.name).replace(" ", "")} | {c.place.row for c in held.lookup(name) if c.tier < 3}
        assert row in heard or fold(name.split(" (")[0]).replace(" ", "") in heard, (name, part.name)
        assert distance_km(area.place.lat, area.place.lon, part.lat, part.lon) <= area.place.radius_km
    assert area.place.iso2 == entry["country"]
    assert held.nearest_country(area.place.lat, area.place.lon) in countries


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1", "precision"),
    [
        ("Israeli tanks fired on the Golan Heights.", "Golan Heights", "SYR", "Quneitra", 2),
        ("Syrian jets bombed Eastern Ghouta.", "Eastern Ghouta", "SYR", "Rif-dimashq", 2),
        ("Gunmen blew up a pipeline in the Niger Delta.", "Niger Delta", "NGA", None, 3),
        ("Rockets fell in the Negev in Israel.", "Negev", "ISR", "Southern District", 2),
        ("The Ukrainian army left parts of the Donbas.", "Donbas", "UKR", None, 3),
        ("Sudanese planes bombed the Nuba Mountains.", "Nuba Mountains", "SDN", None, 3),
    ],
)
def test_an_area_is_its_own_place(
    text: str, name: str, country: str, admin1: str | None, precision: int
) -> None:
    area = resolved(text, name)
    assert (area.country, area.admin1, area.precision) == (country, admin1, precision)
    assert area.lat is not None and area.lon is not None


def test_a_listed_area_leaves_its_namesakes_in_the_running() -> None:
    assert {c.place.iso2 for c in looked_up("Kurdistan", None)} == {"IQ", "IR"}
    assert {c.place.iso2 for c in looked_up("Golan", None)} == {"SY", "IR"}


def test_provinces_of_one_name_still_make_an_area() -> None:
    area = area_named("Darfur")
    assert area is not None and area.place.ref.startswith("geonames:")
    assert listed_area("Darfur") is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Libyas", "LY"), ("Aleppos", "SY"), ("Raqqas", "SY"), ("Iraqs", "IQ")],
)
def test_a_possessive_without_its_apostrophe_is_its_owner(name: str, meant: str) -> None:
    assert meant in {c.place.iso2 for c in looked_up(name, None) if c.tier == 1}


@pytest.mark.parametrize("name", ["Canadians", "Gazans", "Texans"])
def test_a_people_is_no_possessive_of_a_town(name: str) -> None:
    assert all(c.place.kind == "country" for c in looked_up(name, None) if c.tier == 1)


@pytest.mark.parametrize(
    ("name", "meant"), [("Ghoutta", "Ghouta"), ("East Ghota", "Eastern Ghouta"), ("Kalamoon", "Qalamoun")]
)
def test_an_area_is_heard_in_another_romanisation(name: str, meant: str) -> None:
    assert meant in {c.place.name for c in looked_up(name, None) if c.tier == 2}
