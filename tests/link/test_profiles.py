import pytest

from dateline.link import link
from dateline.link.profiles import profiles, rate


@pytest.mark.parametrize(("count", "of", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634)])
def test_wilson_intervals(count: int, of: int, low: float, high: float) -> None:
    found = rate(count, of)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-3), pytest.approx(high, abs=1e-3))


def test_a_share_of_nothing_is_unknown() -> None:
    assert rate(0, 0).low is None


def test_an_outlet_whose_tolls_are_higher_than_best_is_inflated(claim, report) -> None:
    given = {"places": ["Karmin"], "targets": ["BBB:civilians"], "agents": ["CCC:military"]}
    claims = [
        claim(d, 0, "kill", figures=[("killed", n)], **given) for d, n in (("a", 10), ("b", 10), ("c", 20))
    ]
    reports = [report(d, d) for d in "abc"]
    incidents = link(claims, reports)
    assert len(incidents) == 1
    found = {
        p.source: p.inflation
        for p in profiles(incidents, {c.id: c for c in claims}, {r.id: r for r in reports})
    }
    assert found == {"a": 1.0, "b": 1.0, "c": 2.0}
