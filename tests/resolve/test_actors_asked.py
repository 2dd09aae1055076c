"""Whose troops those are that somebody is asked to move, and whose are those that are counted."""

from __future__ import annotations

import pytest

from dateline.pipeline.coder import code
from dateline.read.text import document_of


def _bodies(text: str, role: str, words: str) -> set[str | None]:
    return {
        party.actor
        for claim in code(document_of(text, name="t")).claims
        for party in getattr(claim, role)
        if party.text == words
    }


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Ankara urged Baghdad to withdraw its troops from Zakho.", "its troops", "IRQ:military"),
        ("Paris called on Chad to pull back its forces from Faya.", "its forces", "TCD:military"),
        ("Kenya demanded that Uganda withdraw its army from Migingo.", "its army", "UGA:military"),
        # Who promises does it himself.
        ("Mali said it would withdraw its troops from Gao.", "its troops", "MLI:military"),
    ],
)
def test_the_troops_are_his_who_is_asked_to_move_them(text: str, words: str, actor: str) -> None:
    assert _bodies(text, "agents", words) == {actor}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # In digits as in words.
        (
            "Rebels of the M23 entered Goma on Monday. Ghana evacuated 70 of its nationals.",
            "70 of its nationals",
            "GHA:civilians",
        ),
        # Who bears arms is no civilian, whatever he is besides.
        ("Iran armed the student militia near Maimana in Afghanistan.", "the student militia", None),
        ("The army of Peru condemned the hostage-takers in Lima.", "the hostage-takers", None),
    ],
)
def test_those_who_are_counted_are_of_the_body_that_the_words_after_tell(
    text: str, words: str, actor: str | None
) -> None:
    assert _bodies(text, "targets", words) == {actor}
