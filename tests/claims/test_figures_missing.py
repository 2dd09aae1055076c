"""Those missing are neither killed nor wounded; of a toll that changed the new one is claimed."""

from __future__ import annotations

import pytest

from dateline import code, document_of


def _figures(text: str) -> list[tuple[str, str, float | None]]:
    claims = code(document_of(text, name="missing")).claims
    return [(claim.action, f.measure, f.low) for claim in claims for f in claim.quantities]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Nine people were killed and four are still missing after shelling in Kherson.",
            [("kill", "killed", 9), ("kill", "missing", 4)],
        ),
        (
            "The raid on Orvane left nine dead and four missing, the mayor said.",
            [("kill", "killed", 9), ("kill", "missing", 4)],
        ),
        ("Three miners are missing after gunmen attacked a mine in Mali.", [("abduct", "missing", 3)]),
    ],
)
def test_the_missing_are_a_figure_of_the_harm_told_beside_them(
    text: str, figures: list[tuple[str, str, float]]
) -> None:
    assert _figures(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose from 12 to 17 after a mortar attack in Goma.",
        "The death toll rose to 17 from 12 after a mortar attack in Goma.",
    ],
)
def test_of_a_toll_that_rose_the_new_one_is_claimed(text: str) -> None:
    assert ("kill", "killed", 17) in _figures(text)
    assert ("kill", "killed", 12) not in _figures(text)


def test_numbers_without_a_noun_count_what_was_counted_before() -> None:
    text = "The army destroyed 20 tanks, seven near Kupiansk and 13 near Lyman."
    assert [(m, low) for _, m, low in _figures(text)] == [("tanks", 20), ("tanks", 7), ("tanks", 13)]


def test_without_casualties_is_none() -> None:
    text = "A mine damaged one vehicle near Tillaberi without causing casualties."
    assert ("kill", "killed_or_wounded", 0) in _figures(text)
