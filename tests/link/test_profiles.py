from dataclasses import replace

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


def shares(claims, reports):
    """{source: (contradicted, corroborated)} of one incident of all the claims."""
    incident = replace(link(claims, reports)[0], claims=tuple(c.id for c in claims))
    found = profiles([incident], {c.id: c for c in claims}, {r.id: r for r in reports})
    return {p.source: (p.contradicted, p.corroborated) for p in found if p.kind == "speaker"}


RAID = {"places": ["Karmin"], "targets": ["BBB:civilians"], "agents": ["CCC:military"]}


def test_the_other_side_corroborates_an_act_that_it_tells_too(claim, report) -> None:
    both = [
        claim("a", 0, "airstrike", by=("he", "named_official", "AAA:military"), **RAID),
        claim("b", 0, "airstrike", by=("he", "armed_group", "group:north"), **RAID),
    ]
    found = shares(both, [report(d, d) for d in "ab"])
    assert [found[s][1].count for s in ("AAA:military", "group:north")] == [1, 1]


def test_another_act_of_the_incident_corroborates_nothing(claim, report) -> None:
    apart = [
        claim("a", 0, "airstrike", by=("he", "named_official", "AAA:military"), **RAID),
        claim("b", 0, "kill", by=("he", "armed_group", "group:north"), **RAID),
    ]
    found = shares(apart, [report(d, d) for d in "ab"])
    assert [found[s][1].count for s in ("AAA:military", "group:north")] == [0, 0]


def test_of_a_source_without_a_side_no_share_is_known(claim, report) -> None:
    told = [
        claim("a", 0, "airstrike", by=("he", "monitor", "org:sohr"), **RAID),
        claim("b", 0, "airstrike", by=("he", "armed_group", "group:north"), **RAID),
    ]
    contradicted, corroborated = shares(told, [report("a", "sana"), report("b", "b")])["org:sohr"]
    assert (contradicted.of, corroborated.of, corroborated.low) == (0, 0, None)


@pytest.mark.parametrize(
    ("kind", "actor", "side"),
    [("monitor", "org:sohr", None), ("armed_group", "group:north", "group:north")],
)
def test_a_monitor_is_no_side_of_its_own(claim, report, kind, actor, side) -> None:
    told, reports = [claim("a", 0, "airstrike", by=("he", kind, actor), **RAID)], [report("a", "x")]
    found = profiles(link(told, reports), {c.id: c for c in told}, {r.id: r for r in reports})
    assert {p.source: p.side for p in found}[actor] == side


def tolls(told, claim, report):
    """(tolls, mean, low, high) of outlet `x`, given (incident, report, toll); best is 10 in each incident."""
    incidents, claims = {}, []
    for i, (name, document, number) in enumerate(told):
        claims.append(claim(document, i, "kill", figures=[("killed", number)], **RAID))
        incidents.setdefault(name, []).append(claims[-1])
    reports = {d: report(d, "x") for _, d, _ in told}
    (first,) = link(claims[:1], [reports[told[0][1]]])
    figures = tuple(replace(f, best=10) for f in first.figures)
    made = [
        replace(first, id=name, claims=tuple(c.id for c in held), figures=figures)
        for name, held in incidents.items()
    ]
    (found,) = profiles(made, {c.id: c for c in claims}, reports)
    return found.tolls, found.inflation, found.inflation_low, found.inflation_high


@pytest.mark.parametrize(
    ("told", "count", "mean"),
    [
        # One toll told three times, in one report or in three.
        ([("one", "a", 25), ("one", "a", 25), ("one", "a", 25)], 1, 2.5),
        ([("one", "a", 25), ("one", "b", 25), ("one", "c", 25)], 1, 2.5),
        # Three tolls of one event are of one event.
        ([("one", "a", 10), ("one", "b", 20), ("one", "c", 40)], 3, 2.0),
        # Three that say the same show no spread.
        ([(name, name, 25) for name in "abc" for _ in range(2)], 3, 2.5),
    ],
)
def test_a_toll_told_again_is_no_further_toll_and_gives_no_interval(claim, report, told, count, mean) -> None:
    assert tolls(told, claim, report) == (count, mean, None, None)


def test_tolls_of_two_incidents_have_an_interval(claim, report) -> None:
    told = [("one", "a", 10), ("one", "a", 20), ("two", "b", 10), ("two", "b", 20)]
    count, mean, low, high = tolls(told, claim, report)
    assert (count, mean) == (4, pytest.approx(1.4142, abs=1e-4))
    assert low is not None and high is not None and low < mean < high
