"""Every example of reporting.yaml and attitudes.yaml fires, or does not fire, the rule it stands under."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.lexicon.load import Entry, entries
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of

ENTRIES = (*entries("reporting"), *entries("attitudes"))


def _rules(text: str) -> set[str]:
    """Lexicon ids that rules start with: `say` of `say.right`, `attitude.want` of `attitude.want.active`."""
    made = [quote.rule.split(".") for quote in quotes(parse(document_of(text, name="t")))]
    return {".".join(parts[: 2 if parts[0] == "attitude" else 1]) for parts in made}


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.match])
def test_match_examples_fire(entry: Entry, text: str) -> None:
    assert entry.id in _rules(text)


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.reject])
def test_reject_examples_do_not_fire(entry: Entry, text: str) -> None:
    assert entry.id not in _rules(text)
