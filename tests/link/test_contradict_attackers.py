import datetime as dt

import pytest

from dateline.link.contradict import contradictions_between
from dateline.link.evidence import Evidence

DAY = dt.date(2020, 6, 9)


@pytest.fixture
def found(report):
    def contradictions(*claims, together=False):
        reports = {d: report(d, f"outlet {d}") for d in "ab"}
        evidence = Evidence(claims=claims, reports=reports, origins={})
        incidents = {c.id: "i" if together else f"i{n}" for n, c in enumerate(claims)}
        return [(c.kind, c.measure) for c in contradictions_between(evidence, incidents)]

    return contradictions


def _came(claim, document, number, action="bombing", **given):
    given = {"places": ["Karmin"], "day": DAY, **given}
    return claim(document, 0, action, figures=[("forces", number)], **given)


def test_three_bombers_and_four_at_one_station(claim, found) -> None:
    a, b = _came(claim, "a", 3), _came(claim, "b", 4, day=DAY - dt.timedelta(days=3), end=DAY)
    assert found(a, b) == [("quantity", "forces")]


@pytest.mark.parametrize(
    "other",
    [
        {"number": 3},
        {"places": ["Orvane"]},
        {"day": DAY + dt.timedelta(days=1)},
        {"action": "deploy"},
    ],
)
def test_others_are_of_another_attack_or_the_same_number(other, claim, found) -> None:
    assert found(_came(claim, "a", 3), _came(claim, "b", **{"number": 4, **other})) == []


def test_one_incident_and_one_report_are_left_to_its_own_rules(claim, found) -> None:
    a = _came(claim, "a", 3)
    assert found(a, _came(claim, "b", 4), together=True) == []
    assert found(a, claim("a", 300, "bombing", figures=[("forces", 4)], places=["Karmin"], day=DAY)) == []
