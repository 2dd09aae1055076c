"""Toponyms in prose, headings and wire copy, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import code
from dateline.annotate.annotator import annotate
from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.lexicon.load import Entry, entries
from dateline.mentions.places import places, toponyms_at
from dateline.mentions.places_spans import class_after, class_before
from dateline.mentions.places_words import words_of
from dateline.mentions.record import Toponym
from dateline.read.text import document_of


def found_in(text: str) -> list[Toponym]:
    found = list(places(parse(document_of(text, name="test"))))
    for toponym in found:
        assert text[toponym.span.start : toponym.span.end] == toponym.text
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on the outskirts of Aleppo on Monday.", ["Aleppo"]),
        ("Troops entered Deir ez-Zor from the west.", ["Deir ez-Zor"]),
        ("Fighting went on in Idlib and Hama provinces.", ["Idlib", "Hama"]),
        ("He fled from Mosul to Erbil.", ["Mosul", "Erbil"]),
        ("GUERRILLAS ATTACKED A POWER STATION IN SAN SALVADOR YESTERDAY.", ["SAN SALVADOR"]),
        ("Syrian troops and Russian jets were seen near Palmyra.", ["Palmyra"]),
        ("Islamic State fighters left Raqqa.", ["Raqqa"]),
    ],
)
def test_toponyms(text: str, names: list[str]) -> None:
    assert [t.text for t in found_in(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers waited for orders.",
        "He thanked the Syrian doctors.",
        "On Monday they met again in April.",
        "",
    ],
)
def test_no_toponyms(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("name", "text", "feature"),
    [
        ("Aleppo", "Raids hit Aleppo province.", "province"),
        ("Binnish", "The village of Binnish burned.", "village"),
        ("Hama", "They left Hama.", None),
    ],
)
def test_the_kind_of_place_is_kept(name: str, text: str, feature: str | None) -> None:
    at = text.index(name)
    (toponym,) = toponyms_at(parse(document_of(text, name="t")), [Span(at, at + len(name))])
    assert toponym.feature == feature


def _fires(key: str, value: str, text: str) -> bool:
    parsed = parse(document_of(text, name="t"))
    at = text.find("Orvane")
    if at < 0:
        return False
    if key == "feature":
        return toponyms_at(parsed, [Span(at, at + 6)])[0].feature == value
    words = next(w for w in words_of(parsed) if w)
    place = next(i for i, w in enumerate(words) if w.text == "Orvane")
    return value in (class_before(words, place), class_after(words, place + 1))


EXAMPLES = [
    (key, e[key], text, wanted)
    for name, key in (("place_words", "feature"), ("place_words_cues", "class"))
    for e in entries(name)
    for wanted, texts in ((True, e.match), (False, e.reject))
    for text in texts
]


@pytest.mark.parametrize(("key", "value", "text", "wanted"), EXAMPLES)
def test_lexicon_examples(key: str, value: str, text: str, wanted: bool) -> None:
    assert _fires(key, value, text) is wanted


@pytest.mark.parametrize("entry", entries("place_sites"), ids=lambda entry: entry.id)
def test_site_nouns_stand_in_their_examples_alone(entry: Entry) -> None:
    for wanted, texts in ((True, entry.match), (False, entry.reject)):
        for text in texts:
            said = {word.strip(".,").lower() for word in text.split()}
            assert bool(said & set(entry["words"])) is wanted


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Aleppo", "in", "the", "al-Bab", "U.S.", "troops", ",", "'s", "\n\n", "DAMASCUS", "(", "ع", "é"]
        )
    )
)
def test_spans_hold_their_words_and_never_overlap(parts: list[str]) -> None:
    found = found_in(" ".join(parts))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "places_there"),
    [
        (
            "Militants overran Derzul on Monday. Army shelling of Derzul killed nine civilians.",
            ["Derzul"] * 2,
        ),
        (
            "The clashes spread to Kafr Bidan, and rebels were driven from Ayn Marwa.",
            ["Kafr Bidan", "Ayn Marwa"],
        ),
        ("THE TROOPS REACHED DERZUL. TWO DIED THERE.", ["DERZUL"]),
        ("Colonel Marwan said that General Derzul had been killed by rebels.", []),
    ],
)
def test_what_the_encoder_takes_for_an_events_place_is_one_though_no_gazetteer_holds_it(
    text: str, places_there: list[str]
) -> None:
    found = list(places(annotate(document_of(text, name="t"))))
    assert [(t.text, t.rule) for t in found] == [(name, "places.unlisted") for name in places_there]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ships fired Tomahawks at an airfield in Syria.", ["Syria"]),
        ("Fighters of the Islamic State of Iraq and the Levant left Mosul.", ["Mosul"]),
        ("Arab envoys and Shiites of Basra met in Iraq.", ["Basra", "Iraq"]),
        ("The White House spoke of strikes near Mosul.", ["Mosul"]),
        ("The Ministry of Law and Justice in Kabul was hit.", ["Kabul"]),
        ("The Turkish-Syrian talks were held in Geneva.", ["Geneva"]),
        ("Sri Lankan troops left Jaffna.", ["Jaffna"]),
    ],
)
def test_weapons_and_bodies_are_no_places(text: str, names: list[str]) -> None:
    assert [t.text for t in found_in(text)] == names


def test_a_road_called_after_its_ends_names_two_places() -> None:
    parsed = annotate(
        document_of("A mine went off on the Kabul-Kandahar highway in Afghanistan.", name="test")
    )
    assert [t.text for t in places(parsed)] == ["Kabul", "Kandahar", "Afghanistan"]


def test_who_tells_a_headline_is_no_part_of_the_place_before() -> None:
    text = "Raid kills two in Deir Ezzor Monitor\n\nA raid killed two in Deir Ezzor on Monday."
    assert [place.text for place in found_in(text)] == ["Deir Ezzor"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ship was hit in the Gulf of Aden by a missile.", "Gulf of Aden"),
        ("The raids hit the coast of Yemen on Friday.", "Yemen"),
    ],
)
def test_waters_are_not_the_towns_they_are_called_after(text: str, name: str) -> None:
    assert [t.text for t in found_in(text)] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KUNDUZ, Afghanistan (AP) -- Shells fell on a market on Monday.", ["KUNDUZ", "Afghanistan"]),
        ("LIMA, 14 MAY 89 (EFE) -- A BOMB WENT OFF AT A BRIDGE.", ["LIMA"]),
        ("XORVANEKT, Ukraine (AP) -- Shells fell on a market.", ["XORVANEKT", "Ukraine"]),
        ("XORVANEKT (AP) -- Shells fell on a market.", []),
        ("NAIROBI (RNS) -- Shells fell on a market.", ["NAIROBI"]),
    ],
)
def test_a_dateline_names_the_town_and_what_it_lies_in(text: str, names: list[str]) -> None:
    found = found_in(text)
    assert [t.text for t in found if t.rule == "places.dateline"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Syrian jets hit Deir ezzor on Monday.", ["Deir ezzor"]),
        ("Syrian troops entered Deir al-zour province.", ["Deir al-zour"]),
        ("A blast in Aleppo essentially ended the truce in Syria.", ["Aleppo", "Syria"]),
        ("Four died in Idlib Syria on Monday.", ["Idlib", "Syria"]),
        ("Raids hit New York in the United States.", ["New York", "United States"]),
    ],
)
def test_names_end_where_a_source_says_and_stand_apart_where_none_holds_them_together(
    text: str, names: list[str]
) -> None:
    assert [t.text for t in found_in(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("The Britain-based monitor told of raids.", "Britain", "places.seat"),
        ("Several Kabul-area clinics closed.", "Kabul", "places.known"),
        ("Senator Ali Tan, D-Ohio, spoke.", "Ohio", "places.known"),
    ],
)
def test_what_a_hyphen_ties_to_a_name_is_no_part_of_it(text: str, name: str, rule: str) -> None:
    assert [(t.text, t.rule) for t in found_in(text)] == [(name, rule)]


def test_where_somebody_comes_from_is_his_home_and_no_scene() -> None:
    text = "Corporal Ann Booker, 42, of Laredo, Texas, died in Kabul, north of Wardak."
    rules = {t.text: t.rule for t in found_in(text)}
    assert rules["Laredo"] == rules["Texas"] == "places.seat"
    assert rules["Kabul"] == rules["Wardak"] == "places.known"


@pytest.mark.parametrize("text", ["Gunmen took US $5 million.", "Gunmen took 5,000 Canada dollars."])
def test_a_country_before_its_money_is_no_place(text: str) -> None:
    assert not found_in(text)


def test_neither_a_seat_of_power_nor_an_ambassador_is_a_place() -> None:
    text = (
        "The gunman fired, walking around Ambassador Andrei Karlov. Trump spoke at a White House meeting "
        "of the release of Aung San Suu Kyi."
    )
    assert not code(document_of(text, name="names")).mentions.places


def test_a_ship_is_not_the_place_it_is_called_after() -> None:
    text = "HMS Kent and the frigate USS Austin left Kabul for Austin. An MV Basra officer spoke in Kent."
    assert [t.text for t in found_in(text)] == ["Kabul", "Austin", "Kent"]
