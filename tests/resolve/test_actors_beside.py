"""Who is meant where a neighbour, a letterhead or the speaker says it."""

from __future__ import annotations

import pytest

from dateline.pipeline.coder import code
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        ("British marines and paratroopers took the hill.", "took", {"GBR:military"}, set()),
        (
            "Foreign Minister Karl Ode met the governor of Juba.",
            "met",
            {"SSD:government"},
            {"SSD:government"},
        ),
        (
            "Malian troops left Gao. Soldiers of the Government of Mali shelled the 4th Brigade.",
            "shelled",
            {"MLI:military"},
            {"MLI:military"},
        ),
        # A name that goes on after the noun phrase, machines without a name, another country's minister.
        ("Al-Qaeda in the Islamic Maghreb attacked Gao.", "attacked", {"group:aqim"}, set()),
        ("UNITA left Huambo in Angola. Two helicopters strafed Kuito.", "strafed", {"AGO:military"}, set()),
        (
            "Angola's foreign minister met his Zambian counterpart.",
            "met",
            {"AGO:government"},
            {"ZMB:government"},
        ),
        # Visitors from abroad are of no known country.
        ("A bandit killed nine Western tourists near Gao in Mali.", "killed", {None}, {None}),
        ("A bandit killed nine farmers near Gao in Mali.", "killed", {None}, {"MLI:civilians"}),
        # Those of many lands were sent by no one state beside them.
        ("Ghana's president and Arab troops withdrew from Wa.", "withdrew", {"GHA:government", None}, None),
        # What an act answers is another's, on either side.
        (
            "Togolese jets hit a farm in Ghana in response to shelling by Ghanaian gunners.",
            "shelling",
            {"GHA:military"},
            None,
        ),
        (
            "Ghana said its jets had hit a military airfield in retaliation for a Togolese raid on Wa.",
            "raid",
            {"TGO:military"},
            None,
        ),
        # No army hits its own airfield: of two without a name the one that is only the report's is open.
        ("Ghana said its jets had hit a military airfield near Wa.", "hit", {"GHA:military"}, {None}),
        # A command is a country's own; another's only where the report names that country.
        (
            "Ukrainian gunners left Odesa. The Southern Command shelled a Russian depot near Kherson.",
            "shelled",
            {"UKR:military"},
            {"RUS:military"},
        ),
        ("The People's Republic of Angola expelled the envoys.", "expelled", {"AGO:government"}, None),
        # The paper of a group: it is `we`, and whom it fights is the enemy.
        (
            "KWACHA UNITA PRESS\nJamba, 8 May 1986\n\nOur forces shelled the enemy near Cuito in Angola.",
            "shelled",
            {"group:unita"},
            {"AGO:military"},
        ),
        # A state's enemy: the group or the one army that the report tells of.
        (
            'Russian jets bombed Izium. "We shelled the enemy near Kupiansk," the Ukrainian army said.',
            "shelled",
            {"UKR:military"},
            {"RUS:military"},
        ),
    ],
)
def test_whose_side_the_words_around_a_party_tell(text, trigger, agents, targets):
    found = next(c for c in code(document_of(text, name="t")).claims if c.trigger == trigger)
    assert {p.actor for p in found.agents} == agents
    assert targets is None or {p.actor for p in found.targets} == targets


def test_who_was_killed_in_answer_to_a_raid_was_not_raided() -> None:
    text = "Mali's army killed 90 Fulani civilians in reprisal for a rebel raid on a refugee camp, he said."
    (raid,) = [claim for claim in code(document_of(text, name="t")).claims if claim.trigger == "raid"]
    assert [party.text for party in raid.targets] == ["a refugee camp"]


def test_who_downs_drones_did_not_launch_them() -> None:
    text = "Ukrainian troops shot down 31 of 37 Shahed drones launched overnight from Crimea, officers said."
    (launched,) = [claim for claim in code(document_of(text, name="t")).claims if claim.trigger == "launched"]
    assert launched.agents == ()


def test_the_groups_own_force_is_of_the_group() -> None:
    text = (
        "Hezbollah fired rockets at Israel. Under a plan the group's elite Radwan force would leave Tyre in "
        "Lebanon."
    )
    leave = next(claim for claim in code(document_of(text, name="t")).claims if claim.trigger == "leave")
    assert {party.actor for party in leave.agents} == {"group:hezbollah"}
