import pytest

from dateline.link.words import family, place_name, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sukhnah", "Sokhneh"),
        ("al-Dakou hill", "Tal al-Dekou"),
        ("Hasakah", "the city of Hasakeh"),
        ("Deir Ezzor", "Deir ez-Zor"),
        ("Maskana", "Maskanah"),
        ("Dara'a", "Daraa"),
    ],
)
def test_spellings_of_one_place_have_one_key(one: str, other: str) -> None:
    assert place_name(one).key == place_name(other).key


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Raqqa", "Aleppo"), ("Tabqa", "Tadef")])
def test_other_places_have_other_keys(one: str, other: str) -> None:
    assert place_name(one).key != place_name(other).key


@pytest.mark.parametrize(
    ("text", "broad"),
    [
        ("Homs province", True),
        ("Somalia", True),
        ("northern Somalia", True),
        ("Homs", False),
        ("the mill", False),
    ],
)
def test_an_area_is_broad(text: str, broad: bool) -> None:
    assert place_name(text).broad is broad


@pytest.mark.parametrize(
    ("text", "generic"), [("a Kenyan airbase", True), ("Guatemala City", False), ("Kenya", False)]
)
def test_a_base_of_a_country_is_one_of_many(text: str, generic: bool) -> None:
    assert place_name(text).generic is generic


def test_words_of_kind_alone_name_no_place() -> None:
    assert place_name("the base").generic
    assert not place_name("the Karm base").generic


def test_a_name_in_another_script_is_its_own_key() -> None:
    assert skeleton("حلب") == "حلب"


def test_an_act_and_its_harm_are_of_one_family() -> None:
    assert family("airstrike") == family("kill") != family("accuse")
