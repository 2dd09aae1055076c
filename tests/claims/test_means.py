"""What an act was done with, and which arms of its sentence are none of its means."""

from __future__ import annotations

import pytest

from dateline.annotate.annotator import annotate
from dateline.claims.means import means_of
from dateline.claims.triggers import triggers
from dateline.read.text import document_of

CASES = [
    ("Warplanes bombed the camp after mortars shelled the market.", "airstrike", {"aircraft"}),
    ("Warplanes bombed the camp after mortars shelled the market.", "shelling", {"mortar"}),
    ("The raid destroyed two tanks near Orvane.", "destroy", set()),
    ("Rebels fired two mortars at the barracks.", "shelling", {"mortar"}),
    ("A car bomb killed nine people in Orvane.", "kill", {"vehicle_bomb"}),
    ("Air strikes killed seven Orvane gunmen.", "airstrike", {"aircraft"}),
    ("Jets dropped nine guided bombs on Orvane.", "airstrike", {"aircraft"}),
    ("A motorcycle bomber killed nine people in Orvane.", "kill", set()),
]


@pytest.mark.parametrize(("text", "action", "expected"), CASES)
def test_means_are_those_of_the_act_itself(text: str, action: str, expected: set[str]) -> None:
    parse = annotate(document_of(text, name="example"))
    found = list(triggers(parse))
    trigger = next(t for t in found if t.action == action)
    assert set(means_of(parse, trigger, found)) == expected
