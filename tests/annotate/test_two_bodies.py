"""Two bodies that the parser takes for one."""

from __future__ import annotations

import pytest

from dateline import code, document_of
from dateline.annotate.parser import parse


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Fierce fighting between the army and M23 rebels was reported near Sake.", "army", "rebels"),
        ("The junta and Arakan Army troops fought near Sake.", "junta", "troops"),
        ("The military and Kachin rebels fought near Sake.", "military", "rebels"),
    ],
)
def test_a_body_and_anothers_fighters_are_two(text: str, first: str, second: str) -> None:
    words = {token.text: token for token in parse(document_of(text, name="two")).tokens}
    assert words[second].dep_ == "conj" and words[second].head.text == first
    assert [child.text for child in words[first].children if child.dep_ == "det"] in (["the"], ["The"])


def test_units_of_both_stay_one() -> None:
    text = "The army and police units attacked Sake."
    words = {token.text: token for token in parse(document_of(text, name="two")).tokens}
    assert words["units"].dep_ == "nsubj"


def test_they_fight_each_other() -> None:
    text = "Fierce fighting between the army and M23 rebels was reported near Sake."
    [clash] = code(document_of(text, name="two")).claims
    assert [p.actor for p in clash.agents] == ["COD:military"]
    assert [p.actor for p in clash.targets] == ["group:m23"]


def test_a_fight_between_two_keeps_its_second_side() -> None:
    text = "Fighting between M23 rebels and Congolese troops broke out near Sake."
    words = {token.text: token for token in parse(document_of(text, name="two")).tokens}
    assert (words["troops"].dep_, words["troops"].head.text) == ("conj", "rebels")
    assert (words["Fighting"].dep_, words["Fighting"].head.text) == ("nsubj", "broke")
