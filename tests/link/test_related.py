import datetime as dt

from dateline.link import Judgement, link

DAY = dt.date(2020, 6, 9)


def test_a_wave_and_a_strike_in_it_are_related_not_merged(claim, report) -> None:
    wave = claim("a", 0, "airstrike", places=["Dolva province"], day=DAY)
    strike = claim("a", 4000, "airstrike", places=["Karmin", "Dolva province"], day=DAY)
    apart = Judgement(kind="split", claims=(wave.id,), apart=(strike.id,))
    first, second = link([wave, strike], [report("a")], judgements=[apart])
    assert (first.related, second.related) == ((second.id,), (first.id,))


def test_incidents_of_two_places_are_not_related(claim, report) -> None:
    claims = [claim("a", k, "airstrike", places=[p], day=DAY) for k, p in ((0, "Karmin"), (5000, "Dolvat"))]
    apart = Judgement(kind="split", claims=(claims[0].id,), apart=(claims[1].id,))
    assert [i.related for i in link(claims, [report("a")], judgements=[apart])] == [(), ()]


def test_two_reports_that_date_one_hold_differently_contradict(claim, report) -> None:
    holds = [
        claim(
            d,
            0,
            "hold",
            agents=["group:north"],
            places=["Dolva province"],
            status="ongoing",
            day=day,
            end=DAY,
            precision="month",
        )
        for d, day in (("a", dt.date(2020, 3, 1)), ("b", dt.date(2020, 4, 1)))
    ]
    found = [c.kind for i in link(holds, [report("a"), report("b")]) for c in i.contradictions]
    assert found == ["time"]
