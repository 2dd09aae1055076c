import datetime as dt
import pickle
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claims.record import Claim, ClaimTime, Party, Place
from dateline.document import Span
from dateline.link import Judgement, Report, compare, link
from dateline.link.codec import incident_json

DAY = dt.date(2020, 6, 9)
STRIKE = {"places": ["Karmin"], "day": DAY, "agents": ["AAA:military"], "targets": ["BBB:civilians"]}
OTHER = {
    "places": ["Dolvat"],
    "day": DAY - dt.timedelta(days=40),
    "agents": ["group:north"],
    "targets": ["AAA:military"],
}


@pytest.fixture
def war(claim, report):
    claims = [
        claim("a", 0, "airstrike", **STRIKE),
        claim("a", 20, "kill", figures=[("killed", 12)], **STRIKE),
        claim("a", 900, "capture", **OTHER),
        claim("b", 0, "airstrike", **STRIKE),
        claim("b", 30, "kill", figures=[("killed", 12)], **STRIKE),
        claim("b", 2000, "accuse", agents=["BBB:government"], targets=["AAA:government"]),
    ]
    return claims, [report("a", "North Radio"), report("b", "South Daily", 11)]


def groups(incidents):
    return {frozenset(i.claims) for i in incidents}


def test_two_reports_of_one_strike_are_one_incident(war) -> None:
    claims, reports = war
    incidents = link(claims, reports)
    assert frozenset(claims[k].id for k in (0, 1, 3, 4)) in groups(incidents)
    assert {claims[2].id} in [set(i.claims) for i in incidents]


def test_an_incident_says_where_when_and_who_tells_it(war) -> None:
    strike = next(i for i in link(*war) if len(i.claims) == 4)
    assert (strike.place, strike.start, strike.action_group) == ("Karmin", DAY, "fight")
    assert strike.sources == ("North Radio", "South Daily")
    assert [(f.measure, f.low, f.best, f.high) for f in strike.figures] == [("killed", 12, 12, 12)]


def test_the_order_of_the_input_changes_nothing(war) -> None:
    claims, reports = war
    shuffled = claims[:]
    random.Random(3).shuffle(shuffled)
    assert link(shuffled, reports[::-1]) == link(claims, reports)


def test_incidents_pickle_and_have_the_public_keys(war) -> None:
    incidents = link(*war)
    assert pickle.loads(pickle.dumps(incidents)) == incidents
    assert list(incident_json(incidents[0])) == [
        "id", "name", "claims", "action_group", "start", "end", "place", "lat", "lon", "precision", "sources",
        "origins", "sides", "figures", "grade", "reasons", "contradictions",
    ]  # fmt: skip


def test_raids_that_a_report_dates_to_two_days_stay_apart_among_many_like_them(claim, report) -> None:
    raid = {"places": ["Karmin"], "agents": ["AAA:military"], "targets": ["BBB:civilians"]}
    later = DAY + dt.timedelta(days=1)
    claims = [claim(d, 0, "airstrike", day=DAY, **raid) for d in "abc"]
    claims += [claim(d, 300, "airstrike", day=later, **raid) for d in "bcd"]
    incidents = link(claims, [report(d, day=10) for d in "abcd"])
    assert groups(incidents) == {frozenset(c.id for c in claims[:3]), frozenset(c.id for c in claims[3:])}


def test_a_human_split_is_kept(war) -> None:
    claims, reports = war
    split = Judgement(kind="split", claims=(claims[0].id, claims[1].id), apart=(claims[3].id, claims[4].id))
    for incident in link(claims, reports, judgements=[split]):
        assert not (
            {claims[0].id, claims[1].id} & set(incident.claims) and {claims[3].id} & set(incident.claims)
        )


def test_a_human_merge_is_kept(war) -> None:
    claims, reports = war
    merge = Judgement(kind="merge", claims=(claims[2].id, claims[5].id))
    assert any(
        {claims[2].id, claims[5].id} <= set(i.claims) for i in link(claims, reports, judgements=[merge])
    )


def test_nothing_joins_a_locked_incident(war) -> None:
    claims, reports = war
    lock = Judgement(kind="lock", claims=(claims[0].id, claims[1].id))
    incidents = link(claims, reports, judgements=[lock])
    locked = [i for i in incidents if i.locked]
    assert [set(i.claims) for i in locked] == [{claims[0].id, claims[1].id}]


def test_a_later_judgement_wins(war) -> None:
    claims, reports = war
    merge = Judgement(kind="merge", claims=(claims[0].id, claims[3].id))
    split = Judgement(kind="split", claims=(claims[0].id,), apart=(claims[3].id,))
    assert not any(
        {claims[0].id, claims[3].id} <= set(i.claims)
        for i in link(claims, reports, judgements=[merge, split])
    )


def test_a_comparison_adds_up_to_its_shares(war) -> None:
    claims, reports = war
    known = {r.id: r for r in reports}
    from dateline.link.compare import weights

    found = compare(claims[1], claims[4], known)
    assert found.score == pytest.approx(
        weights().bias + sum(s.value * s.weight for s in found.shares), abs=1e-3
    )
    assert "across: same figure" in {s.feature for s in found.shares}


def test_a_report_of_nothing_and_a_claim_without_report_do_no_harm(claim) -> None:
    assert link([], []) == ()
    assert len(link([claim("x", 0, "kill")], [])) == 1


TEXTS = st.text(max_size=12)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.integers(0, 4000),
            st.sampled_from(["kill", "attack", "hold", "accuse"]),
            TEXTS,
            TEXTS,
        ),
        max_size=14,
        unique_by=lambda t: (t[0], t[1]),
    )
)
@settings(max_examples=25, deadline=None)
def test_every_claim_is_in_exactly_one_incident(rows) -> None:
    claims = [
        Claim(
            document=str(document),
            sentence=at // 90,
            span=Span(at, at + 4),
            trigger=words,
            action=action,
            status="occurred",
            places=(Place(text=place, span=Span(at, at + 1), role="at"),) if place else (),
            agents=(Party(text=words, span=Span(at, at + 1)),),
            time=ClaimTime(text=None, span=None, start=None, end=None, precision="unknown"),
        )
        for document, at, action, place, words in rows
    ]
    incidents = link(claims, [Report(id=str(n), name=str(n)) for n in range(4)])
    assert sorted(c for i in incidents for c in i.claims) == sorted(c.id for c in claims)


def test_a_claim_has_one_source_and_a_body_is_one_in_any_words(claim, report) -> None:
    told = [
        claim("a", 0, "airstrike", places=["Karmin"], by=("the movement", "armed_group", "group:north")),
        claim(
            "a", 90, "airstrike", places=["Karmin"], by=("Northern Movement", "armed_group", "group:north")
        ),
    ]
    incidents = link(told, [report("a", "Hill Post")])
    assert {source for i in incidents for source in i.sources} <= {"the movement", "Northern Movement"}
    assert all(len(i.sources) == 1 for i in incidents)
