"""What descriptions stand for, and names that the text places elsewhere."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.claims.record import Place
from dateline.document import Span
from dateline.mentions.places import toponyms_at
from dateline.pipeline.coder import code
from dateline.read.text import document_of
from dateline.resolve.places import resolve_toponyms
from dateline.resolve.places_claims import ground_of, places_filled


def filled(text: str, words: str, *names: str) -> Place:
    """The last such words of a text as a place, its names resolved."""
    parsed = parse(document_of(text, name="test"))
    spans = sorted(Span(text.index(n), text.index(n) + len(n)) for n in names)
    at = text.rindex(words)
    place = Place(text=words, span=Span(at, at + len(words)), role="at")
    sentences = [s.span for s in parsed.sentences]
    found = resolve_toponyms(parsed, toponyms_at(parsed, spans))
    return places_filled([place], ground_of(parsed.document, sentences, found))[0]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the city", "Homs"),
        ("parts of the city", "Homs"),
        ("the rebel-held city", "Homs"),
        ("the town", "Binnish"),
        ("the province", "Idlib"),
        ("the northern countryside", "Idlib"),
        ("the country", "Syria"),
        ("the capital", "Damascus"),
        ("the city's hospital", "Homs"),
        ("the citys front lines", "Homs"),
        ("the province’s south", "Idlib"),
        ("the countrys center", "Syria"),
        ("the Syrian city", "Homs"),
        ("the Iranian city", None),
    ],
)
def test_a_description_stands_for_the_last_named_that_fits(words: str, name: str | None) -> None:
    text = (
        "Syria, Russia and Iran met in Damascus. Syria hit Binnish town in Idlib province, then Homs. "
        f"Later guns fired on {words}."
    )
    names = ("Syria", "Russia", "Iran", "Damascus", "Homs", "Binnish", "Idlib")
    assert filled(text, words, *names).name == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Syrian guns hit the town of Binnish near Idlib. Two died in the town.", "the town", "Binnish"),
        ("Syrian guns hit Idlib province, then Homs. Two died in the province.", "the province", "Idlib"),
        ("Syrian guns hit Binnish town, then Homs. Two died in the city.", "the city", "Homs"),
    ],
)
def test_a_description_stands_first_for_what_the_words_call_so(text: str, words: str, name: str) -> None:
    names = [place for place in ("Binnish", "Idlib", "Homs") if place in text]
    assert filled(text, words, *names).name == name


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # A great city is no town.
        ("Syrian guns hit Aleppo in Syria. Two died in the town.", "the town", ("Aleppo", "Syria")),
        # The village named last is meant, which no source holds.
        (
            "Syrian guns hit Binnish, then the village of Xorvanekt in Syria. Two died in the village.",
            "the village",
            ("Binnish", "Xorvanekt", "Syria"),
        ),
        ("Syrian guns hit Homs in Syria. Two died in a city.", "a city", ("Homs", "Syria")),
        ("Syria told Moscow of it, Syrians said. Two died in the city.", "the city", ("Syria", "Moscow")),
    ],
)
def test_what_fits_nothing_named_stays_null(text: str, words: str, names: tuple[str, ...]) -> None:
    assert filled(text, words, *names).lat is None


def test_the_part_said_moves_the_point_and_the_named_places_own_relation_does_not() -> None:
    text = "Rockets fell 10 km north of Homs in Syria. Later guns fired on {}."
    there, west = (filled(text.format(w), w, "Homs", "Syria") for w in ("the city", "west of the city"))
    assert there.lat == pytest.approx(34.73, abs=0.02)
    assert west.lon is not None and there.lon is not None and west.lon < there.lon


def test_the_countryside_of_what_follows_is_not_of_what_was_named_last() -> None:
    text = "Syrian guns hit Idlib province. Jets hit the northern countryside of Homs in Syria."
    assert filled(text, "the northern countryside", "Idlib", "Homs", "Syria").admin1 == "Homs"


def test_north_of_a_province_is_its_north() -> None:
    text = "Syrian jets struck north of Homs province in Syria."
    place = filled(text, "north of Homs province", "Homs", "Syria")
    whole = filled("Syrian jets struck Homs province in Syria.", "Homs province", "Homs", "Syria")
    assert place.lat is not None and whole.lat is not None and whole.radius_km is not None
    assert 0 < (place.lat - whole.lat) * 111 < whole.radius_km


@pytest.mark.parametrize(
    ("text", "words", "admin1"),
    [
        ("Shells fell on Xorvanekt village in Homs province, Syria. Xorvanekt burned.", "Xorvanekt", "Homs"),
        ("Syrian troops left Xorvanekt, near Homs. Two died in Xorvanekt base.", "Xorvanekt base", "Homs"),
        ("Xorvanekt in Homs burned. So did Xorvanekt in Hama, in Syria. Xorvanekt fell.", "Xorvanekt", None),
        ("Boats crossed the Xorvan River in Homs, in Syria. The Xorvan was high.", "Xorvan", None),
        ("The SDN held Homs. Men of the SDN in Homs, in Syria, said the SDN won.", "SDN", None),
    ],
)
def test_a_name_lies_where_the_text_says_elsewhere(text: str, words: str, admin1: str | None) -> None:
    names = [n for n in ("Homs", "Hama", "Syria") if n in text]
    assert filled(text, words, *names).admin1 == admin1


def test_the_north_of_a_description_lies_north_of_its_middle() -> None:
    text = "Syrian guns hit Idlib province in Syria. Two died in "
    north, south = (
        filled(f"{text}{words}.", words, "Idlib", "Syria")
        for words in ("the province's north", "the province's southern suburbs")
    )
    assert north.lat is not None and south.lat is not None and north.lat > 35.83 > south.lat
    assert (north.precision, south.precision) == (2, 2)


def test_towns_own_nothing_without_an_apostrophe() -> None:
    text = "Syrian guns hit Binnish in Syria. Two died in the towns besieged."
    assert filled(text, "the towns besieged", "Binnish", "Syria").lat is None


@pytest.mark.parametrize(
    ("words", "name"), [("Homs", "Homs"), ("Syrias", "Syria"), ("Eastern Aleppo", "Aleppo")]
)
def test_a_name_passed_over_is_the_place_it_is_elsewhere(words: str, name: str) -> None:
    text = f"Guns fired on Homs and Aleppo in Syria. Many have died in {words} since."
    assert filled(text, words, "Homs", "Aleppo", "Syria").name == name


def test_what_only_begins_with_a_name_lies_there_without_an_entry() -> None:
    text = "Guns fired on Homs in Syria. Six died in a Homs school on Monday."
    school = filled(text, "Homs school", "Homs", "Syria")
    assert (school.name, school.admin1, school.precision) == (None, "Homs", 2)


def test_a_name_passed_over_that_stands_nowhere_else_stays_open() -> None:
    assert filled("Guns fired on Homs. Six died in Aleppos streets.", "Aleppos", "Homs").lat is None


def test_the_city_is_not_the_capital_by_which_a_government_speaks() -> None:
    text = "Syrian guns hit Homs and the people fled. Damascus said its troops held the city."
    assert filled(text, "the city", "Homs", "Damascus").name == "Homs"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Shells hit Homs in Syria. Damascus denied that its troops had fired into the city.", ()),
        ("Shells hit Homs in Syria. The army said its troops had fired at Damascus.", ("Damascus",)),
    ],
)
def test_no_event_is_in_the_capital_by_which_its_teller_is_named(text: str, named: tuple[str, ...]) -> None:
    claims = code(document_of(text, name="example")).claims
    fired = next(c for c in claims if "fired" in c.trigger)
    assert tuple(p.text for p in fired.places if p.text == "Damascus") == named


def test_the_town_is_the_one_hit_where_a_monitor_says_so_behind_it() -> None:
    text = "Shells fell on Damascus said a monitor in Syria. Nine died in the city."
    assert filled(text, "the city", "Damascus", "Syria").name == "Damascus"


@pytest.mark.parametrize(
    ("words", "name", "country", "precision"),
    [
        ("the Malian capital", "Bamako", "MLI", 1),
        ("north of the Malian capital", "Bamako", "MLI", 2),
        ("Malian territory", "Mali", "MLI", 3),
        ("southern Malian territory", "Mali", "MLI", 3),
        ("THE MALIAN CAPITAL", "Bamako", "MLI", 1),
        ("a Malian village", None, "MLI", None),
        ("the Malian village of Orvanek", None, "MLI", None),
        ("a Malian base", None, None, None),
        ("the Malian base of Orvanek", None, None, None),
        ("the Malian district", None, None, None),
        ("the de facto Malian capital", None, None, None),
    ],
)
def test_a_place_told_by_its_nation_alone_is_in_its_country(
    words: str, name: str | None, country: str | None, precision: int | None
) -> None:
    place = filled(f"Gunmen killed nine men on Monday at {words}.", words)
    assert (place.name, place.country, place.precision) == (name, country, precision)


@pytest.mark.parametrize(
    ("words", "admin1"),
    [("Nairobi's Orvanek quarter", "Nairobi Area"), ("Nairobi's sprawling Orvanek slum", "Nairobi Area"),
     ("Nairobi, and Orvanek was calm", None)],
)  # fmt: skip
def test_an_unknown_place_lies_in_the_known_one_whose_it_is(words: str, admin1: str | None) -> None:
    text = f"Kenyan police fired shots in {words}."
    place = filled(text, "Orvanek", "Nairobi")
    assert (place.admin1, place.gazetteer) == (admin1, None)
