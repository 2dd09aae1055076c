"""Armed groups that no registry lists, told by the text."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.lexicon import Entry, entries
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors import actors
from dateline.mentions.actors_unlisted import unlisted
from dateline.read.text import document_of

ENTRIES = entries("unlisted")


def _named(text: str) -> set[str]:
    matcher = unlisted(text)
    listed = words_in(text, 0, len(text))
    return {value for hit in matcher.find(listed) for value in hit.values} if matcher else set()


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES if e["kind"] != "not" for t in e.match])
def test_a_group_that_the_text_tells_of_has_its_name_for_an_id(entry: Entry, text: str) -> None:
    assert len(_named(text)) == 1


@pytest.mark.parametrize("text", [t for e in ENTRIES for t in (e.reject if e["kind"] != "not" else e.match)])
def test_other_names_are_no_groups(text: str) -> None:
    assert _named(text) == set()


def test_the_id_is_the_name_and_its_acronym_means_it_too() -> None:
    text = "Rebels of the Oak Valley Front (OVF) burnt the mill. On Monday OVF shelled the camp."
    matcher = unlisted(text)
    assert matcher is not None
    hits = list(matcher.find(words_in(text, 0, len(text))))
    assert [hit.values for hit in hits] == [("group:oak_valley_front",)] * 3


def test_another_name_of_a_body_of_the_registry_is_no_new_group() -> None:
    assert _named("Fighters of the Oak Valley Resistance Front (YPG) burnt the mill. YPG left.") == set()


def test_a_group_of_the_registry_keeps_its_id() -> None:
    assert _named("Rebels of the Free Syrian Army burnt the mill.") == set()


def test_who_is_counted_is_no_name() -> None:
    assert _named("Fighters of the Oak Valley Martyrs burnt the mill.") == {"group:oak_valley_martyrs"}
    assert _named("Blast by fighters claims 6 Oak Valley Martyrs") == set()


def test_a_listed_name_inside_an_unlisted_one_does_not_name_it() -> None:
    assert _named("Fighters of Liwa al-Fatah burnt the mill.") == {"group:liwa_al_fatah"}


def test_a_mention_of_it_carries_the_id() -> None:
    document = document_of("Fighters of the Oak Valley Brigade burnt the mill near Hama.", name="t")
    assert "group:oak_valley_brigade" in {m.actor for m in actors(parse(document))}


def test_words_in_capitals_throughout_tell_no_names() -> None:
    document = document_of("REBELS OF THE RED RIVER FRONT BURNT THE MILL NEAR HAMA TODAY.", name="t")
    assert not any((m.actor or "").startswith("group:r") for m in actors(parse(document)))
