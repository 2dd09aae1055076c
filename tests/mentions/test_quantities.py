"""Amounts in sentences: bounds, units, nouns, parts, and what is no amount."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.parser import parse
from dateline.lexicon.load import entries
from dateline.mentions.quantities import quantities
from dateline.mentions.quantities_nouns import LEXICON as NOUNS
from dateline.mentions.quantities_units import LEXICON as UNITS
from dateline.mentions.record import Quantity
from dateline.read.text import document_of


def found_in(text: str) -> list[Quantity]:
    """The quantities of a text, each checked to stand where it says."""
    found = list(quantities(parse(document_of(text, name="test"))))
    for quantity in found:
        assert text[quantity.span.start : quantity.span.end] == quantity.text
    return found


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "measure"),
    [
        ("Gunners burned over 20 tanks.", 20, None, "at_least", "tanks"),
        ("They destroyed seven infantry fighting vehicles.", 7, 7, "exact", "armored_vehicles"),
        ("They burned nine trucks.", 9, 9, "exact", "vehicles"),
        ("Up to 80 fighters died.", None, 80, "at_most", None),
        ("As many as 14 guards were hurt.", None, 14, "at_most", None),
        ("Nearly 100 air raids were counted.", 100, 100, "about", "other"),
        ("Some 30,000 troops crossed the river.", 30_000, 30_000, "about", None),
        ("Between 30 and 40 villagers fled.", 30, 40, "range", None),
        ("They took 20-25 rifles.", 20, 25, "range", "weapons"),
        ("30 to 40 shells fell.", 30, 40, "range", "munitions"),
        ("1 to 2 thousand people marched.", 1000, 2000, "range", None),
        ("Several houses burned.", 3, 9, "vague", "buildings"),
        ("A large number of villagers fled.", 3, None, "vague", None),
        ("The column took heavy casualties.", 3, None, "vague", None),
        ("Thirty or more men were hurt.", 30, None, "at_least", None),
        ("Shells killed 40 herders at least.", 40, None, "at_least", None),
        ("Jets burned a number of their trucks.", 3, 9, "vague", "vehicles"),
        ("Jets burned several of the rebels' trucks.", 3, 9, "vague", "vehicles"),
        ("There were no casualties.", 0, 0, "exact", None),
        ("A woman was shot.", 1, 1, "exact", None),
        ("Another soldier was shot.", 1, 1, "exact", None),
        ("A fifth victim was buried.", 1, 1, "exact", None),
        ("DOZENS OF GUERRILLAS WERE KILLED.", 12, 99, "vague", None),
        ("MORE THAN A DOZEN HOUSES BURNED.", 12, None, "at_least", "buildings"),
        ("Raiders shot big numbers of herders.", 3, None, "vague", None),
        ("Raiders shot numbers of herders.", 3, 9, "vague", None),
        ("An unknown number of herders died.", 2, None, "vague", None),
        ("A triple suicide bombing shook Tarn.", 3, 3, "vague", "other"),
        ("They fired six ship-to-shore missiles.", 6, 6, "exact", "munitions"),
        ("They came with 30 Ruritanian-made all-road vehicles.", 30, 30, "exact", "vehicles"),
        ("They came in 40 four-wheel cars.", 40, 40, "exact", "vehicles"),
        ("Jets burned two sheds containing weapons.", 2, 2, "exact", None),
    ],
)
def test_one_amount(
    text: str, low: float | None, high: float | None, bound: str, measure: str | None
) -> None:
    assert [(q.low, q.high, q.bound, q.measure) for q in found_in(text)] == [(low, high, bound, measure)]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("They hold 500sq/km of steppe.", 500, "square kilometre"),
        ("They hold 40 sq.km of steppe.", 40, "square kilometre"),
        ("They hold 700 square miles.", 1813, "square kilometre"),
        ("Fire took 40 hectares of barley.", 0.4, "square kilometre"),
        ("The hill is 25 miles off.", 40.2, "kilometre"),
        ("The post is 300 metres off.", 0.3, "kilometre"),
        ("They paid $1.5 million for it.", 1_500_000, "dollar"),
        ("They paid 300,000 euros.", 300_000, "euro"),
        ("Turnout was 40 percent.", 40, "percentage"),
        ("They fought for six hours.", 6, "hour"),
    ],
)
def test_units(text: str, low: float, unit: str) -> None:
    assert [(q.low, q.unit) for q in found_in(text)] == [(low, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("A third of the huts burned.", 1 / 3, 1 / 3, "share"),
        ("Half of the 40 huts burned.", 0.5, 0.5, "share"),
        ("A quarter of a million geese fled.", 250_000, 250_000, None),
        ("The range grew from 20 miles to 30 miles.", 32.2, 48.3, "kilometre"),
        ("Bread fell from $4 in 2015 to $2.", 2, 4, "dollar"),
        ("A pump costs from $30 to $7 thousand.", 30, 7_000, "dollar"),
        ("They fire 40 shells per day.", 40, 40, "per day"),
        ("They raised 2 million of the 5 million shekels.", 2_000_000, 2_000_000, "shekel"),
        ("They have two- and three-tonne carts.", 2, 2, "ton"),
        ("He was 45 when it fell.", 45, 45, "year of age"),
        ("Prices rose by 2 percent and then by 1.", 2, 2, "percentage"),
    ],
)
def test_what_the_first_amount_is_measured_in(text: str, low: float, high: float, unit: str | None) -> None:
    first = found_in(text)[0]
    assert (first.low, first.high, first.unit) == (pytest.approx(low), pytest.approx(high), unit)


def test_two_withdrawals_are_no_range() -> None:
    found = found_in("They withdrew from three villages to two posts.")
    assert [(q.low, q.high) for q in found] == [(3, 3), (2, 2)]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("20 Kurdish and Arab fighters fell.", "Kurdish and Arab fighters"),
        ("They burned one rebel-held district.", "rebel-held district"),
        ("They took 30 farmers hostage.", "farmers"),
        ("They shot 20 last week.", None),
        ("Up to 80 (local) fighters fell.", "fighters"),
        ("Blast kills 3, wounds 20.", None),
        ("Bomber kills 16 outside bakery.", None),
        ("They arrested a Spaniard.", "Spaniard"),
    ],
)
def test_what_is_counted(text: str, concept: str | None) -> None:
    assert found_in(text)[0].concept == concept


def test_neither_dead_nor_wounded() -> None:
    assert [q.low for q in found_in("There were no deaths or injuries.")] == [0, 0]


def test_an_area_in_two_units_is_one_amount() -> None:
    found = found_in("They took over 500 square kilometres (193 square miles) of desert.")
    assert [(q.low, q.high, q.measure) for q in found] == [(500, None, "area")]


def test_a_converted_distance_has_its_measure_once() -> None:
    found = found_in("The base lies 40 kilometers (25 miles) from the port.")
    assert [(q.measure, q.said) for q in found] == [("distance", None), (None, (25, 25, "mile"))]


def test_including_makes_a_part() -> None:
    whole, part = found_in("At least 31 people, including two medics, were killed.")
    assert (whole.low, part.low, part.part_of) == (31, 2, whole.span)


@pytest.mark.parametrize(
    "text", ["Two medics were among 31 people killed.", "Two medics were among the 31 people killed."]
)
def test_a_part_may_be_told_before_its_whole(text: str) -> None:
    part, whole = found_in(text)
    assert (whole.low, part.low, part.part_of) == (31, 2, whole.span)


def test_some_of_them_are_a_part() -> None:
    whole, part = found_in("The blast killed 18 people, 11 of them children.")
    assert (whole.low, part.low, part.part_of) == (18, 11, whole.span)


def test_so_far_is_cumulative() -> None:
    assert [q.cumulative for q in found_in("So far 83 villages have been retaken.")] == [True]


def test_elliptical_counts_have_no_noun() -> None:
    found = found_in("A mine went off, killing 20 and wounding 30.")
    assert [(q.low, q.concept) for q in found if q.low != 1] == [(20, None), (30, None)]


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 11 March 2025.",
        "It happened in 2014.",
        "It happened at 10:35 a.m. sharp.",
        "A T-72 stood in the yard.",
        "They carried M16 rifles.",
        "Resolution 2328 was adopted.",
        "The 3rd Brigade left.",
        "The 47th time was the last.",
        "They hurt one another.",
        "Raids since 21 May have failed.",
        "They live at 16 Harbour Road.",
        "The match ended 2-2.",
        "Police held boys aged 15 and 17.",
        "The 444 Brigade left the town.",
        "A seven-storey block fell.",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert [q.text for q in found_in(text) if not q.rule.startswith("singular")] == []


def _examples(lexicon: str, field: str) -> list[tuple[str, str]]:
    return [(entry.id, text) for entry in entries(lexicon) for text in getattr(entry, field)]


LEXICONS = ("numbers", UNITS, NOUNS)


@pytest.mark.parametrize(("rule", "text"), [e for name in LEXICONS for e in _examples(name, "match")])
def test_lexicon_examples_match(rule: str, text: str) -> None:
    assert rule in {r for q in found_in(text) for r in q.rule.split("+")}


@pytest.mark.parametrize(("rule", "text"), [e for name in LEXICONS for e in _examples(name, "reject")])
def test_lexicon_examples_reject(rule: str, text: str) -> None:
    assert rule not in {r for q in found_in(text) for r in q.rule.split("+")}


_PIECES = st.sampled_from(
    [
        "over",
        "20",
        "men",
        "a",
        "dozen",
        "of",
        "$",
        "km",
        "including",
        "two",
        "-",
        "İ",
        "\n",
        "(",
        "no",
        "’",
        "3,000",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_PIECES, max_size=25).map(" ".join))
def test_amounts_are_ordered_and_apart(text: str) -> None:
    found = found_in(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)


def test_some_of_a_count_are_of_the_same_things() -> None:
    some, whole = found_in("They burned 40 of the 90 trucks.")
    assert (some.low, some.measure, some.part_of) == (40, "vehicles", whole.span)


def test_more_than_bounds_the_number_after_it() -> None:
    first, second = found_in("The toll rose to 12 and more than 40 herders were hurt.")
    assert (first.low, first.high, second.low, second.high) == (12, 12, 40, None)


@pytest.mark.parametrize(
    "text", ["Pupils aged from four to nine were hurt.", "They raided a major Tarnish (Orvan) clan."]
)
def test_ages_and_adjectives_count_nobody(text: str) -> None:
    assert found_in(text) == []


def test_who_ends_a_headline_is_not_counted() -> None:
    made = found_in("Mortar fire on mill kills 14 State media\n\nA mill burned on Friday.")
    assert [q.text for q in made] == ["14"]


def test_at_least_bounds_the_number_behind_it() -> None:
    bounds = [q.bound for q in found_in("They met 40 herders at least two of them hurt.")]
    assert bounds == ["exact", "at_least"]
