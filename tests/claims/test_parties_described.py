"""Whom a participle or a clause with `while` brings is none of those the act is done to or done by."""

from __future__ import annotations

from dateline import code, document_of


def _parties(text: str, trigger: str, role: str) -> list[str]:
    claims = code(document_of(text, name="described")).claims
    claim = next(c for c in claims if trigger in c.trigger)
    return [party.text for party in getattr(claim, role)]


def test_who_held_those_that_are_freed_is_not_freed() -> None:
    text = "Somali police freed two cooks held by al-Shabab.\n"
    assert _parties(text, "freed", "targets") == ["two cooks"]
    assert _parties(text, "held", "agents") == ["al-Shabab"]


def test_who_hired_a_prisoner_is_no_prisoner() -> None:
    text = "Somali police detained a driver hired by al-Shabab.\n"
    assert _parties(text, "detained", "targets") == ["a driver"]


def test_whose_deed_a_noun_is_stands_behind_by() -> None:
    text = "The coup in Burundi set off a bloody massacre by Tutsi soldiers and civilians.\n"
    assert _parties(text, "massacre", "targets") == []
    assert _parties(text, "massacre", "agents") == ["Tutsi soldiers", "civilians"]


def test_those_shot_while_guarding_guard() -> None:
    text = "Two Kenyan policemen were shot and killed by al-Shabab gunmen while guarding a bank.\n"
    assert _parties(text, "guarding", "agents") == ["Two Kenyan policemen"]
    assert _parties(text, "killed", "agents") == ["al-Shabab gunmen"]
