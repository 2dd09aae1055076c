"""Names of states that act are no places of what others do elsewhere."""

from __future__ import annotations

import pytest

from dateline import code, document_of


def _places(text: str, action: str) -> list[str]:
    claim = next(c for c in code(document_of(text, name="acting")).claims if c.action == action)
    return [place.text for place in claim.places]


@pytest.mark.parametrize(
    ("text", "action", "places"),
    [
        (
            "The Congolese army said it shot down a drone over Minembwe; Kigali dismissed the claim.",
            "destroy",
            ["Minembwe"],
        ),
        ("Kigali was shelled on Monday.", "shelling", ["Kigali"]),
    ],
)
def test_a_capital_that_answers_is_no_place(text: str, action: str, places: list[str]) -> None:
    assert _places(text, action) == places
