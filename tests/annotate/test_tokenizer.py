"""The tokenizer is spaCy's of English but for units written to their number."""

from __future__ import annotations

import importlib

import pytest

from dateline.annotate.parser import MODELS, language

TEXT = "Don't say the U.S.-led force (1,200 men, at 5 a.m.) wasn't there: see www.example.org/a?b=1, J.R."


@pytest.fixture(scope="module")
def plain():
    """The model with the tokenizer it is shipped with."""
    name = next(name for name in MODELS if importlib.util.find_spec(name))
    return importlib.import_module(name).load(exclude=["senter"])


def test_words_are_those_of_the_model(plain):
    ours, theirs = (
        [(token.text, token.norm_, token.whitespace_) for token in nlp.make_doc(TEXT)]
        for nlp in (language(), plain)
    )
    assert ours == theirs
    assert language().tokenizer.rules == plain.tokenizer.rules


def test_units_are_split_from_their_number(plain):
    ours, theirs = ([token.text for token in nlp.make_doc("500sq/km")] for nlp in (language(), plain))
    assert (ours, theirs) == (["500", "sq/km"], ["500sq", "/", "km"])
