"""Source words and their kinds, by the examples of sources.yaml."""

from __future__ import annotations

import pytest

from dateline.claims.attribution_kinds import source_kind
from dateline.lexicon.load import Entry, entries

ENTRIES = entries("sources")


@pytest.mark.parametrize(("entry", "words"), [(e, t) for e in ENTRIES for t in e.match])
def test_match_examples(entry: Entry, words: str) -> None:
    assert source_kind(words) == (entry["kind"], entry.id)


@pytest.mark.parametrize(("entry", "words"), [(e, t) for e in ENTRIES for t in e.reject])
def test_reject_examples(entry: Entry, words: str) -> None:
    found = source_kind(words)
    assert found is None or found[1] != entry.id


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a military source", "unnamed_official"),
        ("U.N. spokesman Tariq Vance", "monitor"),
        ("a spokesman for the rebels", "armed_group"),
        ("residents of the old quarter", "witness"),
        ("the state news agency", "media"),
        ("Foreign Minister Ada Okoro", "named_official"),
        ("an army officer, Colonel Ada Okoro", "named_official"),
        ("an army officer in Tarn, who saw the raid", "unnamed_official"),
        ("the BBC's Ada Okoro", "media"),
        ("a source at the field hospital", "field_source"),
    ],
)
def test_source_kind(words: str, kind: str) -> None:
    found = source_kind(words)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize("words", ["the People's Front", "Tarn, which fights the rebels"])
def test_neither_part_of_a_name_nor_a_clause_tells_the_kind(words: str) -> None:
    assert source_kind(words) is None
