"""Distances, bearings and areas; the words that ask for them."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.lexicon.load import entries
from dateline.resolve.geometry import Area, between, distance_km, enclosing, moved, offset, part
from dateline.resolve.places_relations import relation_before

HERE = Area(35.0, 38.0, 5.0)


@pytest.mark.parametrize(
    ("words", "bearing", "km", "inner"),
    [
        ("a post 25 km west of ", 270, 25, False),
        ("a post 25 kilometres (15 miles) west of ", 270, 25, False),
        ("a post 25km [about 15 miles] from ", None, 25, False),
        ("a post 25km from ", None, 25, False),
        ("about twelve miles south of the city of ", 180, 19.3, False),
        ("in the northwestern countryside of ", 315, None, True),
        ("north of ", 0, None, False),
        ("10 kilometers from ", None, 10, False),
        ("in central ", None, None, True),
    ],
)
def test_relations(words: str, bearing: float | None, km: float | None, inner: bool) -> None:
    found = relation_before(words)
    assert found is not None
    assert (found.bearing, found.inner) == (bearing, inner)
    assert found.km == (None if km is None else pytest.approx(km, rel=0.01))


@pytest.mark.parametrize("words", ["in ", "killed 25 people in ", "", "in the east, ", "the km of "])
def test_no_relation(words: str) -> None:
    assert relation_before(words) is None


LISTED = [
    (e, text, wanted)
    for e in entries("place_relations")
    for wanted, texts in ((True, e.match), (False, e.reject))
    for text in texts
]


@pytest.mark.parametrize(("entry", "text", "wanted"), LISTED)
def test_lexicon_examples(entry: object, text: str, wanted: bool) -> None:
    found = relation_before(text.split("Orvane")[0]) if "Orvane" in text else None
    if found is None:
        assert not wanted
    elif entry.id.startswith("compass."):  # type: ignore[attr-defined]
        assert ((found.bearing == entry["bearing"] and found.km is None) or found.km is not None) is wanted  # type: ignore[index]
    else:
        assert (found.km is not None) is wanted


latitudes, longitudes = st.floats(-80, 80), st.floats(-179, 179)


@settings(max_examples=200, deadline=None)
@given(latitudes, longitudes, st.floats(0, 359), st.floats(0.1, 500))
def test_moving_covers_the_distance(lat: float, lon: float, bearing: float, km: float) -> None:
    there = moved(lat, lon, bearing=bearing, km=km)
    assert distance_km(lat, lon, *there) == pytest.approx(km, rel=1e-4)
    assert -180 <= there[1] < 180


@settings(max_examples=100, deadline=None)
@given(latitudes, longitudes, latitudes, longitudes)
def test_between_lies_as_far_from_both(lat: float, lon: float, lat2: float, lon2: float) -> None:
    middle = between(Area(lat, lon, 1), Area(lat2, lon2, 1))
    first, second = (
        distance_km(lat, lon, middle.lat, middle.lon),
        distance_km(lat2, lon2, middle.lat, middle.lon),
    )
    assert first == pytest.approx(second, abs=1.0)
    assert middle.radius_km >= first - 1.0


def test_a_part_lies_on_its_side() -> None:
    province = shapely.to_wkb(shapely.box(36.0, 34.0, 39.0, 37.0))
    south_east = part(Area(35.5, 37.5, 150), bearing=135, outline=province)
    assert (south_east.lat, south_east.lon) == (pytest.approx(34.75), pytest.approx(38.25))
    assert south_east.radius_km < 150
    disc = part(Area(35.5, 37.5, 100), bearing=90)
    assert disc.lon > 37.5 and disc.lat == pytest.approx(35.5, abs=0.01)


def test_an_offset_without_distance_stays_close() -> None:
    south = offset(HERE, bearing=180)
    assert south.lat < HERE.lat and distance_km(HERE.lat, HERE.lon, south.lat, south.lon) < 20


def test_enclosing_holds_every_place() -> None:
    towns = [Area(35.0, 38.0, 1), Area(35.5, 38.2, 1), Area(35.2, 38.9, 1)]
    disc = enclosing(towns)
    assert all(distance_km(disc.lat, disc.lon, t.lat, t.lon) <= disc.radius_km + 1e-9 for t in towns)
    assert math.isfinite(disc.radius_km)
