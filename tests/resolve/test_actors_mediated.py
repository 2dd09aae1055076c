"""Who asks both sides is neither; of several groups the rebels are the one that is told beside them."""

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


def test_both_factions_are_no_states() -> None:
    text = "Israeli jets bombed Hamas posts in Gaza. Egypt met leaders of both factions in Cairo."
    assert not {"ISR:government", "ISR:military"} & _bodies(text, "leaders of both factions")


def test_a_government_that_the_un_recognises_is_not_the_un() -> None:
    text = "The UN-recognised government in Tripoli said its fighters fled from Libya's coast."
    assert "org:un" not in _bodies(text, "its fighters")


def test_of_two_groups_guerrillas_are_those_that_their_sentence_names() -> None:
    text = (
        "Vietnamese troops took a camp of the Khmer People's National Liberation Front, killing nine "
        "guerrillas. Khmer Rouge guerrillas mined a road near Battambang in Cambodia."
    )
    assert _bodies(text, "nine guerrillas") == {"group:kpnlf"}


def test_a_short_name_in_brackets_names_nobody_a_second_time() -> None:
    text = (
        "Houthi fighters shelled Marib. Al-Qaeda in the Arabian Peninsula (AQAP) robbed a bank in Mukalla. "
        "The Houthis took Aden. It rained there. Troops of Yemen drove the rebels from Taiz."
    )
    assert _bodies(text, "the rebels") == {"group:houthis"}
