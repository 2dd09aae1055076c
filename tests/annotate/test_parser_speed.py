"""The parser made quicker finds what the model as installed finds."""

from __future__ import annotations

import importlib

import pytest
import spacy
from thinc.api import get_current_ops

from dateline.annotate.parser import MODELS, language
from dateline.annotate.parser_speed import quicken

TEXT = (
    "Government forces shelled two villages east of Amra on Monday, killing nine civilians, the Amra Media "
    "Office said. The army denied it had fired; its spokesman, Col. Ivo Marn, told reporters that rebels "
    "were hiding heavier weapons in houses. Talks between the parties' leaders are to be held by March 3."
)


@pytest.fixture(scope="module")
def models():
    """The model as it is installed, and the same made quicker."""
    name = next(name for name in MODELS if importlib.util.find_spec(name))
    plain, quick = (importlib.import_module(name).load(exclude=["senter"]) for _ in range(2))
    quicken(quick)
    return plain, quick


def test_tokens_are_the_same(models):
    plain, quick = (
        [(t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in nlp(TEXT)]
        for nlp in models
    )
    assert quick == plain


def test_lemmas_are_looked_up_in_sets_and_networks_multiply_with_numpy(models):
    _, quick = models
    index = quick.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    assert {type(words) for words in index.values()} == {frozenset}
    layers = list(quick.get_pipe("ner").model.walk())
    assert not any(layer.ops.use_blis for layer in layers)
    assert get_current_ops().use_blis


def test_a_model_without_these_components_stays_as_it_is():
    nlp = spacy.blank("en")
    quicken(nlp)
    assert len(nlp("Shells fell.")) == 3
    assert language() is language()
