"""Whom labels and bare words for fighters mean: a group named beside them, any rebels, or nobody."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.pipeline.coder import code
from dateline.pipeline.finders import mentions_in
from dateline.read.text import document_of
from dateline.resolve.actors import actor_of


def meant(text: str, words: str, *, action: str = "attack", role: str = "agents") -> str | None:
    """The body that the last `words` of `text` mean by the rules alone."""
    parsed = parse(document_of(text, name="example"))
    at = text.rindex(words)
    return actor_of(
        Span(at, at + len(words)), parse=parsed, mentions=mentions_in(parsed), action=action, role=role
    )


NAMED = "The Syrian army drove Islamic State from Sukhnah on Monday."


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (f"{NAMED} The militants left mines behind.", "The militants", "group:islamic_state"),
        (
            f"{NAMED} Bakers went back to work. Schools opened. The militants shelled Homs.",
            "The militants",
            None,
        ),
        (
            f"{NAMED} Bakers went back to work. Schools opened. The jihadists shelled Homs.",
            "The jihadists",
            "group:islamic_state",
        ),
    ],
)
def test_a_label_far_from_a_groups_name_is_nobody(text: str, words: str, actor: str | None) -> None:
    assert meant(text, words) == actor


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("The rebels", "group:eln"),
        ("The five other rebel groups", "COL:rebels"),
        ("Insurgent groups", "COL:rebels"),
    ],
)
def test_several_rebel_groups_are_no_one_of_them(words: str, actor: str) -> None:
    text = f"The ELN fights on in Colombia. The ELN blew up a pipeline. {words} left the talks in Bogota."
    assert meant(text, words, action="withdraw") == actor


def test_bare_rebels_of_several_groups_are_any_rebels() -> None:
    text = (
        "Jaish al-Islam and Ahrar al-Sham fight in Syria. Jaish al-Islam lost a man near Douma. "
        "Jaish al-Islam buried him. A baker was shot by rebels in Homs."
    )
    assert meant(text, "rebels") == "SYR:rebels"


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Fighters", "group:islamic_state"),
        ("US-backed fighters", None),
        ("Turkish-backed militants", None),
    ],
)
def test_fighters_whom_somebody_helps_are_not_the_group_just_named(words: str, actor: str | None) -> None:
    text = f"Islamic State lost a hill near Manbij in Syria on Monday. {words} took a mill."
    assert meant(text, words, action="capture") == actor


@pytest.mark.parametrize(
    ("words", "actor"),
    [("Amhara militiamen", None), ("Islamist fighters", "group:tplf"), ("Gedeo fighters", None)],
)
def test_fighters_of_a_people_are_not_the_group_just_named(words: str, actor: str | None) -> None:
    text = f"The Tigray People's Liberation Front left Mekelle in Ethiopia on Monday. {words} took a mill."
    assert meant(text, words, action="capture") == actor


def test_herders_of_a_people_are_no_militia() -> None:
    text = "Gunmen killed nine Fulani herders in Plateau state in Nigeria. Fulani gunmen burned a church."
    claims = code(document_of(text, name="example")).claims
    named = {p.text: p.actor for c in claims for p in (*c.agents, *c.targets)}
    assert named["nine Fulani herders"] == "NGA:civilians"
    assert named["Fulani gunmen"] == "group:fulani_militia"


@pytest.mark.parametrize("words", ["a rival Hema group", "another armed group", "a rival militia"])
def test_another_group_is_not_the_one_just_named(words: str) -> None:
    text = f"CODECO fighters killed nine men in Ituri. The CODECO spokesman denied it and blamed {words}."
    assert meant(text, words, action="accuse", role="targets") is None
    claims = code(document_of(text, name="example")).claims
    assert {p.actor for c in claims for p in (*c.agents, *c.targets) if p.text == words} == {None}


def test_the_army_in_a_land_without_one_is_anothers() -> None:
    text = (
        "In the West Bank, settlers burned cars in Deir Dibwan and the army detained two men. Israel said "
        "its men had shot a gunman in Jenin."
    )
    assert meant(text, "the army", action="detain") == "ISR:military"
