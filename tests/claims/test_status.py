"""Status of an event from the cues over it and what the encoder says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scenes import parsed

from dateline import code, document_of
from dateline.claims.status import status_of
from dateline.claims.triggers import Trigger
from dateline.lexicon import entries
from dateline.lexicon.actions import Hit


@pytest.mark.parametrize(("action", "status"), [("reject", "occurred"), ("aid", "denied")])
def test_a_refusal_told_by_what_is_not_done_occurred(action: str, status: str) -> None:
    parse = parsed("The guards have not allowed a single convoy into the valley.")
    word = next(token for token in parse.doc if token.text == "allowed")
    trigger = Trigger(word.i, word.i + 1, word.i, parse.sentences[0], action, 1.0, "model")
    assert status_of(parse, trigger)[0] == status


def test_who_denies_has_done_so() -> None:
    text = "The guerrillas denied the accusation. Rebels said they took Karim, a claim the army denied."
    denials = [claim for claim in code(document_of(text, name="denied")).claims if claim.action == "reject"]
    assert [claim.status for claim in denials] == ["occurred", "occurred"]


def test_an_entrys_own_status_is_that_of_its_own_action() -> None:
    parse = parsed("Guards control the mill and the port.")
    word = next(token for token in parse.doc if token.text == "control")
    hit = Hit(word.i, word.i + 1, next(e for e in entries("actions") if e.id == "hold.verb"), "verb")
    held = Trigger(word.i, word.i + 1, word.i, parse.sentences[0], "hold", 1.0, "hold.verb", hit)
    assert status_of(parse, held)[0] == "ongoing"
    assert status_of(parse, replace(held, action="capture"))[0] == "occurred"
