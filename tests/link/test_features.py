"""What two claims have in common, by the names of the features that are 1."""

import datetime as dt

import numpy as np
import pytest

from dateline.link.columns import encode
from dateline.link.features import measure
from dateline.link.pairs import pairs

DAY = dt.date(2020, 6, 9)


@pytest.fixture
def common(report):
    def names(*claims) -> set[str]:
        columns = encode(claims, {d: report(d) for d in "ab"})
        found = measure(pairs(columns, np.array([0]), np.array([1])))
        return {name for name, values in found.items() if values[0] == 1}

    return names


def test_one_town_in_two_spellings_on_one_day(claim, common) -> None:
    a = claim("a", 0, "airstrike", places=["Sukhnah"], day=DAY)
    b = claim("b", 0, "airstrike", places=["Sokhneh"], day=DAY)
    assert {"same action", "across: same place", "across: same day", "between two reports"} <= common(a, b)


def test_two_towns_a_week_apart(claim, common) -> None:
    a = claim("a", 0, "airstrike", places=["Karmin"], day=DAY)
    b = claim("b", 0, "kill", places=["Orvane"], day=DAY + dt.timedelta(days=7))
    assert {"act and its harm", "across: places differ", "across: days apart"} <= common(a, b)


def test_rival_tolls_and_reversed_roles_in_one_report(claim, common) -> None:
    a = claim("a", 0, "kill", agents=["group:north"], targets=["AAA:military"], figures=[("killed", 40)])
    b = claim("a", 50, "kill", agents=["AAA:military"], targets=["group:north"], figures=[("killed", 9)])
    found = common(a, b)
    assert {"within: figures differ", "within: roles reversed", "within: same sentence"} <= found
    assert "within: same figure" not in found
