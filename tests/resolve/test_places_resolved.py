"""The right place of several, or an honest null; places of claims with their relations."""

from __future__ import annotations

import dataclasses

import pytest

from dateline.annotate import Parse
from dateline.annotate.parser import parse
from dateline.claims.record import Claim, Place
from dateline.document import Span
from dateline.mentions.places import places, toponyms_at
from dateline.read.text import document_of
from dateline.resolve.places import resolve_toponyms
from dateline.resolve.places_candidates import setting_of
from dateline.resolve.places_claims import ground_of, places_filled, resolve_places
from dateline.resolve.places_filed import with_desk
from dateline.resolve.places_lookup import looked_up
from dateline.resolve.places_record import ResolvedPlace


def resolved(text: str, *names: str) -> tuple[Parse, list[ResolvedPlace]]:
    parsed = parse(document_of(text, name="test"))
    spans = [Span(text.index(n), text.index(n) + len(n)) for n in names]
    return parsed, list(resolve_toponyms(parsed, toponyms_at(parsed, spans)))


@pytest.mark.parametrize(
    ("text", "names", "country", "admin1"),
    [
        ("Police in Alexandria, Virginia, closed a road.", ("Alexandria", "Virginia"), "USA", "Virginia"),
        ("Egyptian police in Alexandria, Egypt, made arrests.", ("Alexandria", "Egypt"), "EGY", "Alexandria"),
        ("Syrian troops shelled Sokhneh, Homs province.", ("Sokhneh", "Homs"), "SYR", "Homs"),
        ("Ukrainian gunners fired on Kharkov in Ukraine.", ("Kharkov", "Ukraine"), "UKR", "Kharkiv"),
    ],
)
def test_the_text_decides_between_namesakes(
    text: str, names: tuple[str, ...], country: str, admin1: str
) -> None:
    first = resolved(text, *names)[1][0]
    assert (first.country, first.admin1) == (country, admin1)
    assert first.reasons and 0 < (first.score or 0) <= 1


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Raids hit Aleppo province in Syria.", "Aleppo", "admin1"),
        ("The city of Aleppo in Syria was quiet.", "Aleppo", "place"),
    ],
)
def test_the_kind_said_decides(text: str, name: str, kind: str) -> None:
    assert resolved(text, name, "Syria")[1][0].kind == kind


@pytest.mark.parametrize("name", ["Xorvanekt", "Qqzzgrad"])
def test_unknown_names_stay_null(name: str) -> None:
    place = resolved(f"Troops entered {name} in Syria.", name, "Syria")[1][0]
    assert (place.gazetteer, place.lat, place.score) == (None, None, None)


@pytest.mark.parametrize("name", ["Middle East", "the Levant", "Horn of Africa"])
def test_regions_of_the_world_are_no_villages(name: str) -> None:
    place = resolved(f"U.S. envoys toured {name} last week.", name.removeprefix("the "))[1][0]
    assert (place.gazetteer, place.lat) == (None, None)


def test_three_sound_alikes_of_one_far_province_stay_null() -> None:
    text = "In Latakia, Syria, shells hit Daatour, Ihsan and Ramouseh; Russian and Syrian officials met."
    places = resolved(text, "Latakia", "Daatour", "Ihsan", "Ramouseh")[1]
    assert places[0].country == "SYR"
    assert {p.country for p in places[1:]} <= {None, "SYR"}


def test_an_article_grown_into_its_word_is_the_same_name() -> None:
    text = "Syrian jets struck Deir Ezzor city and Deir Ezzor province."
    city, province = resolved(text, "Deir Ezzor", "Deir Ezzor province")[1]
    assert city.name == "Deir ez-Zor"
    assert (city.score or 0) > 0.9
    assert province.country == "SYR"


def test_a_country_in_a_groups_name_is_no_setting() -> None:
    text = "Syrian troops fought the Islamic State of Iraq and the Levant near Raqqa."
    parsed, _ = resolved(text, "Raqqa")
    setting = setting_of(parsed.document, toponyms_at(parsed, [Span(text.index("Raqqa"), len(text) - 1)]))
    assert dict(setting.countries) == {"SY": 1}


@pytest.mark.parametrize(("words", "kind"), [("near Donetsk", "place"), ("in Donetsk province", "admin1")])
def test_what_is_near_is_a_town(words: str, kind: str) -> None:
    assert resolved(f"Ukrainian shells fell {words} in Ukraine.", "Donetsk", "Ukraine")[1][0].kind == kind


def filled(text: str, place_text: str, role: str, *names: str) -> Place:
    parsed, found = resolved(text, *names)
    at = text.index(place_text)
    place = Place(text=place_text, span=Span(at, at + len(place_text)), role=role)  # type: ignore[arg-type]
    claim = Claim(
        document=parsed.document.id,
        sentence=0,
        span=Span(0, 1),
        trigger="",
        action="attack",
        status="occurred",
        places=(place,),
    )
    (done,) = resolve_places([claim], parse=parsed, resolved=found)
    assert dataclasses.replace(done, places=()) == dataclasses.replace(claim, places=())
    return done.places[0]


@pytest.mark.parametrize(
    ("text", "place", "role", "precision"),
    [
        ("Shells fell in Aleppo city, Syria.", "Aleppo", "at", 1),
        ("Shells fell near Palmyra, Syria.", "Palmyra", "near", 2),
        ("Shells fell in Aleppo province, Syria.", "Aleppo province", "at", 3),
        (
            "Shells fell in southern parts of Aleppo province, Syria.",
            "southern parts of Aleppo province",
            "in_part_of",
            2,
        ),
        ("Shells fell in northern Syria.", "northern Syria", "in_part_of", 3),
    ],
)
def test_precision_follows_the_codebook(text: str, place: str, role: str, precision: int) -> None:
    name = next(n for n in ("Aleppo", "Palmyra", "Syria") if n in place)
    assert filled(text, place, role, *dict.fromkeys((name, "Syria"))).precision == precision


def test_an_offset_moves_the_point() -> None:
    here = filled("Rockets hit a post in Palmyra, Syria.", "Palmyra", "at", "Palmyra", "Syria")
    away = filled("Rockets hit a post 40 km east of Palmyra, Syria.", "Palmyra", "near", "Palmyra", "Syria")
    assert here.lat is not None and here.lon is not None and away.lat is not None and away.lon is not None
    assert away.lon - here.lon == pytest.approx(40 / 91, rel=0.05)
    assert away.lat == pytest.approx(here.lat, abs=0.02)


def test_an_unknown_village_takes_its_parents_area() -> None:
    text = "Troops took Xorvanekt in Homs province, Syria."
    place = filled(text, "Xorvanekt in Homs province", "at", "Xorvanekt", "Homs", "Syria")
    assert place.admin1 == "Homs" and place.precision == 3 and (place.radius_km or 0) > 50


def test_an_unknown_place_alone_stays_null() -> None:
    assert filled("Troops took Xorvanekt today in Syria.", "Xorvanekt", "at", "Xorvanekt").lat is None


def test_between_two_towns_lies_in_their_middle() -> None:
    text = "A mine went off between Homs and Hama in Syria."
    parsed, found = resolved(text, "Homs", "Hama", "Syria")
    ends = tuple(
        Place(text=n, span=Span(text.index(n), text.index(n) + 4), role="between") for n in ("Homs", "Hama")
    )
    claim = Claim(
        document=parsed.document.id,
        sentence=0,
        span=Span(0, 1),
        trigger="",
        action="bombing",
        status="occurred",
        places=ends,
    )
    (done,) = resolve_places([claim], parse=parsed, resolved=found)
    first, second = done.places
    assert (first.lat, first.lon, first.precision) == (second.lat, second.lon, 2)
    assert first.lat is not None and 34.72 < first.lat < 35.14 and (first.radius_km or 0) > 15


def test_a_checkpoint_named_after_a_country_is_not_the_country() -> None:
    assert (
        resolved("Gunmen held the France checkpoint in Syria.", "France checkpoint")[1][0].gazetteer is None
    )


def test_a_place_that_only_sounds_like_a_name_is_not_sought_in_a_country_just_mentioned() -> None:
    text = "Jets hit Al-Boulil near Deir Ezzor in Syria, where Syrian troops fight. Syria thanked Russia."
    first = resolved(text, "Al-Boulil", "Deir Ezzor", "Syria", "Russia")[1][0]
    assert first.country in (None, "SYR")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A mine wrecked the Salem mosque near Homs in Syria.", None),
        ("A mine wrecked the Salem mosque in Tamil Nadu, India.", "IND"),
        ("A mine went off in Salem, and Syria blamed nobody.", "IND"),
    ],
)
def test_what_a_site_is_called_is_no_town_of_a_country_the_text_is_silent_of(
    text: str, country: str | None
) -> None:
    assert resolved(text, "Salem mosque" if "mosque" in text else "Salem")[1][0].country == country


def test_a_small_namesake_far_from_all_others_stays_null() -> None:
    text = "Raids killed nine in Arbin near Damascus, in Syria. Syrian jets also hit Douma."
    first = resolved(text, "Arbin", "Damascus", "Syria", "Douma")[1][0]
    assert first.country in (None, "SYR")


@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        # A town of Kashmir is also called so, and lies nearer to all else that the text names.
        (
            "Islamabad condemned the raid. Indian jets bombed a camp near Pahalgam in Kashmir.",
            "Islamabad",
            "PAK",
        ),
        ("Two ships were hit in the Red Sea near Hodeidah.", "Red Sea", None),
        ("Drones struck Red Sea State in Sudan.", "Red Sea", "SDN"),
    ],
)
def test_great_cities_and_seas_are_no_small_namesakes(text: str, name: str, entry: str | None) -> None:
    (found,) = resolved(text, name)[1]
    assert found.country == entry


def test_a_port_of_a_countrys_name_is_not_the_country() -> None:
    (found,) = resolved("Two shells fell on Port Sudan in Sudan.", "Port Sudan")[1]
    assert (found.name, found.kind) == ("Port Sudan", "place")


def test_a_quarter_that_no_source_holds_lies_in_the_town_named_last() -> None:
    text = "Guns fired on Homs, in Syria. A bomb went off in the Xorvanekt neighbourhood."
    place = filled(text, "Xorvanekt", "at", "Homs", "Syria", "Xorvanekt")
    assert (place.gazetteer, place.admin1, place.precision) == (None, "Homs", 2)


def test_the_region_of_a_towns_name_is_no_town() -> None:
    text = "Ukrainian guns fired across the Kherson region of Ukraine."
    assert resolved(text, "Kherson", "Ukraine")[1][0].kind == "admin1"


def test_a_name_that_one_country_alone_holds_needs_no_more_than_that_country() -> None:
    text = "Troops of Mali, Niger, Mali, Niger, Mali and Burkina Faso met in Djibo and Menaka."
    assert resolved(text, "Djibo", "Menaka", "Mali", "Niger", "Burkina Faso")[1][0].country == "BFA"


def test_a_town_of_the_country_that_a_report_plays_in_stands_though_the_country_is_never_named() -> None:
    text = "Jets flew over Yangon and Mandalay. Shells fell on {}. Refugees reached Thailand."
    towns = ("Yangon", "Mandalay", "Lashio", "Thailand")
    assert resolved(text.format("Lashio"), *towns)[1][2].country == "MMR"
    hosts = "Ethiopian troops left Beledweyne and Baidoa for Ethiopia."
    assert [p.country for p in resolved(hosts, "Beledweyne", "Baidoa")[1]] == ["SOM", "SOM"]
    far = ("Yangon", "Mandalay", "Bihac", "Thailand")
    assert resolved(text.format("Bihac"), *far)[1][2].country is None


def test_what_shares_but_consonants_is_not_sought_across_a_country() -> None:
    text = "Ukrainian troops left Robotyne for Orikhiv and Zaporizhzhia, in Ukraine."
    (village, *_) = resolved(text, "Robotyne", "Orikhiv", "Zaporizhzhia", "Ukraine")[1]
    assert village.gazetteer is None


def test_a_khan_or_tal_is_another_village_than_the_one_without() -> None:
    text = "Syrian guns fired on Khan Idlib, in Syria."
    assert resolved(text, "Khan Idlib", "Syria")[1][0].name != "Idlib"


def test_a_village_told_of_in_another_province_is_not_the_one_that_sounds_like_it() -> None:
    text = "Syrian jets bombed the town of al-Quria in Deir ez-Zor province. Syrian troops were near."
    town, province = resolved(text, "al-Quria", "Deir ez-Zor")[1]
    assert (town.gazetteer, province.admin1) == (None, "Deir ez-Zor")
    there = resolved("Syrian jets bombed the town of al-Quria in Syria.", "al-Quria", "Syria")[1][0]
    assert there.admin1 == "As-Suwayda"


def test_an_oil_field_east_of_a_town_is_in_no_province_called_east() -> None:
    text = "Troops Killed Six in Oil Field East of Homs in Syria."
    assert resolved(text, "Oil Field East", "Homs", "Syria")[1][0].gazetteer is None


def at_the_dateline(text: str, town: str) -> Place:
    parsed = parse(document_of(text, name="test"))
    line = parsed.document.dateline
    assert line is not None and parsed.document.quote(line).startswith(town)
    place = Place(text=parsed.document.quote(line), span=line, role="at", inherited=True)
    ground = ground_of(parsed.document, [], resolve_toponyms(parsed, list(places(parsed))))
    return places_filled([place], ground)[0]


def test_what_no_words_place_was_where_the_report_was_filed() -> None:
    text = "LIMA, 14 MAY 89 (EFE) -- THE PERUVIAN POLICE ARRESTED TEN MEN. PERU HAS SEEN MANY BOMBS."
    assert at_the_dateline(text, "LIMA").country == "PER"
    both = "KUNDUZ, Afghanistan (AP) -- Shells killed two. Afghan troops fired back."
    assert at_the_dateline(both, "KUNDUZ").name == "Kunduz"
    local = "Port-au-Prince, May 3 (Wire) - Gangs burned the prison. The U.S. embassy closed."
    assert at_the_dateline(local, "Port-au-Prince").country == "HTI"


def test_a_report_filed_far_from_what_it_tells_places_nothing_there() -> None:
    text = "MOSCOW (Interfax) -- Russian jets killed nine in Syria. Syria said Syrian troops took Palmyra."
    assert at_the_dateline(text, "MOSCOW").lat is None


@pytest.mark.parametrize(
    ("line", "hall", "expected"),
    [
        ("LIMA, 14 MAY 89 (EFE) -- ", "the hall of the union", ["the hall of the union", "LIMA"]),
        ("LIMA, 14 MAY 89 (EFE) -- ", "Cusco", ["Cusco"]),
        ("MOSCOW (Interfax) -- Syrian jets" + " fought Syrian rebels" * 6 + ". ", "the union", ["the union"]),
        ("", "the hall of the union", ["the hall of the union"]),
    ],
)
def test_what_is_nowhere_on_the_map_was_around_where_the_report_was_filed(
    line: str, hall: str, expected: list[str]
) -> None:
    parsed = parse(
        document_of(f"{line}Peru saw a bomb in Cusco. It went off at {hall} on Sunday.", name="test")
    )
    at = parsed.document.text.rindex(hall)
    ground = ground_of(parsed.document, [], resolve_toponyms(parsed, list(places(parsed))))
    given = [Place(text=hall, span=Span(at, at + len(hall)), role="at")]
    made = with_desk(places_filled(given, ground), ground.document, ground.resolved)
    assert [place.text for place in made] == expected
    assert all(p.inherited and p.precision == 2 and p.name == "Lima" for p in made[1:])


ROUND_HAMA = (
    "Syrian troops fought near Morek, Suran, Khan Shaykhun and Idlib, north of Hama and Homs, in Syria. "
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ROUND_HAMA + "Syrian jets bombed Maan.", "Maan"),
        (
            "Shells hit Aleppo, Idlib, Latakia, Hama, Homs and Suran, a monitor in Britain said. So was Law.",
            "Law",
        ),
        (ROUND_HAMA + "Syrian and Russian jets left Moscow for Syria. Zaara was shelled.", "Zaara"),
    ],
)
def test_a_namesake_in_a_country_the_text_hardly_speaks_of_stays_null(text: str, name: str) -> None:
    known = ("Aleppo", "Idlib", "Latakia", "Morek", "Suran", "Khan Shaykhun", "Hama", "Homs", "Moscow")
    names = [n for n in known if n in text]
    assert resolved(text, name, *names)[1][0].gazetteer is None


def test_a_well_known_town_needs_no_word_of_its_country() -> None:
    text = ROUND_HAMA + "Syrian envoys met in Geneva and Istanbul."
    found = resolved(text, "Geneva", "Istanbul", "Morek", "Suran", "Hama", "Syria")[1]
    assert [place.country for place in found[:2]] == ["CHE", "TUR"]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        (
            "Syrian guns hit al-Hamidiyah village west of Quneitra in Syria.",
            "al-Hamidiyah",
            "Quneitra",
        ),
        ("Syrian troops took Malah farms northwest of Aleppo province in Syria.", "Malah", "Aleppo"),
        ("A van burned south of Holliday, Missouri, on Monday.", "Holliday", "Missouri"),
    ],
)
def test_a_village_told_to_lie_elsewhere_is_not_its_namesake(text: str, name: str, other: str) -> None:
    first, second = resolved(text, name, other)[1]
    assert first.gazetteer is None and second.gazetteer is not None


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Shells fell on Binnish, Idlib and Hama in Syria.", "Binnish", "Idlib"),
        ("Syrian jets hit Douma, east of Damascus, in Syria.", "Douma", "Damascus"),
        ("Syrian jets hit Palmyra in the eastern countryside of Homs in Syria.", "Palmyra", "Homs"),
    ],
)
def test_a_village_near_what_is_named_after_it_stands(text: str, name: str, other: str) -> None:
    assert resolved(text, name, other)[1][0].country == "SYR"


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        ("Washington told Iran and Iraq to wait, U.S. envoys said.", "Washington, D.C."),
        ("Fires burned across the state of Washington in the United States.", "Washington"),
    ],
)
def test_the_capital_is_meant_and_not_the_state_that_bears_its_name(text: str, admin1: str) -> None:
    assert resolved(text, "Washington")[1][0].admin1 == admin1


def test_what_only_sounds_like_a_name_is_not_sought_in_a_province_the_text_is_silent_of() -> None:
    text = "Syrian jets struck Aleppo and Azaz in Syria. Syrian guns hit Mansoura."
    assert resolved(text, "Mansoura", "Aleppo", "Azaz", "Syria")[1][0].gazetteer is None
    there = "Syrian jets struck Raqqa and Tabqa in Syria. Syrian guns hit Mansoura."
    assert resolved(there, "Mansoura", "Raqqa", "Tabqa", "Syria")[1][0].admin1 == "Ar-Raqqah"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Sudanese troops burned villages across Darfur in Sudan.", "Darfur", "SDN"),
        ("Egyptian troops fought gunmen in Sinai, Egypt said.", "Sinai", "EGY"),
        ("Congolese rebels hold much of Kivu in Congo.", "Kivu", "COD"),
    ],
)
def test_an_area_is_where_the_provinces_called_after_it_are(text: str, name: str, country: str) -> None:
    (area,) = resolved(text, name)[1]
    assert (area.country, area.kind, area.precision) == (country, "region", 3)
    assert area.radius_km is not None and area.radius_km > 100


def test_a_great_town_is_no_area() -> None:
    (found,) = resolved("Troops of South Sudan left Juba in South Sudan.", "Juba")[1]
    assert (found.country, found.kind) == ("SSD", "place")


def test_a_town_whose_other_name_sounds_alike_has_to_lie_near() -> None:
    text = "Syrian troops moved on Adra near Damascus in Syria."
    assert resolved(text, "Adra", "Damascus", "Syria")[1][0].gazetteer is None


def test_what_is_told_of_a_name_once_holds_for_it_as_a_village_too() -> None:
    text = "Syrian jets hit the town of Hader. A drone hit Hader in Quneitra province in Syria."
    parsed = parse(document_of(text, name="test"))
    first, second = text.index("Hader"), text.rindex("Hader")
    spans = [Span(at, at + 5) for at in (first, second)] + [
        Span(text.index("Quneitra"), text.index(" province"))
    ]
    town, *_ = resolve_toponyms(parsed, toponyms_at(parsed, spans))
    # A town of that sound in Aleppo's province is another one.
    assert town.admin1 in (None, "Quneitra")


@pytest.mark.parametrize("name", ["Port Sudan", "Mount Lebanon", "Mexico City", "Kuwait City"])
def test_a_place_that_holds_a_countrys_name_is_not_the_country(name: str) -> None:
    found = looked_up(name, None)
    assert found and all(candidate.place.kind != "country" for candidate in found)


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("MONROVIA (AP) - Gunmen reached the port on Sunday.", "LBR"),
        ("MONROVIA, California (AP) - Gunmen reached the port on Sunday.", "USA"),
    ],
)
def test_a_report_filed_from_a_capital_is_from_no_small_namesake(line: str, country: str) -> None:
    text = f"{line} US Marines, the State Department said, evacuated 59 Americans to a ship."
    parsed = parse(document_of(text, name="t"))
    found = resolve_toponyms(parsed, list(places(parsed)))
    assert {p.country for p in found if p.text.lower().startswith("monrovia")} == {country}
