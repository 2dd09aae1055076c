"""The sets of actions that rules go by hold actions of the codebook, and are asked for by name."""

from __future__ import annotations

import pytest

from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set

KNOWN = {action for actions in mapping("action_groups").values() for action in actions}


@pytest.mark.parametrize("name", mapping("action_sets"))
def test_every_member_is_an_action_and_stands_once(name: str) -> None:
    listed = mapping("action_sets")[name]
    assert action_set(name) == set(listed) <= KNOWN
    assert len(set(listed)) == len(listed) > 0


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("counting_plurals", "counting"),
        ("leaves", "changes_hands"),
        ("fire", "with_means"),
        ("fire", "army_agents"),
    ],
)
def test_a_part_lies_in_its_whole(part: str, whole: str) -> None:
    assert action_set(part) < action_set(whole)


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(KeyError):
        action_set("nothing of this name")
