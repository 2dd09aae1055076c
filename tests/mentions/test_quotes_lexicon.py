"""Every example of reporting.yaml fires, or does not fire, the rule it stands under."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.lexicon.load import Entry, entries
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of

ENTRIES = entries("reporting")


def _rules(text: str) -> set[str]:
    return {quote.rule.split(".")[0] for quote in quotes(parse(document_of(text, name="t")))}


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.match])
def test_match_examples_fire(entry: Entry, text: str) -> None:
    assert entry.id in _rules(text)


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.reject])
def test_reject_examples_do_not_fire(entry: Entry, text: str) -> None:
    assert entry.id not in _rules(text)
