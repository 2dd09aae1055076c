"""Rebels that one group of the report is, also one that only the report knows of."""

from __future__ import annotations

import pytest

from dateline import code, document_of

KNOWN = "A rebel group known as the Desert Wolves attacked villages in Chad on Tuesday. "
LISTED = (
    "Rebels attacked villages in Chad. Officials said a rebel group known as FACT burned a mill. "
    "In 2006 the UFDD attacked the same villages."
)


def _agents(text: str) -> list[str | None]:
    return [claim.agents[0].actor for claim in code(document_of(text, name="only")).claims if claim.agents]


@pytest.mark.parametrize(
    ("after", "actor"),
    [
        ("The rebels burned a clinic in Faya on Friday.", "group:desert_wolves"),
        ("The soldiers burned a clinic in Faya on Friday.", "TCD:military"),
    ],
)
def test_a_group_that_the_text_calls_rebels_is_the_rebels(after: str, actor: str) -> None:
    assert _agents(KNOWN + after) == ["group:desert_wolves", actor]


def test_rebels_of_a_heading_are_the_group_told_next() -> None:
    assert _agents(LISTED)[:2] == ["group:fact", "group:fact"]


def test_a_group_that_calls_itself_so_is_named() -> None:
    text = "Officials in Chad say a rebel group that calls itself the Desert Wolves attacked Faya."
    assert _agents(text)[0] == "group:desert_wolves"


def test_a_group_named_far_off_is_not_the_rebels_of_a_heading() -> None:
    text = LISTED.replace("a rebel group known as FACT", "men") + " Nobody was hurt. It rained. " * 4
    assert _agents(text + "A rebel group known as FACT left in 2007.")[0] == "TCD:rebels"
