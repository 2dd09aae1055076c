"""Whose the dead of an incident were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.record import Claim, Figure, Party
from dateline.document import Span
from dateline.link.belligerents import belligerents
from dateline.link.record import Belligerents
from dateline.link.victims import victim_tolls

ARMY, FRONT = "SYR:military", "group:islamic_state"
SIDES = Belligerents(first=(ARMY,), second=(FRONT,))


def killed(document: str, *told: tuple[str, float], targets=(), action="kill", parts=(), **given) -> Claim:
    """A claim whose figures and targets have their words one after the other; equal words are one phrase.

    `targets` are (words, actor) pairs, `parts` the numbers of figures that are parts of the first.
    """
    phrases = list(dict.fromkeys([*(words for words, _ in told), *(words for words, _ in targets)]))
    spans = {words: Span(20 * k, 20 * k + len(words)) for k, words in enumerate(phrases)}
    figures = tuple(
        Figure(
            text=words, span=spans[words], measure="killed", low=n, high=n, bound="exact",
            part_of=0 if k in parts else None, cumulative=given.get("cumulative", False),
        )
        for k, (words, n) in enumerate(told)
    )  # fmt: skip
    return Claim(
        document=document,
        sentence=0,
        span=Span(given.get("at", 500), given.get("at", 500) + 6),
        trigger="killed",
        action=action,
        status=given.get("status", "occurred"),
        targets=tuple(Party(text=words, span=spans[words], actor=actor) for words, actor in targets),
        quantities=figures,
    )


def tolls(*claims: Claim, sides: Belligerents = SIDES, rule="ucdp") -> dict[str, tuple[float, float, float]]:
    found = victim_tolls(claims, {c.id: c.document for c in claims}, sides, rule=rule)
    return {t.victims: (t.toll.low, t.toll.best, t.toll.high) for t in found}


@pytest.mark.parametrize(
    ("words", "target", "victims"),
    [
        ("12 soldiers", ("12 soldiers", ARMY), "first"),
        ("12 fighters", ("12 fighters", FRONT), "second"),
        ("12 villagers", ("12 villagers", None), "civilians"),
        ("12 medics", ("12 medics", "SYR:medical"), "civilians"),
        ("12 militants", ("12 militants", None), "unknown"),
        ("12 people", ("12 people", None), "unknown"),
        ("12 Turkish soldiers", ("12 Turkish soldiers", "PSE:government"), "unknown"),
        ("nine children", ("the market", None), "civilians"),
        ("12", ("fighters", FRONT), "second"),
        ("100 men", ("the group", FRONT), "second"),
        ("12 soldiers", ("fighters", FRONT), "unknown"),
        ("58", ("11 children", "SYR:civilians"), "unknown"),
    ],
)
def test_a_figure_counts_its_target_or_whom_its_words_name(words, target, victims) -> None:
    assert tolls(killed("a", (words, 12), targets=[target])) == {victims: (12, 12, 12)}


@pytest.mark.parametrize(
    ("other", "victims"),
    [(("army units", ARMY), "first"), (("mostly civilians", "SYR:civilians"), "unknown")],
)
def test_people_of_no_known_body_are_of_the_armed_one_that_lost_them(other, victims) -> None:
    assert tolls(killed("a", ("100 men", 100), targets=[other, ("100 men", None)])) == {
        victims: (100, 100, 100)
    }


def test_the_body_hit_by_a_strike_is_not_whom_a_bare_number_counts() -> None:
    claim = killed("a", ("12", 12), targets=[("positions of the group", FRONT)], action="airstrike")
    assert tolls(claim) == {"unknown": (12, 12, 12)}


def test_a_part_of_another_group_is_told_apart_from_its_whole() -> None:
    claim = killed("a", ("seven people", 7), ("three children", 3), parts=(1,))
    assert tolls(claim) == {"civilians": (3, 3, 3), "unknown": (4, 4, 4)}


def test_a_part_of_the_same_group_is_not_counted_again() -> None:
    assert tolls(killed("a", ("seven civilians", 7), ("three children", 3), parts=(1,))) == {
        "civilians": (7, 7, 7)
    }


def test_each_side_tells_the_others_dead() -> None:
    ours = killed("a", ("12 fighters", 12), targets=[("12 fighters", FRONT)])
    theirs = killed("b", ("five soldiers", 5), targets=[("five soldiers", ARMY)])
    found = victim_tolls([ours, theirs], {ours.id: "a", theirs.id: "b"}, SIDES, rule="ucdp")
    assert [(t.victims, t.bodies, t.toll.best, t.toll.best_claims) for t in found] == [
        ("first", (ARMY,), 5, (theirs.id,)),
        ("second", (FRONT,), 12, (ours.id,)),
    ]


def test_people_of_whom_nobody_says_whose_they_were_hold_those_of_whom_somebody_does() -> None:
    claims = [killed("a", ("20 people", 20)), killed("b", ("12 civilians", 12))]
    assert tolls(*claims) == {"civilians": (12, 12, 12), "unknown": (8, 8, 8)}


def test_one_number_of_fighters_here_and_civilians_there_is_of_unknown_people() -> None:
    claims = [
        killed("a", ("20 fighters", 20), targets=[("20 fighters", FRONT)]),
        killed("b", ("20 civilians", 20)),
    ]
    assert tolls(*claims) == {"unknown": (20, 20, 20)}


@pytest.mark.parametrize(
    ("of_fighters", "of_civilians", "found"),
    [
        (ARMY, ARMY, {"unknown"}),
        (ARMY, FRONT, {"second", "civilians"}),
        (None, FRONT, {"second", "civilians"}),
        (None, ARMY, {"unknown"}),
    ],
)
def test_whom_a_side_killed_and_whom_it_lost_are_two_groups(of_fighters, of_civilians, found) -> None:
    def by(actor: str | None, claim: Claim) -> Claim:
        agents = (Party(text="they", span=Span(900, 904), actor=actor),) if actor else ()
        return replace(claim, agents=agents)

    fighters = by(of_fighters, killed("a", ("20 fighters", 20), targets=[("20 fighters", FRONT)]))
    civilians = by(of_civilians, killed("b", ("20 civilians", 20)))
    assert set(tolls(fighters, civilians)) == found


def test_one_claim_of_fighters_and_civilians_counts_two_groups() -> None:
    claim = killed("a", ("five fighters", 5), ("five civilians", 5), targets=[("five fighters", FRONT)])
    assert tolls(claim) == {"second": (5, 5, 5), "civilians": (5, 5, 5)}


@pytest.mark.parametrize(("rule", "best"), [("ucdp", 9), ("acled", 5)])
def test_rivals_of_one_group_are_chosen_among_by_the_rule(rule, best) -> None:
    claims = [killed(d, (f"{n} civilians", n)) for d, n in (("a", 5), ("b", 9), ("c", 40))]
    assert tolls(*claims, rule=rule) == {"civilians": (5, best, 40)}


@pytest.mark.parametrize("given", [{"cumulative": True}, {"status": "denied"}, {"status": "planned"}])
def test_running_totals_and_what_did_not_happen_are_no_dead(given) -> None:
    assert tolls(killed("a", ("12 civilians", 12), **given)) == {}


def test_a_body_of_both_sides_of_a_war_is_of_neither() -> None:
    both = Belligerents(first=(ARMY,), second=("SYR:government",))
    claim = killed("a", ("12 soldiers", 12), targets=[("12 soldiers", "RUS:military")])
    assert tolls(claim, sides=both) == {"unknown": (12, 12, 12)}


def test_civilians_who_are_the_second_side_stay_civilians(claim) -> None:
    act = claim("a", 0, "airstrike", agents=[ARMY], targets=["SYR:civilians"])
    toll = killed("a", ("nine villagers", 9), targets=[("nine villagers", "SYR:civilians")])
    found = belligerents([act, toll], {act.id: "a", toll.id: "a"})
    assert tolls(act, toll, sides=found) == {"civilians": (9, 9, 9)}


WORDS = {
    "soldiers": [("soldiers", ARMY)],
    "fighters": [("fighters", FRONT)],
    "villagers": [("villagers", "SYR:civilians")],
    "people": [],
}


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(list(WORDS)), st.integers(1, 60)), min_size=1),
    st.sampled_from(["ucdp", "acled"]),
)
def test_every_group_has_its_low_best_and_high_in_order_and_nobody_is_lost(told, rule) -> None:
    claims = [
        killed(origin, (words, n), targets=WORDS[words], at=1000 * k)
        for k, (origin, words, n) in enumerate(told)
    ]
    found = tolls(*claims, rule=rule)
    assert all(0 <= low <= best <= high for low, best, high in found.values())
    assert found and sum(best for _, best, _ in found.values()) >= min(n for _, _, n in told)
