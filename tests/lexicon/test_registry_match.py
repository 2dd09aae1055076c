"""Matching names: words keep their offsets whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.registry_match import Matcher, _read, fold, words, words_in


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.key
        assert 0 <= word.start < word.end <= len(text)


@given(st.lists(st.from_regex(r"[A-Z][a-z]{3,8}", fullmatch=True), min_size=1, max_size=4))
def test_a_name_added_is_found(parts: list[str]) -> None:
    matcher = Matcher()
    matcher.add(" ".join(parts), "x")
    found = list(matcher.find(words("Before " + " ".join(parts) + ", after")))
    assert any("x" in hit.values for hit in found)


def test_the_longer_name_wins() -> None:
    matcher = Matcher()
    matcher.add("Free Army", "a")
    matcher.add("Free Army of the North", "b")
    assert [h.values for h in matcher.find(words("The Free Army of the North moved."))] == [("b",)]


def test_capitals_throughout_need_no_case() -> None:
    matcher = Matcher()
    matcher.add("Shining Path", "p")
    assert [h.values for h in matcher.find(words("THE SHINING PATH SAID"), shouting=True)] == [("p",)]


def test_a_lost_apostrophe_is_read() -> None:
    matcher = Matcher()
    matcher.add("Syria", "s")
    assert [h.values for h in matcher.find(words("Syrias army"))] == [("s",)]


def test_an_acronym_may_lose_its_last_full_stop():
    assert [w.key for w in words("The C.A.R is calm, the U.S. too; see p.3 of D.R.C.")] == (
        "the car is calm the us too see p 3 of drc".split()
    )


def test_the_words_of_any_stretch_are_those_of_its_text_alone():
    text = "U.S. troops’ base: the army's Da'esh prisoners, O'Brien's men, Xi-led 'guards' (ELN)'s."
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            assert words_in(text, start, end) == _read(text, start, end), text[start:end]


@pytest.mark.parametrize(
    "text", ["the Orvane Dawn Front", "the Orvanes Dawn Front", "the Orvane Dawns Front"]
)
def test_a_name_of_several_words_is_found_with_one_of_them_in_another_form(text):
    matcher = Matcher()
    matcher.add("Orvane Dawn Front", "group:front")
    matcher.add("Orvane Guard", "group:guard")
    assert [hit.values for hit in matcher.find(words(text))] == [("group:front",)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SO FAR NOBODY CAME", False),
        ("THE F.A.R. CAME", True),
        ("THE ELR CAME", True),
        ("THE FACT IS OLD", False),
    ],
)
def test_in_capitals_an_acronym_that_is_a_word_says_nothing(text: str, found: bool) -> None:
    matcher = Matcher()
    for name in ("FAR", "ELR", "FACT"):
        matcher.add(name, name)
    assert any(matcher.find(words(text), shouting=True)) is found
