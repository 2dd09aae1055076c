"""Phrases lose what a wrong parse has left at their ends."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.ragged import whole
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
