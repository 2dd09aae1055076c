"""What a place of which many reports tell says less of."""

import datetime as dt
import math

import numpy as np
import pytest

from dateline.link import link
from dateline.link.columns import encode
from dateline.link.crowd import DAYS, FEW, Caution, Crowds

DAY = dt.date(2020, 6, 9)


@pytest.fixture
def told(claim, report):
    def columns(*rows):
        claims = [claim(d, at, "airstrike", places=places, day=day) for d, at, places, day in rows]
        return encode(claims, {c.document: report(c.document) for c in claims})

    return columns


def test_a_place_is_crowded_by_the_reports_of_its_days(told) -> None:
    late = DAY + dt.timedelta(days=DAYS + 1)
    rows = [(f"r{k}", 0, ["Karmin"], DAY) for k in range(2 * FEW)]
    columns = told(*rows, ("r", 0, ["Orvane"], DAY), ("s", 0, ["Karmin"], late), ("t", 0, [], DAY))
    around = Crowds.of(columns).around(columns)
    assert around[:-3] == pytest.approx([math.log(2)] * (2 * FEW))
    assert list(around[-3:-1]) == [0, 0]
    assert np.isnan(around[-1])


def test_a_report_counts_once_however_often_it_names_a_place(told) -> None:
    columns = told(*((f"r{k // 3}", k % 3 * 200, ["Karmin"], DAY) for k in range(3 * FEW)))
    assert list(Crowds.of(columns).around(columns)) == [0] * (3 * FEW)


def test_new_claims_are_measured_by_the_reports_that_are_there(told) -> None:
    there = Crowds.of(told(*((f"r{k}", 0, ["Karmin"], DAY) for k in range(3 * FEW))))
    new = there.around(told(("n", 0, ["Karmin"], DAY), ("n", 300, ["Dolvat"], DAY)))
    assert list(new) == pytest.approx([math.log(3), 0])


def test_a_pair_has_the_caution_of_its_less_crowded_place() -> None:
    caution = Caution(0.5, np.array([2.0, 1.0, np.nan, np.nan], np.float32))
    a, b = np.array([0, 0, 2]), np.array([1, 2, 3])
    assert list(caution.of_pairs(a, b)) == [1.5, 2.5, 0.5]


def test_where_many_reports_tell_of_a_town_two_need_more_in_common(claim, report) -> None:
    claims = [
        claim("a", 0, "clash", places=["Karmin"], day=DAY),
        claim("b", 0, "kill", places=["Karmin"], day=DAY + dt.timedelta(days=1)),
    ]
    others = [
        claim(f"r{k}", 0, "agree", places=["Karmin"], day=DAY, agents=[f"X{k:02}:government"])
        for k in range(20 * FEW)
    ]

    def together(*listed) -> bool:
        incidents = link(listed, [report(c.document) for c in listed])
        return any({c.id for c in claims} <= set(i.claims) for i in incidents)

    assert together(*claims)
    assert not together(*claims, *others)
