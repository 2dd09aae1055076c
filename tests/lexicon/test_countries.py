"""Which countries a text speaks of, and where two of them meet."""

from __future__ import annotations

import pytest

from dateline.lexicon.gazetteer import countries_in
from dateline.lexicon.gazetteer.borders import border


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("A car overturned and pinned us down.", {}),
        ("TWO CARS COLLIDED AND A CAR BURNED.", {}),
        ("Envoys of the US and the CAR met.", {"US": 1, "CF": 1}),
        ("The U.S. and syrias neighbours met.", {"US": 1, "SY": 1}),
    ],
)
def test_a_word_in_small_letters_is_no_short_form_of_a_country(text: str, countries: dict[str, int]) -> None:
    assert dict(countries_in(text)) == countries


def test_a_border_lies_between_its_two_countries_whichever_is_named_first() -> None:
    found = border("HT", "DO")
    assert found is not None and found == border("DO", "HT")
    assert (18.0 < found.lat < 20.0, -72.5 < found.lon < -71.0) == (True, True)


def test_countries_that_do_not_touch_have_no_border() -> None:
    assert border("SY", "RU") is None
