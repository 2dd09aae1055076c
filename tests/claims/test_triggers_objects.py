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
