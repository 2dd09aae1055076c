"""Who acts in an incident and on whom."""

from __future__ import annotations

import pytest

from dateline.link.belligerents import CIVILIANS, belligerents

ARMY, FRONT, JETS = "SYR:military", "group:islamic_state", "RUS:military"


def sides(*claims):
    found = belligerents(claims, {c.id: c.document for c in claims})
    return found.first, found.second


def test_most_origins_say_who_acted_and_on_whom(claim) -> None:
    told = [
        claim(d, 0, "attack", agents=[a], targets=[t])
        for d, a, t in (("a", FRONT, ARMY), ("b", FRONT, ARMY), ("c", ARMY, FRONT))
    ]
    assert sides(*told) == ((FRONT,), (ARMY,))


def test_allies_stand_behind_the_first_of_their_side(claim) -> None:
    told = [
        claim("a", 0, "airstrike", agents=[JETS], targets=[FRONT]),
        claim("b", 0, "airstrike", agents=[ARMY, JETS], targets=[FRONT]),
    ]
    assert sides(*told) == ((JETS, ARMY), (FRONT,))


def test_an_act_that_as_many_lay_to_two_enemies_is_nobodys(claim) -> None:
    told = [
        claim(d, 0, "shelling", agents=[a], targets=["SYR:civilians"]) for d, a in (("a", ARMY), ("b", FRONT))
    ]
    assert sides(*told) == ((), ("SYR:civilians",))


def test_enemies_named_together_fight_each_other(claim) -> None:
    assert sides(claim("a", 0, "clash", agents=[ARMY, FRONT])) == ((ARMY,), (FRONT,))


@pytest.mark.parametrize(("words", "second"), [("nine villagers", (CIVILIANS,)), ("12 militants", ())])
def test_unarmed_people_of_no_known_body_are_civilians(claim, words, second) -> None:
    assert sides(claim("a", 0, "airstrike", agents=[ARMY], targets=[words])) == ((ARMY,), second)


@pytest.mark.parametrize("status", ["denied", "planned", "possible"])
def test_what_did_not_happen_names_nobody(claim, status) -> None:
    assert sides(claim("a", 0, "attack", agents=[ARMY], targets=[FRONT], status=status)) == ((), ())


def test_who_accuses_is_no_side_of_the_fight(claim) -> None:
    told = [claim("a", 0, "shelling", agents=[ARMY]), claim("a", 300, "accuse", agents=["TUR:government"])]
    assert sides(*told) == ((ARMY,), ())


@pytest.mark.parametrize(("other", "first"), [(FRONT, (FRONT,)), ("SYR:civilians", ()), ("SYR:police", ())])
def test_two_enemies_that_have_losses_are_the_sides_of_their_fight(claim, other, first) -> None:
    told = [claim(d, 0, "kill", targets=[ARMY]) for d in ("a", "b")]
    assert sides(*told, claim("c", 0, "kill", targets=[other]))[0] == first
