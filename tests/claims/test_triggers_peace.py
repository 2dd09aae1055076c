"""A report of an accident is one at peace, however many blasts it tells of."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scenes import parsed

from dateline.claims.triggers_peace import at_peace


@pytest.mark.parametrize(
    ("text", "peace"),
    [
        ("A blast shook the mill. A gas leak caused the blast.", True),
        ("A blast shook the mill. A bomb, not a gas leak, caused the blast.", False),
        ("A blast shook the mill. A second blast shook the port.", False),
    ],
)
def test_an_accident_is_no_war(text: str, peace: bool) -> None:
    parse = parsed(text, evidence=True)
    assert parse.evidence is not None
    # Every word is an event for certain, and nobody is armed.
    events, actors = np.zeros_like(parse.evidence.action), np.zeros_like(parse.evidence.actor)
    assert at_peace(parse, replace(parse.evidence, action=events, actor=actors)) is peace
