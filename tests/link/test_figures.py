import datetime as dt

import pytest

from dateline.link.doubts import doubted
from dateline.link.figures import event_figure, figures_of


def test_best_is_the_middle_of_the_origins_or_the_most_conservative(claim) -> None:
    claims = [claim(d, 0, "kill", figures=[("killed", n)]) for d, n in (("a", 5), ("b", 9), ("c", 40))]
    origins = {c.id: c.document for c in claims}
    ucdp, acled = (figures_of(claims, origins, rule=rule)[0] for rule in ("ucdp", "acled"))
    assert (ucdp.low, ucdp.best, ucdp.high) == (5, 9, 40)
    assert acled.best == 5
    assert ucdp.best_claims == (claims[1].id,)


def test_an_origin_counts_once_however_many_outlets_carry_it(claim) -> None:
    claims = [
        claim(d, 0, "kill", figures=[("killed", n)]) for d, n in (("a", 40), ("b", 40), ("c", 5), ("d", 6))
    ]
    origins = {c.id: o for c, o in zip(claims, ("agency", "agency", "x", "y"), strict=True)}
    assert figures_of(claims, origins, rule="ucdp")[0].best == 6


def test_a_part_is_never_the_total(claim) -> None:
    claims = [
        claim("a", 0, "kill", figures=[("killed", 20)]),
        claim("a", 200, "kill", figures=[("killed", 3)]),
    ]
    found = figures_of(claims, {c.id: "one" for c in claims}, rule="ucdp")[0]
    assert (found.low, found.best, found.high) == (20, 20, 20)


@pytest.mark.parametrize(("of", "low"), [("AAA:medical", 31), ("AAA:civilians", 4)])
def test_the_dead_of_one_calling_are_a_part_of_all(claim, of, low) -> None:
    claims = [
        claim("a", 0, "kill", figures=[("killed", 31)], targets=["people"]),
        claim("b", 0, "kill", figures=[("killed", 4)], targets=[of]),
    ]
    found = figures_of(claims, {c.id: c.document for c in claims}, rule="ucdp")[0]
    assert (found.low, found.high) == (low, 31)


def test_what_a_report_tells_of_one_of_the_dead_is_no_toll_of_its_own(claim) -> None:
    monitor = ("the monitor", "monitor", "org:valley_watch")
    claims = [
        claim("a", 0, "kill", figures=[("killed", 31)], by=monitor),
        claim("a", 200, "kill", figures=[("killed", 1)]),
        claim("b", 0, "kill", figures=[("killed", 20)]),
    ]
    origins = {c.id: o for c, o in zip(claims, ("monitor", "outlet a", "outlet b"), strict=True)}
    found = figures_of(claims, origins, rule="ucdp")[0]
    assert (found.low, found.best, found.high) == (20, 20, 31)


def test_planned_and_denied_claims_have_no_toll(claim) -> None:
    claims = [
        claim("a", k, "kill", figures=[("killed", 9)], status=s) for k, s in enumerate(("planned", "denied"))
    ]
    assert figures_of(claims, {}, rule="ucdp") == ()


@pytest.mark.parametrize(
    ("of_a", "of_b", "doubts"),
    [
        ("SYR:military", "group:free_syrian_army", ["group:free_syrian_army; SYR:military"]),
        ("12 militants", "nine villagers", ["nine villagers; 12 militants"]),
        ("SYR:military", "SYR:military", []),
        ("SYR:civilians", "SYR:medical", []),
        ("SYR:military", "12 fighters", []),
    ],
)
def test_tolls_of_different_victims_are_doubted_as_a_range(claim, of_a, of_b, doubts) -> None:
    tolls = (("a", 12, of_a), ("b", 9, of_b))
    claims = [claim(d, 0, "kill", figures=[("killed", n)], targets=[of]) for d, n, of in tolls]
    figures = figures_of(claims, {c.id: c.document for c in claims}, rule="ucdp")
    found = doubted(figures, claims, {})[0].doubts
    assert [d.partition("(")[2].rstrip(")") for d in found if "the same victims" in d] == doubts


def test_what_each_side_says_of_the_others_dead_is_no_range(claim) -> None:
    army, rebels = "SYR:military", "group:free_syrian_army"
    claims = [
        claim("a", 0, "kill", figures=[("killed", 35)], agents=[army], targets=["35 militants"]),
        claim("b", 0, "kill", figures=[("killed", 12)], agents=[rebels], targets=[army]),
    ]
    figures = figures_of(claims, {c.id: c.document for c in claims}, rule="ucdp")
    assert "low, best and high do not count the same victims" in doubted(figures, claims, {})[0].doubts[0]


@pytest.mark.parametrize(
    ("given", "high"),
    [
        ({"places": ["Syria"]}, 12),
        ({"places": []}, 12),
        ({"places": ["Homs"]}, 280_000),
        ({"places": ["Homs"], "day": dt.date(2020, 1, 1), "end": dt.date(2020, 12, 31)}, 12),
        ({"places": ["Homs"], "day": dt.date(2020, 1, 1)}, 280_000),
    ],
)
def test_the_toll_of_a_war_is_none_of_one_event(claim, given, high) -> None:
    claims = [
        claim("a", 0, "kill", figures=[("killed", 12)], places=["Homs"]),
        claim("b", 0, "kill", figures=[("killed", 280_000)], **given),
    ]
    assert figures_of(claims, {c.id: c.document for c in claims}, rule="ucdp")[0].high == high


def test_an_event_has_no_running_total_for_its_own(claim) -> None:
    war = claim("b", 0, "kill", figures=[("killed", 280_000)], places=["Syria"])
    assert event_figure([war], {}, rule="acled") is None
    assert figures_of([war], {}, rule="acled")[0].best == 280_000


def test_one_origins_total_is_called_no_middle(claim) -> None:
    toll = claim("a", 0, "kill", figures=[("killed", 20)])
    assert figures_of([toll], {}, rule="ucdp")[0].rule == "ucdp: the total of its one independent origin"
