"""Building, opening, searching and adding, on a gazetteer of five places."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.errors import GazetteerError
from dateline.lexicon.gazetteer import Gazetteer, countries_in, open_gazetteer
from dateline.lexicon.gazetteer.filed import MOST
from dateline.lexicon.gazetteer.index import BASE, OVERLAY, PICKED
from dateline.lexicon.gazetteer.store import Row, usable, write


def row(
    number: int, name: str, kind: str, *, iso2: str = "SY", lat: float, lon: float, **more: object
) -> Row:
    values: dict[str, object] = dict.fromkeys(("admin1", "admin1_row", "parent"))
    values |= {"row": number, "ref": f"geonames:{number}", "name": name, "kind": kind, "feature": ""}
    values |= {"iso2": iso2, "country": "SYR", "lat": lat, "lon": lon, "population": 0, "radius_km": 1.0}
    return Row(**{**values, **more})  # type: ignore[arg-type]


PLACES = [
    row(1, "Syria", "country", lat=35, lon=38, population=17_000_000),
    row(2, "Aleppo", "admin1", lat=36.4, lon=37.5, admin1="Aleppo", admin1_row=2, population=2_800_000),
    row(
        3,
        "Aleppo",
        "place",
        lat=36.2,
        lon=37.16,
        admin1="Aleppo",
        admin1_row=2,
        population=2_098_210,
        others=("حلب",),
    ),
    row(4, "As Sukhnah", "place", lat=34.9, lon=38.9, population=16_000),
    row(5, "As Sukhnah", "place", iso2="YE", lat=14.8, lon=43.4, country="YEM"),
]


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    write(tmp_path / BASE, PLACES)
    return Gazetteer(tmp_path)


def test_the_larger_unit_comes_first_with_reasons(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("aleppo")
    assert [c.place.row for c in found] == [2, 3]
    assert "same name" in found[0].reasons


@pytest.mark.parametrize("name", ["Sokhneh", "al-Sukhna", "Sukhnah"])
def test_another_romanisation_is_found(gazetteer: Gazetteer, name: str) -> None:
    assert [c.place.ref for c in gazetteer.find(name)] == ["geonames:4", "geonames:5"]


def test_arabic_letters_are_found(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("حلب")[0].place.row == 3


@pytest.mark.parametrize("name", ["Zalaf", "", "Khan Abu al-Shamat"])
def test_what_no_source_holds_is_not_found(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()


def test_a_csv_place_wins_over_the_base(gazetteer: Gazetteer, tmp_path: Path) -> None:
    listed = tmp_path / "mine.csv"
    listed.write_text(
        "name,lat,lon,country,province,aliases\nAleppo,36.5,37.0,Syria,Aleppo,Halep|Beroea\n", "utf-8"
    )
    assert gazetteer.add(listed) == (1, 0)
    best = gazetteer.find("Aleppo")[0]
    assert (best.place.ref.split(":")[0], best.place.lat, best.place.added) == ("mine", 36.5, True)
    assert best.place.admin1_row == 2
    assert gazetteer.find("Beroea")[0].place.name == "Aleppo"


def test_names_asked_together_find_what_each_finds_alone(gazetteer: Gazetteer, tmp_path: Path) -> None:
    names = ("Aleppo", "Sokhneh", "Zalaf", "حلب", "", "Aleppo")
    gazetteer.ahead(names)
    alone = Gazetteer(tmp_path)
    assert [gazetteer.lookup(name, tiers=(1, 2)) for name in names] == [
        alone.lookup(name, tiers=(1, 2)) for name in names
    ]


def test_more_keys_than_one_query_takes_are_all_asked(gazetteer: Gazetteer) -> None:
    gazetteer.ahead([*(f"Orvane {k}" for k in range(MOST)), "Aleppo"])
    assert [c.place.row for c in gazetteer.lookup("Aleppo", tiers=(1, 2))] == [2, 3]


def test_what_was_asked_ahead_is_asked_anew_when_places_come_or_go(
    gazetteer: Gazetteer, tmp_path: Path
) -> None:
    def found() -> set[str]:
        gazetteer.ahead(["Orvane"])
        return {c.place.ref.partition(":")[0] for c in gazetteer.lookup("Orvane", tiers=(1, 2))}

    assert found() == set()
    (tmp_path / "mine.csv").write_text("name,lat,lon\nOrvane,36.5,37.0\n", "utf-8")
    gazetteer.add(tmp_path / "mine.csv")
    assert found() == {"mine"}
    gazetteer.remove("mine")
    assert found() == set()


def test_a_long_list_weighs_no_more_than_the_base(gazetteer: Gazetteer, tmp_path: Path) -> None:
    rows = "".join(f"Orvane {k},30.{k},40.0\n" for k in range(PICKED))
    listed = tmp_path / "country.csv"
    listed.write_text(f"name,lat,lon\n{rows}Aleppo,10.0,20.0\n", "utf-8")
    assert gazetteer.add(listed).places == PICKED + 1
    best, other = gazetteer.find("Aleppo")[:2]
    assert (best.place.added, other.place.added, other.place.picked) == (False, False, False)
    (village,) = gazetteer.find("Orvane 7")
    assert (village.place.added, village.place.picked) == (True, False)


def test_ocha_geojson_brings_points_and_outlines(gazetteer: Gazetteer, tmp_path: Path) -> None:
    square = [[[36.0, 36.0], [38.0, 36.0], [38.0, 37.0], [36.0, 37.0], [36.0, 36.0]]]
    features = [
        {
            "properties": {"NAME_EN": "Tell Orvane", "NAME_ARA": "تل", "PCODE": "C1", "ADMIN1_EN": "Aleppo"},
            "geometry": {"type": "MultiPoint", "coordinates": [[37.3, 36.3]]},
        },
        {
            "properties": {"NAME_EN": "Aleppo", "PCODE": "SY02"},
            "geometry": {"type": "Polygon", "coordinates": square},
        },
    ]
    path = tmp_path / "ocha.geojson.gz"
    path.write_bytes(gzip.compress(json.dumps({"type": "FeatureCollection", "features": features}).encode()))
    assert gazetteer.add(path) == (2, 0)
    village = gazetteer.find("Tell Orvane")[0].place
    assert (village.ref, village.admin1, village.country) == ("ocha:C1", "Aleppo", "SYR")
    area = gazetteer.find("Aleppo")[0].place
    assert area.kind == "admin1" and gazetteer.shape(area) is not None


def test_a_geonames_dump_keeps_its_ids(gazetteer: Gazetteer, tmp_path: Path) -> None:
    fields = [
        "99",
        "Orvane",
        "Orvane",
        "Urvana",
        "36.1",
        "37.2",
        "P",
        "PPL",
        "SY",
        "",
        "09",
        "",
        "",
        "",
        "500",
    ]
    (tmp_path / "SY.txt").write_text(
        "\t".join([*fields, "", "300", "Asia/Damascus", "2020-01-01"]) + "\n", "utf-8"
    )
    assert gazetteer.add(tmp_path / "SY.txt") == (1, 0)
    assert gazetteer.find("Urvana")[0].place.ref == "geonames:99"


def test_adding_again_changes_nothing_and_adding_more_keeps_both(
    gazetteer: Gazetteer, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("name,lat,lon\nOrvane,1,2\n", "utf-8")
    (tmp_path / "b.csv").write_text("name;lat;lon\nMeravo;3;4\n", "utf-8")
    for name in ("a.csv", "a.csv", "b.csv"):
        gazetteer.add(tmp_path / name)
    assert len(gazetteer.find("Orvane")) == len(Gazetteer(tmp_path).find("Meravo")) == 1


def test_a_file_can_be_taken_back_and_leaves_the_others(gazetteer: Gazetteer, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name,lat,lon\nOrvane,1,2\nZulvane,5,6\n", "utf-8")
    (tmp_path / "b.csv").write_text("name;lat;lon\nMeravo;3,5;4,25\n", "utf-8")
    for name in ("a.csv", "b.csv"):
        gazetteer.add(tmp_path / name)
    assert gazetteer.remove("a") == 2
    assert gazetteer.find("Orvane") == () and [c.place.lat for c in gazetteer.find("Meravo")] == [3.5]
    with pytest.raises(GazetteerError, match="no places were added from a; there are those of: b"):
        gazetteer.remove("a")
    gazetteer.remove("b")
    assert gazetteer.find("Meravo") == () and not (tmp_path / OVERLAY).exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"no header here", b'{"type": "Feature"}', b"\xff\xfe\x00broken", b"name,colour\nOrvane,red\n"],
)
def test_what_is_no_place_file_is_refused_in_one_line(
    gazetteer: Gazetteer, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "odd.txt").write_bytes(content)
    with pytest.raises(GazetteerError) as caught:
        gazetteer.add(tmp_path / "odd.txt")
    assert "odd.txt" in str(caught.value) and "\n" not in str(caught.value)


def test_a_missing_file_is_refused(gazetteer: Gazetteer, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"cannot read: .*absent\.csv: No such file"):
        gazetteer.add(tmp_path / "absent.csv")


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> object:
        yield PLACES[0]
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        write(tmp_path / BASE, broken())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == [] and not usable(tmp_path / BASE)


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("Deir Ezzur", "geonames:170792"),
        ("Kharkov", "geonames:706483"),
        ("U.S.", "geonames:6252001"),
        ("Pa.", "geonames:6254927"),
    ],
)
def test_the_world_gazetteer_knows_reporters_spellings(name: str, ref: str) -> None:
    assert open_gazetteer().find(name)[0].place.ref == ref


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("the Democratic Republic of the Congo", {"CD": 1}),
        ("the Republic of the Congo", {"CG": 1}),
        ("in eastern Congo", {"CD": 1}),
        ("Congo-Brazzaville and Congo", {"CG": 1, "CD": 1}),
        ("Syrian troops left Syria", {"SY": 2}),
        ("nowhere at all", {}),
    ],
)
def test_the_longest_name_of_a_country_counts_once(text: str, countries: dict[str, int]) -> None:
    assert countries_in(text) == countries


@pytest.mark.parametrize(
    ("ref", "name"), [("geonames:4", "As Sukhnah"), ("geonames:99", None), ("own:4", None)]
)
def test_a_place_is_found_by_its_id(gazetteer: Gazetteer, ref: str, name: str | None) -> None:
    found = gazetteer.named(ref)
    assert (found and found.name) == name


def test_an_added_place_is_found_by_its_id(gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,lat,lon\nTell Marr,35.1,38.2\n", "utf-8")
    gazetteer.add(path)
    (found,) = gazetteer.find("Tell Marr")
    assert gazetteer.named(found.place.ref) == found.place


def test_a_place_lies_in_its_district() -> None:
    gazetteer = open_gazetteer()
    manbij = next(c.place for c in gazetteer.find("Manbij") if c.place.kind == "place")
    district = gazetteer.district(manbij)
    assert district is not None and district.kind == "admin2"
    assert gazetteer.district(district) == district
    syria = gazetteer.country("SY")
    assert syria is not None and gazetteer.district(syria) is None


def test_what_one_language_family_hears_is_no_name_in_another(tmp_path: Path) -> None:
    # Both keys are `maşa`, one as Arabic is heard, one as Russian is.
    write(tmp_path / BASE, [row(1, "Moscow", "place", iso2="RU", lat=55.8, lon=37.6, others=("Moscha",))])
    held = Gazetteer(tmp_path)
    assert [c.place.name for c in held.find("Moscha")] == ["Moscow"]
    assert held.find("al-Mashi") == ()
