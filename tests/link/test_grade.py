import datetime as dt

import pytest

from dateline.link.contradict import contradictions_in
from dateline.link.evidence import Evidence
from dateline.link.grade import grade
from dateline.link.origins import origins_of


@pytest.fixture
def graded(report):
    def grading(*claims):
        outlets = {"a": "North Radio", "b": "South Daily", "s": "SANA", "t": "TRT"}
        reports = {d: report(d, o) for d, o in outlets.items()}
        origins = origins_of(claims, reports)
        found = contradictions_in(Evidence(claims=claims, reports=reports, origins=origins), incident="i")
        return grade(claims, found, origins, reports)[0]

    return grading


def test_one_origin_is_weak(claim, graded) -> None:
    assert graded(claim("a", 0, "attack")) == "weak"


def test_two_origins_are_fair(claim, graded) -> None:
    assert graded(claim("a", 0, "attack"), claim("b", 0, "attack")) == "fair"


def test_two_outlets_of_one_agency_are_weak(claim, graded) -> None:
    by = ("Reuters", "media", None)
    assert graded(claim("a", 0, "attack", by=by), claim("b", 0, "attack", by=by)) == "weak"


def test_an_army_that_owns_its_strike_on_civilians_confirms_it(claim, graded) -> None:
    strike = {"agents": ["AAA:military"], "targets": ["AAA:civilians"]}
    own = claim("a", 0, "kill", by=("the army", "named_official", "AAA:military"), **strike)
    assert graded(own, claim("b", 0, "kill", **strike)) == "confirmed"


def test_rival_agents_make_it_contested(claim, graded) -> None:
    day = dt.date(2020, 6, 9)
    a = claim("s", 0, "shelling", agents=["group:al_nusra"], day=day)
    b = claim("t", 0, "shelling", agents=["SYR:military"], day=day)
    assert graded(a, b) == "contested"


def test_denial_alone_discounts_and_a_plan_is_weak(claim, graded) -> None:
    assert graded(claim("a", 0, "attack", status="denied")) == "discounted"
    assert graded(claim("a", 0, "attack", status="planned")) == "weak"
