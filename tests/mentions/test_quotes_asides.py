"""Tellers set between commas, and how much of the sentence they tell."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "He was hanged because, say those who caught him, he would not surrender.",
            "those who caught him",
            "he would not surrender",
        ),
        (
            "Instead, say those who came back, columns of guards were cut to pieces on Monday.",
            "those who came back",
            "columns of guards were cut to pieces on Monday",
        ),
        (
            "The place had been under blockade for two years, in which, a rights group says, 40 starved.",
            "a rights group",
            "40 starved",
        ),
        (
            "Its loss followed a siege during which, according to councillor Okoro, no help came.",
            "councillor Okoro",
            "no help came",
        ),
        (
            "The raiders, the mayor said, burned two barns.",
            "the mayor",
            "The raiders burned two barns",
        ),
    ],
)
def test_an_aside_behind_the_word_that_opens_a_clause_tells_that_clause(
    text: str, speaker: str, content: str
) -> None:
    document = document_of(text, name="t")
    told = {
        document.quote(q.source): " ".join(document.quote(c).strip() for c in q.content)
        for q in quotes(parse(document))
        if q.source is not None
    }
    assert told[speaker] == content
