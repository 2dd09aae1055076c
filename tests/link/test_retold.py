import datetime as dt

import pytest

from dateline.link.contradict import contradictions_in
from dateline.link.evidence import Evidence
from dateline.link.origins import origins_of

DAY = dt.date(2020, 6, 9)
MONITOR = ("the monitor of the valley", "monitor", "org:valley_watch")
HOSPITAL = ("a source at the hospital", "field_source", None)


@pytest.fixture
def found(report):
    def contradictions(*claims, beside=()):
        reports = {d: report(d, f"outlet {d}") for d in "ab"}
        told = {d: [c for c in (*claims, *beside) if c.document == d] for d in "ab"}
        origins = origins_of(claims, reports)
        evidence = Evidence(claims=claims, reports=reports, origins=origins, beside=told)
        return [c.kind for c in contradictions_in(evidence, incident="i")]

    return contradictions


def _killed(claim, document, at, number, **given):
    return claim(document, at, "kill", figures=[("killed", number)], **given)


def test_a_headline_has_the_day_that_the_body_gives_its_toll(claim, found) -> None:
    headline = _killed(claim, "a", 0, 26)
    other = _killed(claim, "b", 0, 19, day=DAY)
    assert found(headline, other) == ["quantity"]
    body = _killed(claim, "a", 200, 26, day=DAY - dt.timedelta(days=2))
    assert found(headline, other, beside=[body]) == []


def test_another_toll_of_the_report_says_nothing_of_the_headline(claim, found) -> None:
    headline, other = _killed(claim, "a", 0, 26), _killed(claim, "b", 0, 19, day=DAY)
    body = _killed(claim, "a", 200, 7, day=DAY - dt.timedelta(days=2))
    assert found(headline, other, beside=[body]) == ["quantity"]


def test_small_numbers_come_again_by_chance(claim, found) -> None:
    headline, other = _killed(claim, "a", 0, 2), _killed(claim, "b", 0, 9, day=DAY)
    body = _killed(claim, "a", 200, 2, day=DAY - dt.timedelta(days=2))
    assert found(headline, other, beside=[body]) == ["quantity"]


def test_a_toll_without_an_agent_is_laid_to_whom_the_report_lays_it_elsewhere(claim, found) -> None:
    toll = _killed(claim, "a", 100, 45, by=MONITOR)
    other = _killed(claim, "b", 0, 3, agents=["group:islamic_state"])
    assert found(toll, other) == ["quantity"]
    headline = _killed(claim, "a", 0, 45, agents=["SYR:military"], places=["Syria"])
    assert found(toll, other, beside=[headline]) == []


def test_a_toll_without_an_agent_is_of_the_only_side_that_its_report_has_strike(claim, found) -> None:
    toll = _killed(claim, "a", 100, 45, agents=["SYR:military"])
    other = _killed(claim, "b", 300, 2, by=HOSPITAL)
    assert found(toll, other) == ["quantity"]
    rockets = claim("b", 0, "shelling", agents=["group:islamic_state"])
    assert found(toll, other, rockets) == []
    answer = claim("b", 100, "airstrike", agents=["SYR:military"])
    assert found(toll, other, rockets, answer) == ["quantity"]
