import datetime as dt

import numpy as np
import pytest

from dateline.link import cluster as link_cluster
from dateline.link.block import candidates
from dateline.link.cluster import cluster, components
from dateline.link.columns import encode

DAY = dt.date(2020, 6, 9)


def chain(count):
    """Rows 0..n-1, each joined to the next by a weaker and weaker edge."""
    a = np.arange(count - 1)
    return a, a + 1, np.linspace(3, 1, count - 1).astype(np.float32)


def alike(high):
    return lambda i, j: np.full(len(i), high, np.float32)


def test_one_never_keeps_two_large_clusters_apart() -> None:
    half = 60
    rows = np.arange(2 * half)
    a, b = np.triu_indices(len(rows), 1)
    weight = np.full(len(a), 2, np.float32)
    labels = cluster(len(rows), a, b, weight, alike(2), threshold=0, pins=((), ((0, half),)))
    assert labels[0] != labels[half]
    assert len(set(labels.tolist())) == 2


def test_a_component_of_too_many_rows_is_cut_at_its_weaker_edges(monkeypatch) -> None:
    monkeypatch.setattr(link_cluster, "LARGEST", 10)
    labels = cluster(40, *chain(40), alike(5), threshold=0)
    sizes = np.bincount(labels)
    assert sizes.max() <= 10
    assert sizes[0] == sizes.max()


def test_what_must_be_together_stays_so_where_a_component_is_cut(monkeypatch) -> None:
    monkeypatch.setattr(link_cluster, "LARGEST", 10)
    labels = cluster(40, *chain(40), alike(-5), threshold=0, pins=(((38, 39),), ()))
    assert labels[38] == labels[39]
    assert len(set(labels.tolist())) == 39


def test_components_are_named_by_their_smallest_row() -> None:
    assert components(6, np.array([1, 4]), np.array([4, 5])).tolist() == [0, 1, 2, 3, 1, 1]


@pytest.mark.parametrize(
    ("one", "other", "paired"),
    [
        ({"places": ["Karmin"]}, {"places": ["Dolvat"]}, False),
        ({"places": ["Karmin"]}, {"places": ["Karmyn"]}, True),
        ({"places": ["Karmin"]}, {}, True),
        ({"places": ["Karmin"], "day": DAY}, {"places": ["Karmin"], "day": DAY + dt.timedelta(days=7)}, True),
        (
            {"places": ["Karmin"], "day": DAY},
            {"places": ["Karmin"], "day": DAY + dt.timedelta(days=8)},
            False,
        ),
    ],
)
def test_two_reports_that_place_or_date_an_act_apart_are_not_compared(
    one, other, paired, claim, report
) -> None:
    sides = {"agents": ["AAA:military"], "targets": ["group:north"]}
    claims = [claim(d, 0, "clash", **sides, **where) for d, where in (("a", one), ("b", other))]
    columns = encode(claims, {d: report(d) for d in "ab"})
    assert bool(len(candidates(columns)[0])) is paired
