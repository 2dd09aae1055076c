"""Warlike words of tasks, travel advice, elections, gas and names tell no act."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scenes import acts, parsed

from dateline.claims.triggers_unwarlike import is_unwarlike


@pytest.mark.parametrize(
    ("text", "word", "action", "unwarlike"),
    [
        ("The council charged the envoys with monitoring the truce.", "charged", "accuse", True),
        ("The envoys were charged with monitoring the truce.", "charged", "accuse", True),
        ("The court charged the envoys with killing nine herders.", "charged", "accuse", False),
        ("The ministry warned its citizens against travel to Orvane.", "warned", "threaten", True),
        ("The ministry withdrew its warning against travel to Orvane.", "warning", "threaten", True),
        ("The ministry lifted a travel warning.", "warning", "threaten", True),
        ("The general warned the rebels against an attack.", "warned", "threaten", False),
        ("The party launched its election campaign.", "campaign", "operate", True),
        ("The party launched its election campaign.", "launched", "operate", True),
        ("The army launched its spring campaign.", "launched", "operate", False),
        ("The frigate fired two warning shots.", "warning", "threaten", True),
        ("The frigate fired after a warning.", "warning", "threaten", False),
        ("The rebels laid down two conditions.", "laid", "surrender", True),
        ("The rebels laid down their old rifles.", "laid", "surrender", False),
        ("The general warned of a raid on the valley.", "warned", "threaten", False),
        ("Jets flew nine combat sorties.", "combat", "clash", True),
        ("Nine guards died in combat.", "combat", "clash", False),
        ("The raid wrecked a bridge used by the rebels.", "used", "hold", True),
        ("The rebels used the mill as a base.", "used", "hold", False),
        ("A gas explosion wrecked the mill.", "explosion", "bombing", True),
        ("A car explosion wrecked the mill.", "explosion", "bombing", False),
        ("The Martyrs of Orvane Brigade took the mill.", "Martyrs", "kill", True),
        ("The Orvane Martyrs Brigade took the mill.", "Martyrs", "kill", True),
        ("The martyrs were buried near the mill.", "martyrs", "kill", False),
    ],
)
def test_what_only_sounds_warlike_is_no_act(text: str, word: str, action: str, unwarlike: bool) -> None:
    parse = parsed(text)
    token = next(t for t in parse.tokens if t.text == word)
    any_act = acts(parsed("Rebels attacked the mill."))[0]
    trigger = replace(any_act, first=token.i, last=token.i + 1, head=token.i, action=action)
    assert is_unwarlike(trigger, token) is unwarlike
