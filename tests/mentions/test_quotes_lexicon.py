"""Every example of these lexicons fires, or does not fire, the rule it stands under."""

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


def _headline(title: str) -> set[str]:
    """The same of a report under this headline."""
    return {
        q.rule for q in quotes(parse(document_of(f"{title}\n\nA mill stood here.", name="t", title=title)))
    }


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.match])
def test_match_examples_fire(entry: Entry, text: str) -> None:
    assert entry.id in _rules(text)


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.reject])
def test_reject_examples_do_not_fire(entry: Entry, text: str) -> None:
    assert entry.id not in _rules(text)


HEADLINES = entries("headlines")


@pytest.mark.parametrize(("entry", "title"), [(e, t) for e in HEADLINES for t in e.match])
def test_headlines_say_who_they_are_from(entry: Entry, title: str) -> None:
    assert entry.id in _headline(title)


@pytest.mark.parametrize(("entry", "title"), [(e, t) for e in HEADLINES for t in e.reject])
def test_headlines_that_only_end_in_a_body_do_not(entry: Entry, title: str) -> None:
    assert entry.id not in _headline(title)
