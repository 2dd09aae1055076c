"""A verb whose object is a place has the action it has for places, whatever the encoder says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotate.parser import parse
from dateline.claims.triggers import Trigger, triggers
from dateline.claims.triggers_objects import by_object
from dateline.mentions.places import places
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The brigade captured Aleppo.", "capture"),
        ("Aleppo was captured.", "capture"),
        ("The brigade captured the deputy.", "detain"),
    ],
)
def test_what_is_captured_decides(text: str, action: str) -> None:
    parsed = parse(document_of(text, name="example"))
    (trigger,) = triggers(parsed)
    detained = replace(trigger, action="detain")
    assert by_object(parsed, detained, list(places(parsed))).action == action


@pytest.mark.parametrize("text", ["The garrison lost the airfield.", "The airfield has fallen."])
def test_a_place_lost_is_captured(text: str) -> None:
    parsed = parse(document_of(text, name="example"))
    verb = next(t for t in parsed.doc if t.lemma_ in ("lose", "fall"))
    lost = Trigger(verb.i, verb.i + 1, verb.i, parsed.sentences[0], "kill", 0.9, "model")
    assert by_object(parsed, lost, []).action == "capture"


@pytest.mark.parametrize(
    ("text", "verb", "coded", "action"),
    [
        ("Two relief trucks reached Aleppo.", "reached", "advance", "aid"),
        ("A ship loaded with flour and tents reached Aleppo.", "reached", "aid", "aid"),
        ("Food has not reached Aleppo.", "reached", "aid", "aid"),
        ("Two tank columns reached Aleppo.", "reached", "advance", "advance"),
        ("The guards transferred nine bodies to the ferrymen.", "transferred", "aid", "release"),
        ("Nine bodies were flown home.", "flown", "return", "release"),
        ("The guards transferred nine tents to the ferrymen.", "transferred", "aid", "aid"),
        ("Sappers blew up a mine near the mill.", "blew", "bombing", "seize"),
        ("A mine was detonated by experts.", "detonated", "bombing", "seize"),
        ("The guards heard a controlled explosion.", "explosion", "bombing", "seize"),
        ("Engineers blew up a bridge.", "blew", "bombing", "bombing"),
        ("Rebels blew up a mine near the mill.", "blew", "bombing", "bombing"),
        ("Medics carried nine bodies out of the mill.", "carried", "aid", "aid"),
    ],
)
def test_relief_is_aid_the_dead_are_given_back_and_mines_made_safe(
    text: str, verb: str, coded: str, action: str
) -> None:
    parsed = parse(document_of(text, name="example"))
    word = next(t for t in parsed.doc if t.text == verb)
    told = Trigger(word.i, word.i + 1, word.i, parsed.sentences[0], coded, 0.9, "model")
    assert by_object(parsed, told, list(places(parsed))).action == action
