import datetime as dt

import pytest

from dateline.link.contradict import contradictions_between
from dateline.link.evidence import Evidence

DAY = dt.date(2020, 6, 9)
MONITOR = ("the monitor of the valley", "monitor", "org:valley_watch")
ARMY = ("the army spokesman", "named_official", "AAA:military")


@pytest.fixture
def found(report):
    def contradictions(*claims, days=None, together=False):
        reports = {d: report(d, f"outlet {d}", (days or {}).get(d, 10)) for d in "abc"}
        evidence = Evidence(claims=claims, reports=reports, origins={})
        incidents = {c.id: "i" if together else f"i{n}" for n, c in enumerate(claims)}
        return [(c.kind, c.incident) for c in contradictions_between(evidence, incidents)]

    return contradictions


def test_a_town_taken_and_an_assault_on_it_beaten_off(claim, found) -> None:
    a = claim("a", 0, "capture", agents=["group:north"], targets=["AAA:military"], places=["Karmin"], day=DAY)
    b = claim("b", 0, "repel", agents=["AAA:military"], targets=["group:north"], places=["Karmin"], day=DAY)
    assert found(b, a) == [("outcome", "i1")]


def test_a_town_may_fall_a_month_after_it_held(claim, found) -> None:
    a = claim("a", 0, "repel", agents=["AAA:military"], targets=["group:north"], places=["Karmin"], day=DAY)
    later = DAY + dt.timedelta(days=30)
    b = claim("b", 0, "capture", agents=["group:north"], places=["Karmin"], day=later)
    assert found(a, b) == []


def test_one_side_holds_a_town_since_two_days(claim, found) -> None:
    earlier, now = DAY - dt.timedelta(days=40), DAY + dt.timedelta(days=9)
    a = claim("a", 0, "hold", agents=["group:north"], places=["Karmin"], day=earlier, end=now)
    b = claim("b", 0, "hold", agents=["group:north"], places=["Karmin"], day=DAY, end=now)
    assert found(a, b) == [("time", "i0")]


def test_a_general_denial_answers_the_claim_before_it(claim, found) -> None:
    a = claim("a", 0, "kill", agents=["AAA:military"], places=["Karmin"], by=MONITOR)
    b = claim("a", 300, "kill", agents=["AAA:military"], status="denied", by=ARMY)
    assert found(a, b) == [("denial", "i0")]


def test_a_denial_in_the_incident_of_its_act_is_not_told_again(claim, found) -> None:
    a = claim("a", 0, "kill", agents=["AAA:military"], places=["Karmin"], by=MONITOR)
    b = claim("a", 300, "kill", agents=["AAA:military"], status="denied", by=ARMY)
    assert found(a, b, together=True) == []


def test_blame_and_its_rejection_in_the_next_sentence(claim, found) -> None:
    a = claim("a", 0, "accuse", agents=["BBB:government"], targets=["AAA:military"])
    b = claim("a", 120, "reject", agents=["AAA:government"])
    assert found(a, b) == [("denial", "i0")]


def test_tolls_of_a_whole_war_by_two_speakers(claim, found) -> None:
    a, b = (
        claim("a", at, "kill", figures=[("killed", (n, None, "at_least"))], places=["Georgia"], by=by)
        for at, n, by in ((0, 150_000, MONITOR), (100, 300_000, ("the United Nations", "monitor", "org:un")))
    )
    assert found(a, b) == [("quantity", "i0")]


def test_a_twentieth_of_the_wars_dead_are_others(claim, found) -> None:
    a, b = (
        claim("a", at, "kill", figures=[("killed", n)], places=["Georgia"], by=by)
        for at, n, by in ((0, 12_000, MONITOR), (100, 250_000, ("the United Nations", "monitor", "org:un")))
    )
    assert found(a, b) == []


def test_the_background_of_a_war_is_told_once(claim, found) -> None:
    claims = [
        claim(d, at, "kill", figures=[("killed", (n, None, "at_least"))], places=["Georgia"], by=by)
        for d in "ab"
        for at, n, by in ((0, 150_000, MONITOR), (100, 300_000, ("the United Nations", "monitor", "org:un")))
    ]
    assert found(*claims) == [("quantity", "i0")]


def test_tolls_of_two_raids_in_one_country_are_no_tolls_of_its_war(claim, found) -> None:
    a, b = (
        claim("a", at, "kill", figures=[("killed", n)], places=["Georgia"], by=by)
        for at, n, by in ((0, 8, MONITOR), (100, 30, ARMY))
    )
    assert found(a, b) == []


@pytest.mark.parametrize(
    ("second", "place", "contradicts"), [(500, "Karmin", True), (550, "Karmin", False), (500, "Dorva", False)]
)
def test_ground_of_one_place_told_by_two_numbers_in_one_report(
    claim, found, second: int, place: str, contradicts: bool
) -> None:
    told = {"agents": ["AAA:military"], "day": DAY}
    a = claim("a", 0, "drive_back", places=["Karmin"], figures=[("area", 550)], **told)
    b = claim("a", 900, "capture", places=[place], figures=[("area", second)], **told)
    assert [kind for kind, _ in found(a, b)] == ["quantity"] * contradicts
