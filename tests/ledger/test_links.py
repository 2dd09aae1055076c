"""Incidents in a ledger: linked, linked again, grown, judged, and read as they were stored."""

from __future__ import annotations

import datetime as dt

import duckdb
import pytest
from builders import report
from wars import told

from dateline.errors import LedgerError, UsageError
from dateline.ledger import Coding, Fingerprint, Ledger, links_extend
from dateline.ledger.links_judge import judge, judgements
from dateline.ledger.links_read import incident_named, incidents, latest, linkings, members, unlinked
from dateline.ledger.links_write import relink
from dateline.ledger.schema import TABLES, VERSION

RAID = "Planes struck the market of Orun on 3 May. The strike killed {} people there."


def raid(name, dead, outlet, **given):
    document = report(RAID.format(dead), name=name, outlet=outlet, published=dt.date(2020, 5, 4))
    return Coding(
        document=document,
        claims=(
            told(document, "struck", "airstrike", agent="XAA:military", **given),
            told(document, "killed", "kill", agent="XAA:military", dead=dead, **given),
        ),
    )


@pytest.fixture
def ledger(ledger_path):
    with Ledger(ledger_path) as opened:
        run = opened.start(Fingerprint(coder="1", settings="s", lexicon="x"))
        opened.add(raid("one", 4, "Orun News"), run=run)
        opened.add(raid("two", 19, "Marr Radio"), run=run)
        yield opened


def test_two_reports_of_one_raid_meet_and_their_tolls_stay_apart(ledger):
    linking, made, new = relink(ledger)
    assert new and linking.entire and linking.claims == 4
    (found,) = made
    assert len(found.claims) == 4 and len(found.origins) == 2
    (figure,) = found.figures
    assert (figure.low, figure.best, figure.high) == (4, 4, 19)
    assert [c.kind for c in found.contradictions] == ["quantity"]


def test_what_is_read_is_what_was_stored(ledger):
    _, made, _ = relink(ledger)
    assert incidents(ledger) == list(made)
    assert incident_named(ledger, made[0].id[:8]) == made[0]
    assert incident_named(ledger, made[0].claims[2][:10]) == made[0]


def test_linking_again_makes_nothing_new(ledger):
    relink(ledger)
    linking, made, new = relink(ledger)
    assert not new and linking.id == 1 and len(made) == 1
    assert relink(ledger, entire=True)[0].id == 2
    assert [x.id for x in linkings(ledger)] == [1, 2]


def test_each_member_says_what_it_is_like_and_why(ledger):
    _, made, _ = relink(ledger)
    found = members(ledger, made[0].id)
    assert [m.claim for m in found] == list(made[0].claims)
    assert all(m.nearest in made[0].claims and m.nearest != m.claim for m in found)
    assert all(m.score is not None and m.shares for m in found)


def test_one_new_report_finds_its_incident_which_keeps_its_id(ledger):
    for n in range(60):
        far = raid(
            f"far-{n}", 100 + n, None, place=f"Farplace{n}", day=dt.date(2019, 1 + n % 12, 1 + n // 12)
        )
        ledger.add(far, run=1)
    _, before, _ = relink(ledger)
    home = next(i for i in before if i.place == "Orun")
    late = raid("three", 5, "The Third")
    ledger.add(late, run=1)
    assert unlinked(ledger) == (1, 0)
    linking, after, _ = relink(ledger)
    assert not linking.entire and unlinked(ledger) == (0, 0)
    grown = next(i for i in after if i.id == home.id)
    assert set(grown.claims) == {*home.claims, *(c.id for c in late.claims)}
    assert sorted(i.id for i in after) == sorted(i.id for i in incidents(ledger))
    ((stored,),) = ledger.ask("SELECT count(*) FROM incidents WHERE linking = ?", [linking.id])
    assert stored < len(after)


def test_new_reports_of_one_event_meet_and_the_ledger_is_encoded_once_for_all_of_them(ledger, monkeypatch):
    encoded = []
    encode = links_extend.encode
    monkeypatch.setattr(links_extend, "encode", lambda *given: encoded.append(1) or encode(*given))
    for n in range(120):
        day = dt.date(2019, 1 + n % 12, 1 + n // 12)
        ledger.add(raid(f"far-{n}", 100 + n, None, place=f"Farplace{n}", day=day), run=1)
    relink(ledger)
    new = [raid(name, 7, name, place="Newtown", day=dt.date(2020, 5, 3)) for name in ("alpha", "beta")]
    for coding in new:
        ledger.add(coding, run=1)
    linking, after, _ = relink(ledger)
    assert not linking.entire and len(encoded) == 1
    (found,) = [i for i in after if i.place == "Newtown"]
    assert set(found.claims) == {c.id for coding in new for c in coding.claims}


def test_a_document_coded_anew_is_linked_with_all(ledger):
    relink(ledger)
    second = ledger.start(Fingerprint(coder="2", settings="s", lexicon="x"))
    ledger.add(raid("one", 4, "Orun News"), run=second)
    linking, _, new = relink(ledger)
    assert new and linking.entire


def test_a_split_is_honoured_whenever_all_is_linked_again(ledger):
    _, made, _ = relink(ledger)
    two = list(made[0].claims[2:])
    said = judge(ledger, "split", two, who="ada", note="two raids")
    assert set(said.apart) == set(made[0].claims[:2])
    for _ in range(2):
        _, after, _ = relink(ledger, entire=True)
        assert sorted(len(i.claims) for i in after) == [2, 2]
    assert judgements(ledger)[0].who == "ada"


def test_a_merge_and_a_lock(ledger):
    ledger.add(raid("far", 7, None, place="Elsewhere", day=dt.date(2018, 1, 1)), run=1)
    _, made, _ = relink(ledger)
    assert len(made) == 2
    judge(ledger, "merge", [i.id for i in made], who="ada", note="")
    _, merged, _ = relink(ledger)
    assert [len(i.claims) for i in merged] == [6]
    judge(ledger, "lock", [merged[0].id], who="ada", note="")
    ledger.add(raid("late", 5, "The Third"), run=1)
    _, after, _ = relink(ledger)
    assert sorted(len(i.claims) for i in after) == [2, 6]
    assert [i.locked for i in sorted(after, key=lambda i: len(i.claims))] == [False, True]


@pytest.mark.parametrize(("kind", "names"), [("split", "all"), ("merge", "one")])
def test_judgements_that_say_nothing_are_refused(ledger, kind, names):
    _, made, _ = relink(ledger)
    with pytest.raises(UsageError, match="nothing to"):
        judge(ledger, kind, made[0].claims if names == "all" else made[0].claims[:1], who="ada", note="")


def test_nobody_can_be_judged_by_a_wrong_name(ledger):
    relink(ledger)
    with pytest.raises(LedgerError, match="no such incident or claim: i_none"):
        judge(ledger, "lock", ["i_none"], who="ada", note="")


def test_a_ledger_that_was_never_linked_says_so(ledger):
    with pytest.raises(LedgerError, match=r"not linked yet: .*run `dateline link"):
        latest(ledger)


def test_an_older_ledger_reads_as_unlinked_and_is_brought_up_to_date(tmp_path):
    path = tmp_path / "old.db"
    with duckdb.connect(str(path)) as connection:
        connection.execute(TABLES)
        connection.execute("INSERT INTO ledger VALUES ('dateline ledger', 1, '0.1')")
    with Ledger(path, read_only=True) as old:
        assert linkings(old) == []
    with Ledger(path) as opened:
        assert opened.ask("SELECT version FROM ledger") == [(VERSION,)]
        assert relink(opened)[1] == ()
