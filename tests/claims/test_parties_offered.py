"""Objects that stand among the words of an event, and targets that a preposition brings."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.claims.grammar import Roles
from dateline.claims.parties_offered import offered
from dateline.claims.triggers import Trigger
from dateline.mentions.actors import actors
from dateline.pipeline.coder import code
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "words", "head", "expected"),
    [
        ("Five hooded men led him off at dawn.", "led him off", "led", {"Five hooded men", "him"}),
        ("Rebels gave the nuns a week to leave.", "gave the nuns a week", "gave", {"Rebels", "the nuns"}),
        # What the event is told by is no party of it: `fire` of `opened fire on`, the life of a victim.
        ("Rebels opened fire on the soldiers.", "opened fire on", "opened", {"Rebels", "the soldiers"}),
        (
            "Jets inflicted major losses on the rebels.",
            "inflicted major losses",
            "inflicted",
            {"Jets", "the rebels"},
        ),
        ("The men will pay with her life.", "pay with her life", "pay", {"The men"}),
    ],
)
def test_an_object_among_the_words_of_an_event_may_be_its_party(
    text: str, words: str, head: str, expected: set[str]
) -> None:
    read = parse(document_of(text, name="t"))
    inside = [t.i for t in read.doc if text.index(words) <= t.idx < text.index(words) + len(words)]
    at = next(i for i in inside if read.doc[i].text == head)
    event = Trigger(inside[0], inside[-1] + 1, at, read.sentences[0], "attack", 1.0, "t", None)
    found = offered(read, event, Roles(), list(actors(read)))
    assert {read.doc[one.first : one.last].text for one in found} == expected


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Nine gunmen surrendered to the police in Peru.", ["the police"]),
        ("Two gunmen of the M23 gave themselves up to the Ugandan army.", ["the Ugandan army"]),
        ("Police disarmed nine gunmen in Peru.", []),
    ],
)
def test_who_is_surrendered_to_is_told_by_the_preposition(text: str, targets: list[str]) -> None:
    (claim,) = [c for c in code(document_of(text, name="t")).claims if c.action == "surrender"]
    assert [party.text for party in claim.targets] == targets
