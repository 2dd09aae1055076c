"""Entries of live pages and rows of headlines are sentences of their own."""

from __future__ import annotations

import pytest

from dateline import code, document_of
from dateline.annotate.entry_starts import entry_starts
from dateline.annotate.parser import parse

LIVE = (
    "Day 12 of the war\n08:15 Rebels shell the port of Tarn, two dead\n"
    "09:40 Army retakes Bria from militants\n11:02 Red Cross says 40 wounded in Tarn"
)


def _sentences(text: str) -> list[str]:
    parsed = parse(document_of(text, name="t"))
    return [text[s.span.start : s.span.end].strip() for s in parsed.sentences]


def test_each_timed_entry_is_a_sentence() -> None:
    assert "Army retakes Bria from militants" in _sentences(LIVE)


def test_what_one_entry_says_is_not_told_by_the_next() -> None:
    claims = {claim.trigger: claim for claim in code(document_of(LIVE, name="t")).claims}
    assert [party.text for party in claims["retakes"].agents] == ["Army"]
    assert claims["retakes"].attribution == ()
    assert claims["wounded"].attribution[-1].text == "Red Cross"


def test_headlines_in_a_row_are_parted() -> None:
    text = "Six hurt in car bomb near Mosul market | Iraqi army retakes two villages near Hawija"
    assert _sentences(text)[-1] == "Iraqi army retakes two villages near Hawija"


@pytest.mark.parametrize(
    "text",
    [
        "The guns fell silent at\n09:40 on Monday, the mayor said.",
        "The raid began at 08:15 and ended at 09:40, the mayor said.",
    ],
)
def test_a_time_inside_prose_begins_no_entry(text: str) -> None:
    assert entry_starts(document_of(text, name="t")) == ()
