"""Who asks both sides is neither; fighters of a people are the body of it that was just named."""

from __future__ import annotations

from dateline.pipeline.coder import code
from dateline.read.text import document_of


def _bodies(text: str, words: str) -> set[str | None]:
    return {
        party.actor
        for claim in code(document_of(text, name="t")).claims
        for party in (*claim.agents, *claim.targets)
        if party.text == words
    }


def test_who_asks_both_sides_is_neither() -> None:
    text = "Norway's envoy met the Tamil Tigers in Kilinochchi. He urged both sides to stop fighting."
    assert "NOR:government" not in _bodies(text, "both sides")


def test_fighters_of_a_people_are_those_of_its_bodies_named_last() -> None:
    text = (
        "FNL rebels killed nine villagers near Bujumbura in Burundi. Rwanda blamed the FDLR for the raid on "
        "its post. Hutu fighters shelled Goma."
    )
    assert _bodies(text, "Hutu fighters") == {"group:fdlr"}
