"""What an analyst's own places do to the choice: picked ones win, bulk ones weigh like the rest."""

from __future__ import annotations

from collections import Counter

import pytest

from dateline.document import Span
from dateline.lexicon.gazetteer import Candidate, GazetteerPlace
from dateline.mentions.record import Toponym
from dateline.resolve.places_candidates import Name, Setting
from dateline.resolve.places_joint import choose
from dateline.resolve.places_lookup import looked_up
from dateline.resolve.places_score import weights

TOWN = GazetteerPlace(
    row=1,
    ref="geonames:1",
    name="Orvane",
    kind="place",
    feature="",
    iso2="SY",
    country="SYR",
    admin1="North",
    admin1_row=10,
    parent=10,
    lat=36.0,
    lon=37.0,
    population=90_000,
    radius_km=3.0,
    added=False,
)
HAMLET = TOWN._replace(
    row=2, ref="own:2", admin1="South", admin1_row=11, parent=11, lat=32.5, lon=36.5, population=0, added=True
)
PROVINCE = TOWN._replace(row=10, ref="geonames:10", kind="admin1", lat=36.2, population=900_000)
OUTLINE = PROVINCE._replace(row=20, ref="own:20", population=0, added=True, picked=True)


def chosen(*places: GazetteerPlace, feature: str | None = None) -> str:
    toponym = Toponym(span=Span(0, 6), text="Orvane", feature=feature)
    listed = tuple(Candidate(place, 1, True) for place in places)
    name = Name("orvane|", [toponym], listed)
    choice = choose(Setting(Counter({"SY": 2}), {"orvane|": name}, Counter()), weights())["orvane|"]
    return choice.candidate.place.ref


@pytest.mark.parametrize(("picked", "ref"), [(True, "own:2"), (False, "geonames:1")])
def test_a_picked_hamlet_wins_and_one_of_a_long_list_does_not(picked: bool, ref: str) -> None:
    assert chosen(TOWN, HAMLET._replace(picked=picked)) == ref


def test_an_outline_stands_for_its_province_and_not_for_the_town() -> None:
    assert chosen(PROVINCE, OUTLINE, feature="province") == "own:20"
    assert chosen(TOWN, OUTLINE, feature="city") == "geonames:1"


def test_one_place_in_two_lists_is_no_doubt() -> None:
    toponym = Toponym(span=Span(0, 6), text="Orvane")
    again = TOWN._replace(row=3, ref="own:3", lat=36.01, added=True)
    name = Name("orvane|", [toponym], (Candidate(TOWN, 1, True), Candidate(again, 1, True)))
    choice = choose(Setting(Counter({"SY": 2}), {"orvane|": name}, Counter()), weights())["orvane|"]
    assert choice.share == pytest.approx(1.0)


def test_a_hamlet_of_a_long_list_needs_company_close_by() -> None:
    toponym = Toponym(span=Span(0, 6), text="Orvane")
    name = Name("orvane|", [toponym], (Candidate(HAMLET, 1, True),))
    setting = Setting(Counter({"SY": 2}), {"orvane|": name}, Counter())
    assert choose(setting, weights()) == {}
    near = TOWN._replace(row=4, ref="geonames:4", name="Mora", lat=32.6, lon=36.6)
    setting.names["mora|"] = Name(
        "mora|", [Toponym(span=Span(9, 13), text="Mora")], (Candidate(near, 1, True),)
    )
    assert set(choose(setting, weights())) == {"orvane|", "mora|"}


def test_an_article_written_by_ear_is_no_other_name() -> None:
    towns = [c for c in looked_up("al-Sukhnah", None) if c.place.kind == "place"]
    assert {(c.place.name, c.tier) for c in towns} == {("As Sukhnah", 1)}
