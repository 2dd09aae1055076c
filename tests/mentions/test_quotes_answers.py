"""Answers to what was said, and the wish to stay unnamed: neither is told by whoever said the rest."""

from __future__ import annotations

import pytest

from dateline.pipeline.coder import code
from dateline.read.text import document_of


def sources(text: str, action: str) -> list[str]:
    claims = code(document_of(text, name="t")).claims
    return [source.text for claim in claims if claim.action == action for source in claim.attribution]


@pytest.mark.parametrize(
    "text",
    [
        "Kinshasa accuses Kigali of shelling its camp in Goma, which a Rwandan army spokesman denied.",
        "Chad accused Sudan of bombing villages near Adre, a charge Khartoum rejected.",
    ],
)
def test_an_accuser_does_not_tell_of_the_denial(text: str) -> None:
    assert sources(text, "reject") == []


def test_what_one_denies_oneself_stays_ones_own() -> None:
    text = "The envoy said the rebels, who deny it, had shelled Goma."
    assert sources(text, "shelling") == ["The envoy"]


def test_a_wish_to_stay_unnamed_is_no_report() -> None:
    text = "A doctor inside the old zone, who asked not to be named, said a school at Lira was shelled."
    assert sources(text, "shelling") == ["A doctor inside the old zone, who asked not to be named"]
