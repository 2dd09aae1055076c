"""Whom a speaker means by `they` and `the jihadists`, and which nouns are no group that the report knows."""

from __future__ import annotations

import pytest
from scenes import body_of

from dateline.pipeline.coder import code
from dateline.read.text import document_of


def _agents(text: str, trigger: str) -> set[str | None]:
    claims = code(document_of(text, name="note")).claims
    return {p.actor for c in claims if c.trigger == trigger for p in c.agents}


def test_they_in_a_speakers_mouth_are_not_his_own_side() -> None:
    text = (
        "The army shelled Sake in eastern Congo on Monday. Rebels of the M23 entered the town at noon."
        ' "They burned four barns," a spokesman for the M23 said.'
    )
    assert "group:m23" not in _agents(text, "burned")


def test_nobody_calls_his_own_men_jihadists() -> None:
    text = "The M23 held Sake in eastern Congo. The jihadists burned a barn, the M23 said."
    assert "group:m23" not in _agents(text, "burned")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Western-backed fighters battling the M23", None),
        ("The fighters", "group:m23"),
        ("The Orvane Reform Party", None),
        ("The group of Okoro", None),
        ("The group", "group:m23"),
    ],
)
def test_a_noun_with_a_name_or_foe_of_its_own_is_not_the_one_group(words: str, body: str | None) -> None:
    text = f"The M23 held Sake in eastern Congo. {words} burned a barn."
    assert body_of(text, words if "battling" not in words else "Western-backed fighters") == body


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("demand", "org:amnesty_international"),
        # Who watches does not fight, nor does he withdraw or deploy as armies do.
        ("attack", "group:m23"),
        ("withdraw", "group:m23"),
    ],
)
def test_a_noun_after_a_watchdog_is_the_watchdog(action: str, body: str) -> None:
    text = "The M23 held Sake in eastern Congo. Amnesty International spoke of fear. The group left the town."
    assert body_of(text, "The group", action) == body


def test_two_countries_are_both_of_those_named_together() -> None:
    text = "Kenya and Uganda met in Nairobi. The two countries signed a truce on Friday."
    assert _agents(text, "signed") == {"KEN:government", "UGA:government"}


def test_we_in_a_state_s_own_statement_is_that_state() -> None:
    text = "Kenya strongly condemns the raid on Baidoa in Somalia. We urge all sides in Somalia to stop."
    assert _agents(text, "urge") == {"KEN:government"}


def test_he_who_chases_is_not_whom_he_chases() -> None:
    text = "Rebels of the M23 fled from Sake in eastern Congo to Goma, where Congolese police detained them."
    claims = code(document_of(text, name="note")).claims
    assert {p.actor for c in claims if c.trigger == "detained" for p in c.targets} == {"group:m23"}


@pytest.mark.parametrize(
    ("words", "body"), [("Five UN workers", "org:un"), ("Five French workers", "FRA:civilians")]
)
def test_workers_of_a_body_above_states_are_its_own(words: str, body: str) -> None:
    assert body_of(f"A road near Sake in eastern Congo was cut. {words} met.", words, "talk") == body


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The head", None),
        ("The commander", "group:m23"),
        ("The ORP group", None),
        ("The high command", "COD:military"),
    ],
)
def test_who_is_of_another_body_is_not_of_the_one_group(words: str, body: str | None) -> None:
    after = " of the air force" if words == "The head" else ""
    assert body_of(f"The M23 held Sake in eastern Congo. {words}{after} wept.", words, "accuse") == body
