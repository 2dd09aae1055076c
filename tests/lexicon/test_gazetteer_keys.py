"""Spellings of one name meet under one key; different names keep apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.lexicon.gazetteer.generic import split_generic
from dateline.lexicon.gazetteer.keys import _DIGRAPHS, _MERGED, _SLAVIC, _VOWELS, fold, skeleton, spoken

ARABIC = [
    ("Deir Ezzur", "Dayr az-Zawr", "Deir ez-Zor", "Deir al-Zour", "دير الزور"),
    ("Sukhnah", "Sokhneh", "As Sukhnah", "al-Sukhna"),
    ("Maskana", "Maskanah", "Maskaneh"),
    ("Raqqa", "Ar-Raqqah", "Rakka"),
    ("Sweida", "As-Suwayda", "Suwaida", "Suwayda"),
    ("Hasakah", "Hassakeh", "Al-Hasakah", "al-Hassaka"),
    ("Ghouta", "Ghuta", "al-Ghouta"),
]


@pytest.mark.parametrize("spellings", ARABIC)
def test_arabic_romanisations_sound_alike(spellings: tuple[str, ...]) -> None:
    latin = [s for s in spellings if s.isascii()]
    assert len({spoken(s, "arabic") for s in latin}) == 1


@pytest.mark.parametrize(
    ("one", "other", "family"),
    [
        ("al-Dakou", "al-Dekou", "arabic"),
        ("Daraa", "Deraa", "arabic"),
        ("السخنة", "Sukhnah", "arabic"),
        ("Kharkiv", "Kharkov", "cyrillic"),
        ("Харків", "Kharkov", "cyrillic"),
        ("Krasnohorivka", "Krasnogorovka", "cyrillic"),
        ("Luhansk", "Lugansk", "cyrillic"),
        ("Zaporizhzhia", "Zaporozhye", "cyrillic"),
    ],
)
def test_consonants_meet_where_vowels_differ(one: str, other: str, family: str) -> None:
    assert skeleton(one, family) == skeleton(other, family) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("Homs", "Hama"), ("Aleppo", "Idlib"), ("Raqqa", "Ramla"), ("Dakou", "Dakwa"), ("Manbij", "Maskana")],
)
def test_different_names_keep_apart(one: str, other: str) -> None:
    assert skeleton(one, "arabic") != skeleton(other, "arabic")


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Dara'a", "daraa"),
        ("San José", "san jose"),
        ("SAN\nSALVADOR", "san salvador"),
        ("Mt. Pleasant", "mount pleasant"),
        ("İzmir", "izmir"),
        ("Łódź", "lodz"),
    ],
)
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "bare", "feature"),
    [
        ("Orvane province", "Orvane", "province"),
        ("Orvane Governorate", "Orvane", "province"),
        ("Tal Orvane", "Orvane", "hill"),
        ("village of Orvane", "Orvane", "village"),
        ("Orvane", "Orvane", None),
        ("Hill", "Hill", None),
    ],
)
def test_generic_words_are_told_from_names(name: str, bare: str, feature: str | None) -> None:
    assert split_generic(name) == (bare, feature)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_any_text_has_keys_or_none(name: str) -> None:
    for family in ("arabic", "cyrillic"):
        assert skeleton(name, family) is None or len(str(skeleton(name, family))) >= 2


@pytest.mark.parametrize("table", [_DIGRAPHS, _VOWELS | _MERGED, _SLAVIC])
def test_single_letters_may_be_replaced_after_longer_ones(table: dict[str, str]) -> None:
    single = {key for key in table if len(key) == 1}
    assert not single & {letter for key, to in table.items() if len(key) > 1 for letter in to}


@pytest.mark.parametrize(("pair", "sound"), [(pair, to) for pair, to in _VOWELS.items() if len(pair) == 2])
@pytest.mark.parametrize("around", ["b{}d", "b{}wid", "bi{}ud"])
def test_two_vowels_sound_as_the_table_has_them(pair: str, sound: str, around: str) -> None:
    assert spoken(around.format(pair), "arabic") == spoken(around.format(sound), "arabic")
