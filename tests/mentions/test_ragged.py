"""Phrases lose what a wrong parse has left at their ends."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.ragged import uncounted, whole
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the regime of", "the regime"),
        ("the Observatory for Human Rights which", "the Observatory for Human Rights"),
        ("which regime forces", "regime forces"),
        ("that province", "that province"),
        ("at least nine people", "at least nine people"),
        ("reporter in the", "reporter"),
        ("Friday nine herders", "nine herders"),
        ("Friday", "Friday"),
        ("which", "which"),
        ("the army", "the army"),
    ],
)
def test_no_phrase_begins_or_ends_in_the_air(text: str, left: str) -> None:
    parsed = parse(document_of(text, name="ragged"))
    assert parsed.document.quote(parsed.span_of(*whole(parsed, 0, len(parsed.tokens)))) == left


def test_what_opens_a_clause_is_no_word_of_its_subject() -> None:
    parsed = parse(document_of("The mayor said that hill fighters burned the mill.", name="ragged"))
    first = parsed.lowers.index("that")
    assert whole(parsed, first, first + 3) == (first + 1, first + 3)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("13 people MSF", "MSF"),
        ("1400 people Human Rights Watch", "Human Rights Watch"),
        ("three residents of the town", "three residents of the town"),
        ("two officials", "two officials"),
    ],
)
def test_who_speaks_is_not_who_was_counted_before(text: str, left: str) -> None:
    parsed = parse(document_of(f"He said it, {text} added.", name="ragged"))
    first = next(i for i, t in enumerate(parsed.tokens) if t.idx == 12)
    last = first + len(text.split())
    assert parsed.document.quote(parsed.span_of(*uncounted(parsed, first, last))) == left
