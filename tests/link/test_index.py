import datetime as dt

from dateline.link.columns import encode
from dateline.link.index import Index

DAY = dt.date(2020, 6, 9)
STRIKE = {"places": ["Karmin"], "day": DAY, "agents": ["AAA:military"], "targets": ["BBB:civilians"]}


def test_a_new_report_joins_its_incident_and_opens_another(claim, report) -> None:
    old = [claim("a", 0, "airstrike", **STRIKE), claim("a", 20, "kill", figures=[("killed", 12)], **STRIKE)]
    index = Index(encode(old, {"a": report("a")}), ["i_1", "i_1"])
    new = [
        claim("b", 0, "kill", figures=[("killed", 12)], **STRIKE),
        claim("b", 3000, "agree", places=["Dolvat"], agents=["BBB:government"]),
    ]
    found = index.place(new, report("b", day=11))
    assert [f.incident for f in found] == ["i_1", None]


def test_an_empty_index_opens_new_incidents(claim, report) -> None:
    index = Index(encode((), {}), [])
    found = index.place([claim("b", 0, "airstrike", **STRIKE), claim("b", 9, "kill", **STRIKE)], report("b"))
    assert {f.incident for f in found} == {None}
    assert len({f.group for f in found}) == 1
