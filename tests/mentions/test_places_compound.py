"""Names that hyphens join before a road or a border, and letters of the compass before a name."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.places import places
from dateline.read.text import document_of


def names_in(text: str) -> list[str]:
    return [t.text for t in places(parse(document_of(text, name="test")))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A lorry burned on the Homs-Palmyra road.", ["Homs", "Palmyra"]),
        ("A lorry burned on the Raqqa-Aleppo-Homs highway.", ["Raqqa", "Aleppo", "Homs"]),
        ("A lorry burned on the Homs-al-Salamiyah highway.", ["Homs", "al-Salamiyah"]),
        ("A lorry burned on the Palmyra-Deir ez-Zor road.", ["Palmyra", "Deir ez-Zor"]),
        ("A lorry burned on the Deir-ez-Zor road.", ["Deir-ez-Zor"]),
        ("They met in the triangle of Homs-Hama-Palmyra.", ["Homs", "Hama", "Palmyra"]),
        ("A lorry burned on the Uganda-South Sudan border.", ["Uganda", "South Sudan"]),
    ],
)
def test_each_end_of_a_compound_is_a_place(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A lorry burned in NE Nigeria.", ["Nigeria"]),
        ("A lorry burned in S. Kivu.", ["S. Kivu"]),
        ("A lorry burned in SW Syria.", ["Syria"]),
        ("A lorry burned in Omaha, NE.", ["Omaha", "NE"]),
    ],
)
def test_compass_letters_are_part_of_a_name_only_where_one_is_so_called(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_a_country_without_its_apostrophe_ends_before_the_name_it_owns() -> None:
    assert names_in("A lorry burned in western Syrias Idlib province.") == ["Idlib"]


def test_a_longer_name_wins_over_the_names_in_it() -> None:
    assert names_in("Colombian police held a man in Cali, Valle del Cauca.") == ["Cali", "Valle del Cauca"]
