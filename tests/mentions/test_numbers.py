"""Number words and figures, and that words give back the number they were made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.mentions.numbers import atoms
from dateline.mentions.numbers_words import lower_in_place

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def words_of(number: int) -> str:
    """English words of a number below a billion: the inverse that the grammar is tested against."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        rest = f"-{_SMALL[number % 10]}" if number % 10 else ""
        return _TENS[number // 10 - 2] + rest
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            lead, rest = divmod(number, size)
            joined = "" if not rest else f" and {words_of(rest)}" if rest < 100 else f" {words_of(rest)}"
            return f"{words_of(lead)} {name}{joined}"
    raise AssertionError("every number is below or above one hundred")


@given(st.integers(min_value=1, max_value=999_999_999))
def test_number_words_round_trip(number: int) -> None:
    found = atoms(lower_in_place(words_of(number)))
    assert [(a.low, a.high) for a in found] == [(number, number)]


@given(st.integers(min_value=0, max_value=10**12), st.booleans())
def test_figures_round_trip(number: int, grouped: bool) -> None:
    text = f"{number:,}" if grouped else str(number)
    assert [(a.start, a.end, a.low) for a in atoms(text)] == [(0, len(text), number)]


@given(st.text())
def test_atoms_stay_in_the_text(text: str) -> None:
    folded = lower_in_place(text)
    assert len(folded) == len(text)
    end = 0
    for atom in atoms(folded):
        assert end <= atom.start < atom.end <= len(text)
        end = atom.end


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.5 million", 1_500_000, 1_500_000),
        ("half a million", 500_000, 500_000),
        ("a quarter of a million", 250_000, 250_000),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("several dozen", 36, 99),
        ("dozens", 12, 99),
        ("scores", 12, 99),
        ("hundreds", 100, 999),
        ("thousands", 1000, 9999),
        ("tens of thousands", 10_000, 99_999),
        ("hundreds of thousands", 100_000, 999_999),
        ("a couple of", 2, 2),
        ("a few", 3, 9),
        ("several hundred", 300, 999),
        ("a large number of", 3, None),
        ("20, 000", 20_000, 20_000),
        ("300 000", 300_000, 300_000),
        ("1 250 000", 1_250_000, 1_250_000),
        ("four hundred million", 400_000_000, 400_000_000),
    ],
)
def test_number_phrases(text: str, low: float, high: float | None) -> None:
    assert [(a.low, a.high) for a in atoms(lower_in_place(text))] == [(low, high)]


def test_the_letter_of_a_design_multiplies_nothing() -> None:
    assert [a.low for a in atoms(lower_in_place("soldiers took 2 M-60 guns for $3 M"))] == [2, 60, 3_000_000]
