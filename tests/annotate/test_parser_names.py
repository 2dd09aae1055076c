"""Names asked for all at once are those that spaCy finds word by word."""

from __future__ import annotations

import pytest
import spacy

from dateline.annotate.parser import language
from dateline.annotate.parser_names import quick_names

TEXTS = (
    "Col. Ivo Marn of the Amra Media Office told Reuters on Monday, March 3, that 1,200 people had fled.",
    "  Marn spoke in Dar  es Salaam.\n\nThe United Nations Security Council met in New York\nOn Tuesday",
    "He came back to Amra. Monday was quiet. In the first week of May 2017 the Red Crescent left Port Said",
    "Paris",
    "\n",
    "",
)


@pytest.fixture(scope="module")
def ner():
    """spaCy's own pipe."""
    return language().get_pipe("ner")


@pytest.mark.parametrize("text", TEXTS)
def test_names_are_the_same(text, ner):
    found = []
    for pipe in (ner, quick_names(ner)):
        doc = language().make_doc(text)
        for name, before in language().pipeline:
            doc = before(doc) if name != "ner" else doc
        found.append([(t.ent_iob_, t.ent_type_) for t in pipe(doc)])
    plain, quick = found
    assert quick == plain


def test_no_name_goes_on_into_the_next_sentence(ner):
    doc = language().make_doc("They met in New York")
    for token in doc:
        token.is_sent_start = token.text in ("They", "York")
    assert not any(name.text == "New York" for name in quick_names(ner)(doc).ents)


def test_a_network_of_another_kind_is_left_alone():
    nlp = spacy.blank("en")
    wide = nlp.add_pipe("ner", config={"model": {"extra_state_tokens": True}})
    wide.add_label("PLACE")
    nlp.initialize()
    assert quick_names(wide) is wide
