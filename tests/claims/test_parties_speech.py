"""Who tells of an event is neither its victim nor its author; who says what others must do demands it."""

from __future__ import annotations

import pytest

from dateline.claims.record import Claim
from dateline.pipeline.coder import code
from dateline.read.text import document_of


def one(text: str, action: str) -> Claim:
    found = [claim for claim in code(document_of(text, name="example")).claims if claim.action == action]
    assert len(found) == 1, [(c.action, c.trigger) for c in code(document_of(text, name="example")).claims]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "A warplane hit homes in Rastan killing three children, said an activist.",
        "Local activists say that 32 people have been killed in Rastan.",
    ],
)
def test_who_tells_of_victims_is_none_of_them(text: str) -> None:
    targets = [party.text for party in one(text, "kill").targets]
    assert targets
    assert not [text for text in targets if "activist" in text]


def test_who_alone_is_told_of_stays_a_victim() -> None:
    claim = one('"I was wounded in the shelling," said a fisherman.', "wound")
    assert [party.text for party in claim.targets]


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        (
            "The rebels must withdraw from Aleppo, Russia's foreign minister said.",
            {"RUS:government"},
            {"SYR:rebels"},
        ),
        (
            '"If the Taliban are sincere, they must stop killing civilians," an Afghan government spokesman '
            "said.",
            {"AFG:government"},
            {"group:taliban"},
        ),
        ("The Syrian regime must end its raids, it said.", set(), {"SYR:government"}),
    ],
)
def test_who_says_what_others_must_do_demands_it_of_them(
    text: str, agents: set[str], targets: set[str]
) -> None:
    claim = one(f"Syrian rebels shelled a mill in Aleppo on Monday. {text}", "demand")
    assert {party.actor for party in claim.agents if party.actor} == agents
    assert {party.actor for party in claim.targets if party.actor} == targets


def test_who_condemns_a_raid_was_not_hurt_in_it() -> None:
    text = (
        "The Security Council condemned on Friday the attack on a convoy of the UN mission in Mali in "
        "which four guards from Chad were killed and ten injured."
    )
    claims = code(document_of(text, name="example")).claims
    assert "org:un_security_council" not in {
        p.actor for c in claims if c.action != "accuse" for p in c.targets
    }
