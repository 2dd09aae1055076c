"""Every mark of the lexicon is found in its examples and not in its counter-examples."""

from __future__ import annotations

import pytest

from dateline.lexicon import entries
from dateline.read.marks import head_mark, inline_marks, is_line_mark, marks, tail_start

ENTRIES = entries("marks")
PATTERNS = {mark.id: mark for mark in marks()}


def found(identity: str, where: str, text: str) -> bool:
    """True if the pattern of one entry stands where entries of its kind are looked for."""
    pattern = PATTERNS[identity].pattern
    if where == "head":
        return pattern.match(text) is not None
    if where == "line":
        return pattern.fullmatch(text) is not None
    if where == "tail":
        return any(m.end() == len(text) for m in pattern.finditer(text))
    return pattern.search(text) is not None


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.match])
def test_match_examples(entry, text):
    assert found(entry.id, entry["where"], text)


@pytest.mark.parametrize(("entry", "text"), [(e, t) for e in ENTRIES for t in e.reject])
def test_reject_examples(entry, text):
    assert not found(entry.id, entry["where"], text)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The convoy left. --Reuters", "The convoy left."),
        ("The convoy left. Source Delta News Read Also", "The convoy left."),
        ("The convoy left at 12", "The convoy left at 12"),
        ('"We left." 218-11', '"We left."'),
    ],
)
def test_marks_at_the_end_are_cut(text, prose):
    assert text[: tail_start(text, 0, len(text))] == prose


def test_head_mark_says_which_and_where():
    mark, end = head_mark("Published 4 May 2019 The convoy left.", 0, 36)
    assert (mark.id, end) == ("head.date", 20)


def test_inline_marks_stand_between_sentences_only():
    text = "The bridge fell. [passage omitted] Two men [words indistinct] died."
    assert [text[a:b] for a, b in inline_marks(text, 0, len(text))] == ["[passage omitted]"]


def test_whole_line_marks():
    assert is_line_mark("  847/12 ")
    assert not is_line_mark("847 men left.")
