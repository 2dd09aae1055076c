"""Finding actors: phrases that name or describe a body, and words that take a side."""

from __future__ import annotations

import re

import pytest

from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.lexicon.load import entries
from dateline.lexicon.registry_match import words
from dateline.mentions.actors import actors, loaded_terms
from dateline.mentions.actors_lexicon import role_matcher
from dateline.read.text import document_of

TEXT = (
    "Kenyan soldiers and al-Shabab fighters clashed near Garissa on Monday, residents said. "
    "The gunmen withdrew after helicopters arrived, according to Colonel Joseph Owino."
)


def test_mentions_are_words_of_the_text_in_order() -> None:
    found = list(actors(parse(document_of(TEXT, name="t"))))
    assert [m.text for m in found] == [TEXT[m.span.start : m.span.end] for m in found]
    assert [m.span for m in found] == sorted(m.span for m in found)
    assert all(m.span.start <= m.head < m.span.end for m in found)


def test_words_that_decide_carry_the_actor() -> None:
    found = {m.text: m.actor for m in actors(parse(document_of(TEXT, name="t")))}
    assert found["Kenyan soldiers"] == "KEN:military"
    assert found["al-Shabab fighters"] == "group:al_shabab"
    assert found["residents"] is None
    assert found["The gunmen"] is None


def test_an_empty_text_has_no_actors() -> None:
    assert list(actors(parse(document_of("", name="t")))) == []


def test_loaded_terms_are_recorded_with_their_spans() -> None:
    text = "The regime said its heroic army had liberated two hills from terrorists."
    found = loaded_terms(parse(document_of(text, name="t")), Span(0, len(text)))
    assert [t.text for t in found] == ["regime", "heroic", "liberated", "terrorists"]
    assert all(text[t.span.start : t.span.end] == t.text for t in found)


@pytest.mark.parametrize(("pattern", "text"), [(e["pattern"], t) for e in entries("loaded") for t in e.match])
def test_loaded_match(pattern: str, text: str) -> None:
    assert re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("pattern", "text"), [(e["pattern"], t) for e in entries("loaded") for t in e.reject]
)
def test_loaded_reject(pattern: str, text: str) -> None:
    assert not re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE)


def _roles(text: str) -> set[str]:
    return {value for hit in role_matcher().find(words(text)) for value in hit.values}


@pytest.mark.parametrize(("role", "text"), [(e["role"], t) for e in entries("actor_words") for t in e.match])
def test_role_words_match(role: str, text: str) -> None:
    assert role in _roles(text)


@pytest.mark.parametrize(("role", "text"), [(e["role"], t) for e in entries("actor_words") for t in e.reject])
def test_role_words_reject(role: str, text: str) -> None:
    assert role not in _roles(text)
