import datetime as dt
from dataclasses import replace

import pytest

from dateline.link.contradict import contradictions_in
from dateline.link.evidence import Evidence
from dateline.link.origins import origins_of

DAY = dt.date(2020, 6, 9)
MONITOR = ("the monitor of the valley", "monitor", "org:valley_watch")
ARMY = ("the army spokesman", "named_official", "AAA:military")


@pytest.fixture
def found(report):
    def contradictions(*claims, days=None):
        reports = {d: report(d, f"outlet {d}", (days or {}).get(d, 10)) for d in "abc"}
        evidence = Evidence(claims=claims, reports=reports, origins=origins_of(claims, reports))
        return [(c.kind, c.measure, c.update) for c in contradictions_in(evidence, incident="i")]

    return contradictions


def test_two_reports_give_two_tolls(claim, found) -> None:
    a, b = (claim(d, 0, "kill", figures=[("killed", n)]) for d, n in (("a", 12), ("b", 30)))
    assert found(a, b) == [("quantity", "killed", False)]


def test_one_report_contradicts_itself_through_two_speakers(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 12)], by=MONITOR)
    b = claim("a", 300, "kill", figures=[("killed", 30)], by=ARMY)
    assert found(a, b) == [("quantity", "killed", False)]


def test_a_part_told_by_the_same_voice_is_no_contradiction(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 30)], by=MONITOR)
    b = claim("a", 300, "kill", figures=[("killed", 12)], by=MONITOR)
    assert found(a, b) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("exact", 1640), ("exact", 1643)),
        (("vague", 12, 99), ("exact", 40)),
        (("at_least", 2, None), ("exact", 40)),
    ],
)
def test_counts_that_may_be_one_do_not_contradict(one, other, claim, found) -> None:
    def value(bound, low, high=0):
        return (low, low if high == 0 else high, bound)

    claims = [claim(d, 0, "kill", figures=[("killed", value(*v))]) for d, v in (("a", one), ("b", other))]
    assert found(*claims) == []


def test_a_rising_lower_bound_is_an_update(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", (12, None, "at_least"))])
    b = claim("b", 0, "kill", figures=[("killed", 40)])
    assert found(a, b, days={"a": 10, "b": 12}) == [("quantity", "killed", True)]


def test_tolls_of_two_sides_are_no_rivals(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 12)], targets=["AAA:military"])
    b = claim("b", 0, "kill", figures=[("killed", 40)], targets=["group:north"])
    assert found(a, b) == []


def test_tolls_of_fighters_nobody_names_and_of_civilians_are_no_rivals(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 12)], targets=["12 militants"])
    b = claim("b", 0, "kill", figures=[("killed", 40)], targets=["AAA:civilians"])
    assert found(a, b) == []
    people = claim("b", 0, "kill", figures=[("killed", 40)], targets=["40 people"])
    assert found(a, people) == [("quantity", "killed", False)]


def test_groups_of_victims_that_may_add_up_are_no_rivals(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 30), ("killed", 39)])
    b = claim("b", 0, "kill", figures=[("killed", (65, None, "at_least"))])
    assert found(a, b) == []


def test_the_toll_of_a_province_may_hold_that_of_its_town(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 30)], places=["Anrik province"], by=MONITOR)
    b = claim("b", 0, "kill", figures=[("killed", 12)], places=["Karmin"], by=ARMY)
    assert found(a, b) == []


def test_tolls_of_two_days_are_no_rivals(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 30)], day=DAY)
    b = claim("b", 0, "kill", figures=[("killed", 12)], day=DAY - dt.timedelta(days=2))
    assert found(a, b) == []


@pytest.mark.parametrize(("inherited", "expected"), [(False, []), (True, [("quantity", "killed", False)])])
def test_two_nights_that_reports_date_themselves_have_two_tolls(inherited, expected, claim, found) -> None:
    a, b = (
        claim(d, 0, "kill", figures=[("killed", n)], day=DAY + dt.timedelta(days=k))
        for k, (d, n) in enumerate((("a", 30), ("b", 12)))
    )
    assert found(a, replace(b, time=replace(b.time, inherited=inherited))) == expected


def test_in_one_report_the_toll_of_a_week_holds_that_of_a_day(claim, found) -> None:
    week = {"day": DAY - dt.timedelta(days=5), "end": DAY, "precision": "week"}
    a = claim("a", 0, "kill", figures=[("killed", 40)], by=MONITOR)
    b = claim("a", 300, "kill", figures=[("killed", 100)], by=ARMY, **week)
    assert found(a, b) == []
    assert found(a, replace(b, document="b")) == [("quantity", "killed", False)]


def test_the_toll_of_weeks_in_another_report_holds_that_of_a_day(claim, found) -> None:
    weeks = {"day": DAY - dt.timedelta(days=15), "end": DAY, "precision": "month"}
    a = claim("a", 0, "kill", figures=[("killed", 40)], by=MONITOR)
    b = claim("b", 300, "kill", figures=[("killed", 100)], by=ARMY, **weeks)
    assert found(a, b) == []
    assert found(replace(a, time=b.time), b) == [("quantity", "killed", False)]


def test_tolls_of_two_towns_known_to_lie_apart_are_no_rivals(claim, found) -> None:
    tolls = [
        claim(d, 0, "kill", figures=[("killed", n)], places=[name], point=point)
        for d, n, name, point in (("a", 12, "Karmin", (41.0, 44.0)), ("b", 30, "Orvane", (41.5, 44.0)))
    ]
    assert found(*tolls) == []
    assert found(tolls[0], replace(tolls[1], places=tolls[0].places)) == [("quantity", "killed", False)]


def test_medics_told_by_themselves_are_a_part_of_the_dead(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 3)], targets=["AAA:medical"])
    b = claim("b", 0, "kill", figures=[("killed", 30)], targets=["people"])
    assert found(a, b) == []


def test_the_medics_among_the_dead_are_compared_with_medics(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 30), ("killed", 2)], targets=["AAA:medical", "people"])
    b = claim("b", 0, "kill", figures=[("killed", 4)], targets=["AAA:medical"])
    assert found(a, b) == [("quantity", "killed", False)]


def test_medics_are_counted_by_the_source_that_a_headline_does_not_name(claim, found) -> None:
    dead = {"figures": [("killed", 30), ("killed", 2)], "targets": ["AAA:medical", "people"]}
    headline, a = claim("a", 0, "kill", **dead), claim("a", 100, "kill", by=MONITOR, **dead)
    a = replace(a, quantities=tuple(replace(f, span=a.span) for f in a.quantities))
    b = claim("a", 300, "kill", figures=[("killed", 4)], targets=["AAA:medical"], by=ARMY)
    assert found(headline, a, b) == [("quantity", "killed", False)]


def test_medics_among_the_dead_do_not_make_two_tolls(claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 12)], targets=["AAA:medical", "people"])
    b = claim("b", 0, "kill", figures=[("killed", 30)], targets=["people"])
    assert found(a, b) == [("quantity", "killed", False)]


@pytest.mark.parametrize(("count", "expected"), [(90, []), (40, [("quantity", "killed", False)])])
def test_an_upper_limit_far_above_a_count_is_another_estimate(count, expected, claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", (None, 100, "at_most"))])
    b = claim("b", 0, "kill", figures=[("killed", (count, None, "at_least"))])
    assert found(a, b) == expected


@pytest.mark.parametrize(
    ("denied", "expected"), [((0, 0, "exact"), ["denial"]), ((3, None, "vague"), []), (9, [])]
)
def test_a_denied_figure_denies_no_smaller_one(denied, expected, claim, found) -> None:
    a = claim("a", 0, "kill", figures=[("killed", 4)], places=["Karmin"])
    b = claim("b", 0, "kill", figures=[("killed", denied)], places=["Karmin"], status="denied", by=ARMY)
    assert [kind for kind, _, _ in found(a, b)] == expected


def test_what_a_report_itself_says_was_prevented_denies_nothing(claim, found) -> None:
    a = claim("a", 0, "airstrike", agents=["AAA:military"], by=MONITOR)
    b = claim("a", 300, "airstrike", agents=["AAA:military"], status="denied")
    assert found(a, b) == []


def test_a_denial_elsewhere_is_of_another_strike(claim, found) -> None:
    a = claim("a", 0, "airstrike", agents=["AAA:military"], places=["Karmin"])
    b = claim("b", 0, "airstrike", agents=["AAA:military"], places=["Dolvat"], status="denied", by=ARMY)
    assert found(a, b) == []


def test_a_denial_is_told_once_for_each_report_of_what_it_denies(claim, found) -> None:
    strike = {"places": ["Karmin"], "day": DAY, "agents": ["AAA:military"]}
    a = [claim("a", k, "airstrike", by=MONITOR, **strike) for k in (0, 300, 600)]
    no = claim("b", 0, "airstrike", status="denied", by=ARMY, **strike)
    assert found(*a, no) == [("denial", None, False)]


def test_a_denied_strike_is_a_denial(claim, found) -> None:
    a = claim("a", 0, "airstrike", agents=["AAA:military"], by=MONITOR)
    b = claim("a", 300, "airstrike", agents=["AAA:military"], status="denied", by=ARMY)
    assert found(a, b) == [("denial", None, False)]


def test_who_is_blamed_and_denies_the_act(claim, found) -> None:
    a = claim("a", 0, "accuse", agents=["BBB:government"], targets=["AAA:government"])
    b = claim("a", 300, "attack", agents=["AAA:military"], status="denied", by=ARMY)
    assert found(a, b) == [("denial", None, False)]


def test_what_a_side_admits_is_not_what_it_denies(claim, found) -> None:
    a = claim(
        "a", 0, "kill", agents=["AAA:military"], by=("the minister", "named_official", "AAA:government")
    )
    b = claim("a", 300, "kill", agents=["AAA:military"], status="denied", by=ARMY)
    assert found(a, b) == []


def test_blame_and_its_rejection_are_a_denial(claim, found) -> None:
    a = claim("a", 0, "accuse", agents=["BBB:government"], targets=["AAA:military"])
    b = claim("a", 300, "reject", agents=["AAA:government"])
    assert found(a, b) == [("denial", None, False)]


def test_one_act_laid_to_two_rivals(claim, found) -> None:
    a = claim("a", 0, "shelling", agents=["AAA:military"], by=MONITOR, day=DAY)
    b = claim("b", 0, "shelling", agents=["group:north"], by=ARMY, day=DAY)
    assert found(a, b) == [("agent", None, False)]


def test_two_reports_that_share_no_day_and_no_toll_tell_of_two_acts(claim, found) -> None:
    a = claim("a", 0, "shelling", agents=["AAA:military"], by=MONITOR)
    b = claim("b", 0, "shelling", agents=["group:north"], by=ARMY, day=DAY)
    assert found(a, b) == []


def test_each_side_of_a_report_lays_the_act_to_the_other(claim, found) -> None:
    a = claim("a", 0, "attack", agents=["AAA:military"], by=("residents", "witness", None))
    b = claim("a", 300, "attack", agents=["the insurgents"], by=ARMY)
    assert found(a, b) == [("agent", None, False)]


def test_one_monitor_in_two_outlets_does_not_dispute_itself(claim, found) -> None:
    a = claim("a", 0, "shelling", agents=["AAA:military"], by=MONITOR, day=DAY)
    b = claim("b", 0, "shelling", agents=["group:north"], by=MONITOR, day=DAY)
    assert found(a, b) == []


def test_a_plane_shot_down_and_one_that_crashed(claim, found) -> None:
    a = claim("a", 0, "destroy", agents=["group:north"], targets=["AAA:military"], by=MONITOR)
    b = claim("a", 300, "destroy", targets=["AAA:military"], trigger="had crashed", by=ARMY)
    assert found(a, b) == [("agent", None, False)]


def test_allies_are_no_rivals(claim, found) -> None:
    a = claim("a", 0, "shelling", agents=["SYR:military"], by=MONITOR)
    b = claim("b", 0, "shelling", agents=["RUS:military"], by=ARMY)
    assert found(a, b) == []


def test_taken_and_beaten_off(claim, found) -> None:
    a = claim("a", 0, "capture", agents=["group:north"], targets=["AAA:military"], places=["Karmin"])
    b = claim("b", 0, "repel", agents=["AAA:military"], targets=["group:north"], places=["Karmin"])
    assert found(a, b) == [("outcome", None, False)]


def test_one_attack_on_two_days(claim, found) -> None:
    a = claim("a", 0, "attack", places=["Karmin"], day=DAY)
    b = claim("b", 0, "attack", places=["Karmin"], day=DAY - dt.timedelta(days=1))
    assert found(a, b) == [("time", None, False)]


def test_a_report_that_tells_of_both_days_tells_of_two_attacks(claim, found) -> None:
    a = claim("a", 0, "attack", places=["Karmin"], day=DAY)
    b = claim("b", 0, "attack", places=["Karmin"], day=DAY - dt.timedelta(days=1))
    also = claim("b", 500, "attack", places=["Karmin"], day=DAY)
    assert found(a, b, also) == []


def test_attacks_a_week_apart_are_two(claim, found) -> None:
    a = claim("a", 0, "attack", places=["Karmin"], day=DAY)
    b = claim("b", 0, "attack", places=["Karmin"], day=DAY - dt.timedelta(days=7))
    assert found(a, b) == []


FAR, NEAR = (41.5, 44.0), (41.02, 44.0)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"point": FAR}, [("place", None, False)]),
        ({"point": NEAR}, []),
        ({}, []),
        ({"point": FAR, "role": "near"}, []),
        ({"point": FAR, "day": DAY - dt.timedelta(days=9)}, []),
    ],
)
def test_one_attack_of_one_agent_at_two_places(other, expected, claim, found) -> None:
    strike = {"agents": ["group:north"], "day": DAY}
    a = claim("a", 0, "bombing", places=["Karmin"], point=(41.0, 44.0), **strike)
    b = claim("b", 0, "bombing", places=["Dolvat"], **strike | other)
    assert found(a, b) == expected


def test_of_several_places_none_is_a_rival(claim, found) -> None:
    a = claim("a", 0, "bombing", places=["Karmin"], agents=["group:north"], day=DAY, point=(41.0, 44.0))
    b = claim("b", 0, "bombing", places=["Dolvat", "Menzar"], agents=["group:north"], day=DAY, point=FAR)
    assert found(a, b) == []


SPOKESMAN = ("a rebel spokesman", "armed_group", "group:north")
KARMIN = {"places": ["Karmin"]}
TAKEN = {"agents": ["group:north"], "targets": ["AAA:military"], "day": DAY} | KARMIN
OUTCOME = [("outcome", None, False)]


def kinds(found) -> list[str]:
    return [kind for kind, _, _ in found]


@pytest.mark.parametrize(
    ("action", "loss"),
    [
        ("capture", TAKEN),
        ("drive_back", {"targets": ["AAA:military"], "role": "from"} | KARMIN),
        ("repel", {"targets": ["AAA:military"]} | KARMIN),
        ("withdraw", {"agents": ["AAA:military"], "role": "from"} | KARMIN),
        ("reopen", {"agents": ["group:north"]} | KARMIN),
    ],
)
def test_who_lost_a_place_still_holds_it(action, loss, claim, found) -> None:
    a = claim("a", 0, action, **loss)
    b = claim("b", 0, "hold", agents=["AAA:military"], status="ongoing", by=ARMY, **KARMIN)
    assert found(a, b) == OUTCOME


@pytest.mark.parametrize(
    ("hold", "published"),
    [
        ({"status": "occurred"}, 10),
        ({"status": "ongoing", "places": ["Dolvat"]}, 10),
        ({"status": "ongoing", "agents": ["group:north"]}, 10),
        ({"status": "ongoing"}, 8),
    ],
)
def test_a_hold_before_the_loss_elsewhere_or_of_the_winner_is_no_rival(hold, published, claim, found) -> None:
    a = claim("a", 0, "capture", **TAKEN)
    b = claim("b", 0, "hold", **{"agents": ["AAA:military"], "by": ARMY} | KARMIN | hold)
    assert found(a, b, days={"b": published}) == []


@pytest.mark.parametrize(
    ("action", "agents", "expected"),
    [
        ("withdraw", ["AAA:military"], OUTCOME),
        ("hand_over", [], OUTCOME),
        ("hold", ["group:north"], OUTCOME),
        ("hold", ["AAA:military"], []),
        ("withdraw", ["group:north"], []),
    ],
)
def test_a_place_taken_and_never_lost(action, agents, expected, claim, found) -> None:
    a = claim("a", 0, "capture", **TAKEN)
    b = claim("b", 0, action, agents=agents, status="denied", by=ARMY, **KARMIN)
    assert found(a, b) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("fled", "pulled back", OUTCOME),
        ("withdrew", "pulled back", []),
        ("fled", "ran", []),
    ],
)
def test_a_flight_and_an_orderly_withdrawal(one, other, expected, claim, found) -> None:
    a = claim("a", 0, "withdraw", agents=["AAA:military"], trigger=one, by=SPOKESMAN)
    b = claim("b", 0, "withdraw", agents=["AAA:military"], trigger=other, by=ARMY)
    assert found(a, b) == expected


@pytest.mark.parametrize(("harm", "expected"), [("wound", OUTCOME), ("deploy", [])])
def test_a_rocket_that_hit_and_was_intercepted(harm, expected, claim, found) -> None:
    a = claim("a", 0, "shelling", agents=["group:north"], **KARMIN)
    hit = claim("a", 60, harm, **KARMIN)
    b = claim("b", 0, "repel", targets=["group:north"], trigger="intercepted", by=ARMY, **KARMIN)
    assert found(a, hit, b) == expected


def test_an_attempt_said_to_be_in_vain_is_another_outcome(claim, found) -> None:
    a = claim("a", 0, "advance", agents=["group:north"], day=DAY, **KARMIN)
    b = claim(
        "b", 0, "advance", agents=["group:north"], trigger="failed to", status="denied", by=ARMY, **KARMIN
    )
    assert kinds(found(a, b)) == ["outcome"]


ROCKETS = {"agents": ["group:north"], "targets": ["AAA:civilians"], "day": DAY} | KARMIN


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, ["agent"]),
        ({"places": ["Dolvat"]}, []),
        ({"day": DAY + dt.timedelta(days=4)}, []),
        ({"targets": ["group:north"]}, []),
        ({"role": "from"}, []),
    ],
)
def test_civilians_hit_by_what_each_side_calls_an_act_of_the_other(other, expected, claim, found) -> None:
    a = claim("a", 0, "shelling", by=ARMY, **ROCKETS)
    b = claim(
        "b", 0, "airstrike", **{"agents": ["AAA:military"], "by": SPOKESMAN, "day": DAY} | KARMIN | other
    )
    assert kinds(found(a, b)) == expected


def test_a_place_that_both_sides_took_changed_hands(claim, found) -> None:
    a = claim("a", 0, "capture", agents=["group:north"], day=DAY, by=SPOKESMAN, **KARMIN)
    b = claim("b", 0, "capture", agents=["AAA:military"], day=DAY, by=ARMY, **KARMIN)
    assert found(a, b) == []


@pytest.mark.parametrize(("trigger", "expected"), [("rejected", ["denial"]), ("refused to attend", [])])
def test_a_refusal_rejects_no_blame(trigger, expected, claim, found) -> None:
    a = claim("a", 0, "accuse", agents=["BBB:government"], targets=["AAA:military"])
    b = claim("a", 300, "reject", agents=["AAA:government"], trigger=trigger)
    assert kinds(found(a, b)) == expected


def test_the_rejection_of_a_third_body_is_not_of_the_blame(claim, found) -> None:
    a = claim("a", 0, "accuse", agents=["BBB:government"], targets=["AAA:military"])
    b = claim("a", 300, "reject", agents=["AAA:government"], targets=["CCC:government"], trigger="rejected")
    assert found(a, b) == []


def test_a_denial_answers_what_its_report_tells_next_before_it(claim, found) -> None:
    strikes = [claim("a", at, "airstrike", agents=["AAA:military"], by=MONITOR) for at in (0, 200)]
    no = claim("a", 400, "airstrike", agents=["AAA:military"], status="denied", by=ARMY)
    assert kinds(found(*strikes, no)) == ["denial"]


def test_who_tells_of_both_sides_blows_lays_none_of_them_to_the_other(claim, found) -> None:
    shared = {"targets": ["AAA:civilians"], "places": ["Karmin"], "day": DAY}
    a = claim("a", 0, "kill", agents=["SYR:military"], **shared)
    b = claim("b", 0, "shelling", agents=["group:islamic_state"], **shared)
    assert ("agent", None, False) in found(a, b)
    too = claim("b", 300, "airstrike", agents=["SYR:military"], **shared)
    assert found(a, b, too) == []


def test_what_another_speaker_of_the_report_lays_to_the_other_side_is_his_alone(claim, found) -> None:
    shared = {"targets": ["AAA:civilians"], "places": ["Karmin"], "day": DAY}
    a = claim("a", 0, "kill", agents=["SYR:military"], **shared)
    b = claim("b", 0, "shelling", agents=["group:islamic_state"], by=ARMY, **shared)
    theirs = claim("b", 300, "airstrike", agents=["SYR:military"], by=MONITOR, **shared)
    assert ("agent", None, False) in found(a, b, theirs)


def test_who_owns_up_to_a_blow_at_its_enemy_may_still_be_disputed(claim, found) -> None:
    shared = {"places": ["Karmin"], "day": DAY}
    a = claim("a", 0, "kill", agents=["SYR:military"], targets=["AAA:civilians"], **shared)
    b = claim("b", 0, "shelling", agents=["group:islamic_state"], targets=["AAA:civilians"], **shared)
    battle = claim("b", 300, "attack", agents=["SYR:military"], targets=["group:islamic_state"], **shared)
    assert ("agent", None, False) in found(a, b, battle)


def test_a_village_near_the_capital_is_not_where_the_capital_is(claim, found) -> None:
    town = claim("a", 0, "kill", figures=[("killed", 12)], places=["Karmin"], point=(41.0, 44.0))
    capital = claim("b", 0, "kill", figures=[("killed", 30)], places=["Orvane"], point=(41.5, 44.0))
    near = replace(capital, places=tuple(replace(p, role="near") for p in capital.places))
    assert found(town, near) == []
    village = claim("b", 0, "kill", places=["the village"])
    assert found(town, replace(near, places=near.places + village.places)) == [("quantity", "killed", False)]


def test_the_toll_of_the_war_is_not_what_a_source_counts_of_the_event(claim, found) -> None:
    war = claim("a", 300, "kill", figures=[("killed", 300_000)], places=["Georgia"], by=MONITOR)
    a = claim("a", 0, "kill", figures=[("killed", 31)], by=MONITOR)
    b = claim("b", 0, "kill", figures=[("killed", 43)])
    assert found(a, war, b) == [("quantity", "killed", False)]


def test_blame_that_one_report_tells_with_its_rejection_is_told_once(claim, found) -> None:
    a, b = (claim(d, 0, "accuse", agents=["BBB:government"], targets=["AAA:military"]) for d in "ab")
    answer = claim("a", 120, "reject", agents=["AAA:government"])
    assert found(a, answer, b) == [("denial", None, False)]
    assert found(b, answer) == [("denial", None, False)]
