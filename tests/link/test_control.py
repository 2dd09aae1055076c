import datetime as dt
from dataclasses import replace

import pytest

from dateline.document import Span
from dateline.link.codec import control_json
from dateline.link.control import control, held_on
from dateline.link.control_doubts import UNDATED

JUNE, JULY = dt.date(2020, 6, 1), dt.date(2020, 7, 1)


def test_under_one_till_then_under_another_is_two_intervals(claim, report) -> None:
    claims = [
        claim(
            "a",
            0,
            "hold",
            agents=["group:north"],
            places=["Karmin"],
            day=dt.date(2019, 1, 1),
            end=JUNE,
            precision="year",
        ),
        claim(
            "a", 90, "capture", agents=["AAA:military"], targets=["group:north"], places=["Karmin"], day=JULY
        ),
    ]
    lines = control(claims, {"a": report("a", "North Radio")})
    assert [(x.holder, x.start, x.until) for x in lines] == [
        ("group:north", dt.date(2019, 1, 1), dt.date(2020, 6, 30)),
        ("AAA:military", JULY, None),
    ]
    assert [x.holder for x in held_on(lines, JULY)] == ["AAA:military"]


def test_who_holds_an_airport_or_a_part_does_not_hold_the_town(claim, report) -> None:
    taken = claim("a", 0, "capture", agents=["AAA:military"], places=["Karmin"], day=JUNE)
    [town] = taken.places
    known = {"gazetteer": "own:1", "name": "Karmin"}
    told = [
        (replace(town, **known), "Karmin"),
        (replace(town, text="the Karmin military airport", **known), "the Karmin military airport (Karmin)"),
        (replace(town, role="in_part_of", **known), "part of Karmin"),
    ]
    claims = [
        replace(taken, span=Span(90 * k, 90 * k + 5), places=(place,)) for k, (place, _) in enumerate(told)
    ]
    lines = control(claims, {"a": report("a", "North Radio")})
    assert {x.place for x in lines} == {label for _, label in told}
    assert not any(x.doubt for x in lines)


def test_two_sources_that_disagree_are_both_kept(claim, report) -> None:
    claims = [
        claim("a", 0, "hold", agents=["AAA:military"], places=["Karmin"], status="ongoing"),
        claim("b", 0, "hold", agents=["group:north"], places=["Karmin"], status="ongoing"),
    ]
    lines = control(claims, {d: report(d, d) for d in "ab"})
    assert {(x.according_to, x.holder) for x in lines} == {("a", "AAA:military"), ("b", "group:north")}


def test_a_withdrawal_ends_a_hold_nobody_dated(claim, report) -> None:
    left = claim("a", 0, "withdraw", agents=["AAA:military"], places=["Karmin"], role="from", day=JULY)
    (line,) = control([left], {"a": report("a", "x")})
    assert (line.holder, line.start, line.until) == ("AAA:military", None, dt.date(2020, 6, 30))


def test_a_loss_told_twice_by_one_source_is_one_line(claim, report) -> None:
    left = [
        claim("a", k, "withdraw", agents=["AAA:military"], places=["Karmin"], role="from", day=JULY)
        for k in (0, 90)
    ]
    assert len(control(left, {"a": report("a", "x")})) == 1


def test_taken_twice_with_no_loss_between_is_doubted(claim, report) -> None:
    taken = [
        claim("a", k, "capture", agents=["AAA:military"], places=["Karmin"], day=d)
        for k, d in ((0, JUNE), (90, JULY))
    ]
    assert [bool(x.doubt) for x in control(taken, {"a": report("a", "x")})] == [False, True]


def test_denied_and_planned_captures_change_nothing(claim, report) -> None:
    claims = [
        claim("a", k, "capture", agents=["AAA:military"], places=["Karmin"], status=s)
        for k, s in enumerate(("planned", "denied"))
    ]
    assert control(claims, {}) == ()


def test_the_public_keys(claim, report) -> None:
    (line,) = control(
        [claim("a", 0, "hold", agents=["AAA:military"], places=["Karmin"])], {"a": report("a", "x")}
    )
    assert list(control_json(line)) == [
        "place",
        "gazetteer",
        "holder",
        "from",
        "until",
        "according_to",
        "side",
        "claim",
    ]


def test_a_state_without_a_day_is_not_ended_by_what_was_before_its_report(claim, report) -> None:
    claims = [
        claim("a", 0, "hold", agents=["AAA:military"], places=["Karmin"], status="ongoing"),
        claim("a", 90, "capture", agents=["group:north"], places=["Karmin"], day=dt.date(2012, 7, 1)),
        claim("a", 180, "capture", agents=["group:north"], places=["Karmin"], day=JULY),
    ]
    held = {(x.holder, x.until) for x in control(claims, {"a": report("a", "x")})}
    assert held == {
        ("group:north", dt.date(2020, 6, 10)),
        ("AAA:military", dt.date(2020, 6, 30)),
        ("group:north", None),
    }


def test_a_rival_gain_without_a_day_ends_a_hold_by_the_day_of_its_report(claim, report) -> None:
    claims = [
        claim("a", 0, "capture", agents=["group:north"], places=["Karmin"], day=JUNE),
        claim("b", 0, "capture", agents=["AAA:military"], places=["Karmin"]),
    ]
    lines = control(claims, {d: report(d, "x", day=20) for d in "ab"})
    assert [(x.holder, x.until, x.doubt) for x in lines] == [
        ("group:north", dt.date(2020, 6, 20), UNDATED),
        ("AAA:military", None, None),
    ]


def test_rivals_who_take_a_place_together_are_doubted_and_rivals_who_hold_it_are_not(claim, report) -> None:
    both = {"agents": ["group:north", "AAA:military"], "places": ["Karmin"]}
    for action, doubts in (("capture", {"its claim names rivals as takers"}), ("hold", {None})):
        lines = control([claim("a", 0, action, **both)], {"a": report("a", "x")})
        assert {x.doubt for x in lines} == doubts


def test_without_a_date_of_publication_the_datelines_day_counts(claim, report) -> None:
    held = claim(
        "a", 0, "hold", agents=["AAA:military"], places=["Karmin"], status="ongoing", day=JUNE,
        precision="unknown",
    )  # fmt: skip
    (line,) = control([held], {"a": replace(report("a"), published=None)})
    assert (line.start, line.reported) == (None, JUNE)
    assert held_on([line], JULY) == (line,) and held_on([line], dt.date(2020, 5, 31)) == ()


def test_a_place_named_beside_wins_over_one_taken_from_elsewhere(claim, report) -> None:
    held = claim("a", 0, "hold", agents=["AAA:military"], places=["Karmin", "Nairobi"], status="ongoing")
    own, far = held.places
    held = replace(held, places=(own, replace(far, inherited=True)))
    assert [x.place for x in control([held], {"a": report("a")})] == ["Karmin"]


def test_a_place_holds_nothing(claim, report) -> None:
    fell = claim("a", 0, "capture", agents=["Karmin"], places=["Karmin"], day=JUNE)
    assert control([fell], {"a": report("a")}) == ()


@pytest.mark.parametrize("men", ["35 fighters", "Two columns"])
def test_so_many_men_of_nobody_known_hold_no_place(claim, report, men: str) -> None:
    took = claim("a", 0, "capture", agents=["SYR:military"], targets=[men], places=["Karmin"], day=JUNE)
    assert [line.holder for line in control([took], {"a": report("a")})] == ["SYR:military"]
    left = claim("a", 0, "withdraw", agents=[men], places=["Karmin"], day=JUNE)
    assert control([left], {"a": report("a")}) == ()


def test_the_side_is_the_speakers_never_that_of_the_outlet_which_quotes_it(claim, report) -> None:
    told = claim(
        "a",
        0,
        "capture",
        agents=["group:north"],
        places=["Karmin"],
        day=JUNE,
        by=("he", "monitor", "org:sohr"),
    )
    (line,) = control([told], {"a": report("a", "sana")})
    own = claim("a", 0, "capture", agents=["group:north"], places=["Karmin"], day=JUNE)
    (said,) = control([own], {"a": report("a", "sana")})
    assert (line.side, said.side) == (None, "SYR:government")


def test_a_loss_without_a_day_is_no_hold(claim, report) -> None:
    left = claim("a", 0, "withdraw", agents=["AAA:military"], places=["Karmin"], role="from")
    (line,) = control([left], {"a": report("a", "x")})
    assert line.until == dt.date(2020, 6, 10) and "no day of the loss" in line.doubt
    assert held_on([line], JULY) == ()
    assert control([left], {}) == ()
