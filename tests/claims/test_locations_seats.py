"""Places of those who only speak, or of what an event is compared with."""

from __future__ import annotations

import pytest

from dateline.pipeline.coder import code
from dateline.read.text import document_of


def places(text: str, word: str) -> set[str]:
    document = document_of(text, name="example")
    claim = next(c for c in code(document).claims if document.quote(c.span) == word)
    return {place.text for place in claim.places}


@pytest.mark.parametrize(
    ("text", "word", "there", "elsewhere"),
    [
        (
            "The front hit Kibungo on Friday. Its spokesman in Nairobi, Paul Odera, denied that homes were "
            "shelled.",
            "shelled",
            "Kibungo",
            "Nairobi",
        ),
        (
            "Soldiers stormed Kibungo on Friday. The minister said in Nairobi that nine men had been killed.",
            "killed",
            "Kibungo",
            "Nairobi",
        ),
        (
            "The front took Kibungo Friday. Its leader, speaking in Nairobi, denied homes were looted.",
            "looted",
            "Kibungo",
            "Nairobi",
        ),
        (
            "Soldiers hit Kibungo on Friday, killing nine. It was the worst attack since a raid in Butare "
            "last year.",
            "attack",
            "Kibungo",
            "Butare",
        ),
        (
            "The front took Kibungo Friday. Kigali denied it. Residents told newsmen in Kigali that a mill "
            "was burned.",
            "burned",
            "Kibungo",
            "Kigali",
        ),
    ],
)
def test_no_event_is_where_somebody_only_tells_of_it(
    text: str, word: str, there: str, elsewhere: str
) -> None:
    found = places(text, word)
    assert there in found
    assert elsewhere not in found


def test_what_opens_a_sentence_is_where_it_happened() -> None:
    text = "Rebels left Kibungo on Friday. In Butare, the police said nine men had been killed."
    assert "Butare" in places(text, "killed")


def test_no_event_is_at_the_capital_whose_men_they_are() -> None:
    assert "Nairobi" not in places("GARISSA - Militiamen loyal to Nairobi looted a mill.", "looted")
