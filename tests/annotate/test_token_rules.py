"""Word classes found once for each kind of token are those that spaCy finds token by token."""

from __future__ import annotations

import pytest
import spacy

from dateline.annotate.parser import language, parse
from dateline.annotate.token_rules import remember
from dateline.read.text import document_of

TEXT = (
    "They ain't gonna leave, the rebel said; let's see whether that is so.\n\n"
    "There were 12 dead.  Nothing had been done, and the army, which didn't fire, has to do more. "
    "He said that those who'd left got home, but the shelling could not be stopped by them. Y'all come on."
)


@pytest.fixture(scope="module")
def plain():
    """The model's own ruler, as it is before anything is remembered."""
    rules = language().get_pipe("attribute_ruler")
    ruler = spacy.pipeline.AttributeRuler(language().vocab)
    ruler.add_patterns(rules.patterns)
    return ruler


def test_rules_found_by_kind_are_those_found_by_token(plain):
    ruler, doc = language().get_pipe("attribute_ruler"), parse(document_of(TEXT, name="t")).doc
    first = ruler.match(doc)
    assert first == plain.match(doc)
    assert ruler.match(doc) == first
    assert {last - first for _, _, first, last in first} == {1, 2}


def test_a_rule_is_not_tried_on_a_kind_of_token_again(monkeypatch):
    ruler, doc = language().get_pipe("attribute_ruler"), parse(document_of(TEXT, name="t")).doc
    remembered = ruler.match.__self__
    monkeypatch.setattr(remembered, "_all", None)
    assert ruler.match(doc)


def test_a_ruler_that_asks_for_more_is_left_alone():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LENGTH": 3}]], {"POS": "X"})
    remember(ruler)
    assert "match" not in vars(ruler)
    assert [token.pos_ for token in nlp("one three two")] == ["X", "", "X"]
