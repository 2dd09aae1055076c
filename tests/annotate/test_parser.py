"""What the parser is given, and what comes out: same length, sentences inside blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.annotator import annotate
from dateline.annotate.boundaries import LONGEST_EVER
from dateline.annotate.parser import is_common, language, parse, readable
from dateline.read.text import document_of


def edited(text):
    document = document_of(text, name="t")
    return " ".join(readable(text, document.blocks).split())


def sentences(text):
    document = document_of(text, name="t")
    return [" ".join(document.quote(s.span).split()) for s in parse(document).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops left al-Bab and ar-Rai on Friday.", "Troops left Al Bab and Ar Rai on Friday."),
        ("They shelled Southeastern Telo on Friday.", "They shelled southeastern Telo on Friday."),
        (
            "Police left Belfast in Northern Ireland on Friday.",
            "Police left Belfast in Northern Ireland on Friday.",
        ),
        ("“We left,” the army’s men said.", '"We left," the army\'s men said.'),
        ("He was killed[2] in the raid.[citation needed]", "He was killed in the raid."),
    ],
)
def test_words_are_edited_for_the_parser(text, expected):
    assert edited(text) == expected


def test_capitals_become_sentence_case():
    text = (
        "PORT AMRA, 3 MAY 89 (EFE) -- [TEXT] FMLR GUERRILLAS KILLED TWO SOLDIERS AND WOUNDED A U.S. ADVISER\n"
        "IN COLOMBIA ON FRIDAY, THE ARMY SAID.  THE AMRANI LIBERATION FRONT (FMLR) DENIED IT."
    )
    assert edited(text) == (
        "FMLR guerrillas killed two soldiers and wounded a U.S. adviser in Colombia on Friday, the army "
        "said. The Amrani liberation front (FMLR) denied it."
    )


def test_title_case_headlines_become_sentence_case():
    text = (
        "Rebel Shells Kill Nine In Amra Market\nRebel shells killed nine people in the Amra market on Friday."
    )
    document = document_of(text, name="t")
    assert readable(text, document.blocks).startswith("Rebel shells kill nine in Amra market")
    doc = parse(document).doc
    assert doc[2].pos_ == "VERB"


def test_marks_and_headings_hold_no_sentences():
    assert sentences("RNA - Troops took the hill.\nDeir Amra\nField sources said two men died.\n12/40") == [
        "Troops took the hill.",
        "Field sources said two men died.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Col. Gen. Ivan Petrov said that Lt. Brown of the 2nd Battalion had left.",
        "Army units, which had held the dam since Jan. 8, withdrew at 3 p.m. on Friday.",
        "He met J. R. Brown and Sen. Green in the U.S. embassy on Friday.",
        "The army seized Tal (hill) al-Abd that overlooks the road and moved on.",
        "2. Attacks on the garrison and ambushes of patrols went on.",
        "The soldiers - two of them officers - were found dead near the road.",
    ],
)
def test_one_sentence_stays_one(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We left." The army said so.', ['"We left."', "The army said so."]),
        ("They left in 2011. More than 40 stayed.", ["They left in 2011.", "More than 40 stayed."]),
        ("Did they leave? Nobody knew. They did!", ["Did they leave?", "Nobody knew.", "They did!"]),
        ('He said: "Stop." "Never," she said.', ['He said: "Stop."', '"Never," she said.']),
        ("He said so on X. The army left.", ["He said so on X.", "The army left."]),
        ("Marion X. Ode left.", ["Marion X. Ode left."]),
    ],
)
def test_sentences_end_at_full_stops(text, expected):
    assert sentences(text) == expected


def test_numbers_are_split_from_their_units():
    doc = parse(document_of("Troops took 500sq/km and 40sq.km of land.", name="t")).doc
    assert [t.text for t in doc][2:7] == ["500", "sq/km", "and", "40", "sq.km"]


@pytest.mark.parametrize(
    ("word", "expected"), [("attacks", True), ("died", True), ("the", True), ("syria", False)]
)
def test_common_words(word, expected):
    assert is_common(word) is expected


def test_annotate_parses_with_or_without_an_encoder():
    parsed = annotate(document_of("Two men died.", name="t"))
    assert [s.span for s in parsed.sentences] == [(0, 13)]


PIECES = [
    "Two men died. ",
    "AMRA",
    "al-Bab ",
    "Col. ",
    "“so” ",
    "\n",
    "ß",
    "İ",
    "  ",
    "U.S. ",
    "said: ",
    "[2]",
    "Army Kills Ten ",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=120))
def test_no_character_moves_and_no_sentence_crosses_a_block(text):
    document = document_of(text, name="t")
    assert len(readable(text, document.blocks)) == len(text)
    parsed = parse(document)
    last = 0
    for sentence in parsed.sentences:
        assert last <= sentence.span.start < sentence.span.end
        assert parsed.block_of(sentence).span.covers(sentence.span)
        last = sentence.span.end


def test_pipes_that_are_not_needed_do_not_run():
    assert set(language().pipe_names) == {
        "tok2vec",
        "tagger",
        "parser",
        "attribute_ruler",
        "lemmatizer",
        "ner",
    }


def test_a_sentence_without_any_end_is_cut_all_the_same():
    parsed = parse(document_of("The shells fell and " * 200, name="t"))
    longest = max(sentence.last - sentence.first for sentence in parsed.sentences)
    assert longest == LONGEST_EVER
