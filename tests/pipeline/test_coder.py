"""The coder as a whole: what it hands on, and what it never does."""

from __future__ import annotations

import pickle

import pytest
from builders import report

from dateline.pipeline import coder
from dateline.pipeline.coder import code
from dateline.pipeline.stages import STAGES, stage

TEXT = (
    "Troops shelled the village of Halfaya on Monday, killing at least three civilians, residents said.\n"
    "The army denied that it had attacked the village."
)


@pytest.fixture(scope="module")
def coded():
    return code(report(TEXT, name="halfaya"))


def test_claims_are_in_text_order_with_ids_of_their_own(coded):
    spans = [claim.span for claim in coded.claims]
    assert spans == sorted(spans) and len(spans) >= 3
    assert len({claim.id for claim in coded.claims}) == len(coded.claims)


def test_every_span_quotes_its_words(coded):
    document = coded.document
    for claim in coded.claims:
        assert claim.document == document.id
        assert document.quote(claim.span) == claim.trigger
        for part in (*claim.agents, *claim.targets, *claim.places, *claim.quantities, *claim.loaded_terms):
            assert document.quote(part.span) == part.text


def test_what_comes_out_can_be_sent_between_processes(coded):
    assert pickle.loads(pickle.dumps(coded)) == coded


def test_the_same_document_gives_the_same(coded):
    assert code(report(TEXT, name="halfaya")) == coded


def test_claims_carry_codes_and_reasons(coded):
    kill = next(claim for claim in coded.claims if claim.action == "kill")
    assert kill.codes.plover
    assert kill.rule
    assert kill.why


def test_a_document_without_a_lexicon_word_is_never_parsed(monkeypatch):
    monkeypatch.setattr(coder, "annotate", None)
    assert code(report("The blue cheese smells. It has a rind.", name="cheese")).claims == ()


@pytest.mark.parametrize(
    "text", ["\n\n", "...", "?" * 5000, "killed", "KILLED", "\u200f\u0651 killed \u202e"]
)
def test_odd_texts_are_coded_without_complaint(text):
    assert code(report(text, name="odd")).document.text == text


@pytest.mark.parametrize("kind", STAGES)
def test_a_stage_alone_quotes_its_words(kind):
    document = report(TEXT, name="halfaya")
    found = stage(document, kind=kind).mentions
    assert found
    for mention in found:
        assert mention["document"] == "halfaya"
        if "text" in mention:
            start, end = mention["span"]
            assert document.text[start:end] == mention["text"]


def test_a_place_before_the_brackets_of_an_agency_is_on_the_map() -> None:
    text = "Syrian rebels shelled the army in Aleppo [Anadolu] on Monday. Residents heard blasts."
    places = [place for claim in code(report(text, name="t")).claims for place in claim.places]
    assert {place.name for place in places if place.text == "Aleppo"} == {"Aleppo"}
