"""A verb whose object is a place has the action it has for places, whatever the encoder says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotate.parser import parse
from dateline.claims.triggers import triggers
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
