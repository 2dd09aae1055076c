"""Cues among the words that hang on an event's own, and in the word that governs it."""

from __future__ import annotations

import pytest
from scenes import parsed

from dateline.claims.status_words import beside, governing, is_definite, nobody
from dateline.claims.syntax import is_finite
from dateline.lexicon import entries

IDS = {entry.id for entry in entries("status")}


def word(text: str, form: str):
    return next(token for token in parsed(text).doc if token.text == form)


@pytest.mark.parametrize(
    ("text", "form", "status"),
    [
        ("The brigade will attack the mill.", "attack", "planned"),
        ("The brigade may attack the mill.", "attack", "possible"),
        ("The brigade did not attack the mill.", "attack", "denied"),
        ("The brigade was sent to attack the mill.", "attack", "planned"),
        ("They fled an alleged attack.", "attack", "possible"),
        ("No attack took place.", "attack", "denied"),
        ("The brigade is attacking the mill.", "attacking", "ongoing"),
        ("If they agreed, the brigade would attack the mill.", "attack", "conditional"),
        ("In May the brigade would attack the mill.", "attack", "planned"),
        ("The brigade has now shelled the mill.", "shelled", "occurred"),
        ("The mill has been regularly shelled.", "shelled", "occurred"),
        ("The mill is regularly shelled.", "shelled", "ongoing"),
        ("The brigade has been regularly shelling the mill.", "shelling", "ongoing"),
        ("The fall of the mill would mean a siege of the port.", "mean", "conditional"),
        ("The mill lies on a hill and would give them the port.", "give", "conditional"),
        ("The brigade said it would give them the port.", "give", "planned"),
        ("They fled a suspected guerrilla raid.", "raid", "occurred"),
        ("They fled a suspected guerrilla gas attack.", "attack", "possible"),
        ("They fled a suspected raid.", "raid", "possible"),
    ],
)
def test_what_hangs_on_a_word_sets_its_status(text: str, form: str, status: str) -> None:
    assert status in {found for found, _ in beside(word(text, form))}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The brigade attacked the mill.", "attacked"),
        ("Gunfire could be heard.", "heard"),
        ("The brigade attacked the mill in vain.", "mill"),
        ("The brigade was to blame.", "blame"),
    ],
)
def test_a_plain_word_has_no_cue_beside_it(text: str, form: str) -> None:
    assert list(beside(word(text, form))) == []


def test_the_events_own_words_are_passed_over() -> None:
    token = word("The millers did not agree.", "agree")
    assert list(beside(token, inside=range(2, 5))) == []


@pytest.mark.parametrize(
    ("text", "form", "statuses"),
    [
        ("The brigade plans to attack the mill.", "plans", ["planned"]),
        ("The brigade failed to attack the mill.", "failed", ["denied"]),
        ("The brigade managed to hold the mill.", "managed", ["occurred"]),
        ("The brigade abstained from attacking the mill.", "abstained", ["denied"]),
        ("The brigade conspired to attack the mill.", "conspired", ["planned"]),
        ("The brigade is said to have attacked.", "said", ["possible"]),
        ("The brigade did not plan to attack.", "plan", ["planned", "denied"]),
        ("The brigade saw the attack.", "saw", []),
    ],
)
def test_what_a_governing_word_sets(text: str, form: str, statuses: list[str]) -> None:
    assert [status for status, _ in governing(word(text, form))] == statuses


@pytest.mark.parametrize(
    ("text", "form", "denied"),
    [
        ("Nobody was hurt.", "hurt", True),
        ("No herders were hurt.", "hurt", True),
        ("The herders received no aid.", "received", True),
        ("The herders were hurt.", "hurt", False),
        ("There is no hurt herder.", "herder", False),
    ],
)
def test_nobody_denies(text: str, form: str, denied: bool) -> None:
    found = list(nobody(word(text, form)))
    assert any(status == "denied" for status, _ in found) is denied


def test_a_known_noun_has_an_article_or_an_owner() -> None:
    assert is_definite(word("They fled the attack.", "attack"))
    assert is_definite(word("They fled its attack.", "attack"))
    assert not is_definite(word("They fled an attack.", "attack"))


def test_a_verb_with_a_tense_is_finite() -> None:
    assert is_finite(word("They fled.", "fled"))
    assert is_finite(word("They will flee.", "flee"))
    assert not is_finite(word("They began to flee.", "flee"))
    assert not is_finite(word("They left, fleeing the raid.", "fleeing"))


def test_cues_name_the_entry_that_fired() -> None:
    (cue,) = beside(word("The brigade may attack the mill.", "attack"))
    assert cue[1] in IDS


@pytest.mark.parametrize(
    "text",
    [
        "It was unclear if the brigade had shelled the mill.",
        "Officials did not know if the brigade had shelled the mill.",
    ],
)
def test_a_question_is_no_condition(text: str) -> None:
    assert "conditional" not in {status for status, _ in beside(word(text, "shelled"))}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The brigade launched a raid to try to take the mill.", "planned"),
        ("The brigade tried to take the mill.", "possible"),
    ],
)
def test_to_try_is_what_an_act_is_for(text: str, status: str) -> None:
    tried = "try" if " try " in text else "tried"
    assert [found for found, _ in governing(word(text, tried))] == [status]
