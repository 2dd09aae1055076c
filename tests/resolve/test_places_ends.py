"""Named ends, nameless places beside known ones, sides of areas by their settlements."""

from __future__ import annotations

import dataclasses

import pytest

from dateline.claims.record import Place
from dateline.document import Span
from dateline.lexicon import Entry, entries
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.resolve import geometry
from dateline.resolve.geometry import Area, distance_km
from dateline.resolve.places_beside import beside
from dateline.resolve.places_ends import ends_in
from dateline.resolve.places_record import ResolvedPlace

POINTS = {"Orvane": (30.0, 40.0), "Tell Mera": (30.0, 41.0), "Khirbet Sol": (31.0, 40.5), "Dol": (32.0, 42.0)}


def resolved(text: str, kind: str = "place") -> list[ResolvedPlace]:
    """Every invented name in the text, as a place of `kind`."""
    return [
        ResolvedPlace(
            span=Span(text.index(name), text.index(name) + len(name)),
            text=name,
            kind=kind,
            country="XYZ",
            admin1="Dol",
            lat=lat,
            lon=lon,
            precision=3 if kind == "admin1" else 1,
            radius_km=2.0,
            score=0.9,
        )
        for name, (lat, lon) in POINTS.items()
        if name in text
    ]


EXAMPLES = [
    (entry, text, wanted)
    for entry in entries("place_ends")
    for wanted, texts in ((True, entry.match), (False, entry.reject))
    for text in texts
]


@pytest.mark.parametrize(("entry", "text", "wanted"), EXAMPLES)
def test_lexicon_examples(entry: Entry, text: str, wanted: bool) -> None:
    assert bool(ends_in(text, resolved(text))) is wanted


def test_an_event_between_towns_is_in_their_middle() -> None:
    text = "Shells fell between Orvane and Tell Mera."
    (ends,) = ends_in(text, resolved(text))
    assert (ends.role, ends.area.lat) == ("between", pytest.approx(30.0, abs=0.01))
    assert ends.area.lon == pytest.approx(40.5, abs=0.01)
    assert ends.area.radius_km == pytest.approx(distance_km(30, 40, 30, 41) / 2, rel=0.01)


def test_a_road_is_along_and_a_triangle_holds_its_corners() -> None:
    road = "Mines lay on the highway linking the towns of Orvane and Tell Mera."
    assert [e.role for e in ends_in(road, resolved(road))] == ["along"]
    corners = "They fought in the triangle between Orvane, Tell Mera and Khirbet Sol."
    (ends,) = ends_in(corners, resolved(corners))
    assert len(ends.members) == 3
    area = ends.area
    assert all(
        distance_km(area.lat, area.lon, m.lat or 0, m.lon or 0) <= area.radius_km for m in ends.members
    )


def test_between_countries_is_no_point() -> None:
    text = "Talks between Orvane and Tell Mera failed."
    assert ends_in(text, resolved(text, kind="country")) == ()


@pytest.mark.parametrize(
    ("text", "kind", "precision", "away_km"),
    [
        ("They shelled Qel Harun in Dol province.", "admin1", 3, 0),
        ("They shelled Qel Harun, 40 km south of Dol.", "place", 2, 40),
        ("They shelled Qel Harun near Dol.", "place", 2, 0),
        ("They shelled Qel Harun, about 40 kilometres (25 miles) south of Dol.", "place", 2, 40),
        ("They shelled Qel Harun (Dol) by night.", "place", 2, 0),
        ("They shelled Qel Harun in Syria's Dol province.", "admin1", 3, 0),
        ("They shelled Qel Harun in Syrias northern Dol province.", "admin1", 3, 0),
        ("They shelled Qel Harun in the northwestern Syrian province of Dol.", "admin1", 3, 0),
        ("They shelled Qel Harun and Tell Vorun in Dol province.", "admin1", 3, 0),
        ("They shelled Qel Harun, Tell Vorun and Kel in the province of Dol.", "admin1", 3, 0),
    ],
)
def test_a_nameless_place_takes_what_stands_beside_it(
    text: str, kind: str, precision: int, away_km: float
) -> None:
    at = text.index("Qel Harun")
    place = Place(text="Qel Harun", span=Span(at, at + len("Qel Harun")), role="at")
    found = beside(place, text, resolved(text, kind))
    assert (found.gazetteer, found.admin1, found.precision, found.score) == (None, "Dol", precision, 0.45)
    assert found.lat is not None and found.lon is not None and found.radius_km
    assert distance_km(found.lat, found.lon, 32.0, 42.0) == pytest.approx(away_km, abs=0.5)


@pytest.mark.parametrize(
    "text",
    [
        "They shelled Qel Harun while the governor of Dol slept.",
        "They shelled Qel Harun. In Dol it was quiet.",
        "They shelled Qel Harun and were repelled in Dol province.",
        "They shelled Qel Harun (as the governor of Dol said).",
        "They shelled Qel Harun, Dol and a third town.",
    ],
)
def test_a_nameless_place_without_a_parent_stays_null(text: str) -> None:
    at = text.index("Qel Harun")
    place = Place(text="Qel Harun", span=Span(at, at + len("Qel Harun")), role="at")
    assert beside(place, text, resolved(text)) == dataclasses.replace(place)


def test_the_side_of_an_area_is_where_its_settlements_are() -> None:
    points = [(float(lat), 10.0) for lat in range(10)]
    north = geometry.side(points, bearing=0)
    assert north is not None and north.lat == pytest.approx(7.0)
    assert geometry.side(points[:2], bearing=0) is None
    assert geometry.side([], bearing=90) is None


def test_the_north_of_a_province_does_not_reach_over_the_border() -> None:
    gazetteer = open_gazetteer()
    (province,) = [c.place for c in gazetteer.lookup("Aleppo", tiers=(1,)) if c.place.kind == "admin1"]
    north = geometry.side(gazetteer.settlements(province.ref), bearing=0)
    assert isinstance(north, Area)
    assert gazetteer.nearest_country(north.lat, north.lon) == "SY"
    assert north.lat > province.lat
    assert gazetteer.settlements("geonames:0") == ()
