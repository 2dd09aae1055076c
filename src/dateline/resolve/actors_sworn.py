"""Whose men those are that are loyal to somebody: `men loyal to General X`, `militiamen loyal to Orvane`."""

from __future__ import annotations

from dateline.claims.parties_sworn import followed
from dateline.document import Span
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.reference import Scene

SWORN = "sworn"
"""Rule of those who are told by whom they are loyal to."""
REGULAR = {"force": "military", "military": "military", "police": "police"}
"""What a state's bodies are by their noun; whoever else is loyal to its rulers is their militia."""


def master_of(phrase: Phrase, scene: Scene) -> Span | None:
    """The words for whom those of a phrase are loyal to; None where nobody is told, and for rebels."""
    if phrase.role in ("rebels", "opposition"):
        return None
    for head in scene.parse.tokens_in(phrase.head)[-1:]:
        if told := followed(head):
            return scene.parse.span_of(told.start, told.stop)
    return None
