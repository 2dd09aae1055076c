"""The ledger: whole documents, once each, in one file that any later version can check."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
from pathlib import Path

import duckdb
import pytest
from builders import capture, found, kill, report

from dateline.errors import LedgerError
from dateline.ledger import Coding, Failure, Fingerprint, Ledger, store

PRINT = Fingerprint(coder="0.1.0", settings="s", lexicon="x")


@pytest.fixture
def ledger(ledger_path):
    with Ledger(ledger_path) as opened:
        yield opened


def coding(document=None, *claims):
    document = document or report()
    return Coding(document=document, claims=claims or (capture(document), kill(document)), mentions=found())


def count(ledger, table):
    return ledger.ask(f"SELECT count(*) FROM {table}")[0][0]


def test_a_document_and_its_claims_come_back_as_they_were(ledger):
    run = ledger.start(PRINT)
    document = report(
        title="T", outlet="Orun News", stated=dt.date(2017, 6, 8), notes=("n",), language="en", url="u"
    )
    made = coding(document)
    assert ledger.add(made, run=run)
    assert ledger.coded(document, run=run) == made.claims


def test_every_table_is_filled(ledger):
    ledger.add(coding(), run=ledger.start(PRINT))
    counts = {t: count(ledger, t) for t in ("documents", "codings", "claims", "places", "actors", "mentions")}
    assert counts == {"documents": 1, "codings": 1, "claims": 2, "places": 1, "actors": 3, "mentions": 5}


def test_the_same_text_twice_adds_nothing(ledger):
    run = ledger.start(PRINT)
    ledger.add(coding(), run=run)
    again = report(name="a copy under another name")
    assert not ledger.add(coding(again), run=run)
    assert ledger.start(PRINT) == run
    assert (count(ledger, "claims"), count(ledger, "runs"), count(ledger, "documents")) == (2, 1, 1)


def test_a_corrected_date_is_coded_again_and_is_then_current(ledger):
    run = ledger.start(PRINT)
    ledger.add(coding(report(published=None)), run=run)
    corrected = report(published=dt.date(2017, 6, 10))
    assert ledger.add(coding(corrected, capture(corrected)), run=run)
    assert (count(ledger, "codings"), count(ledger, "current")) == (2, 1)


def test_a_new_version_adds_a_run_beside_the_old_one(ledger):
    first = ledger.start(PRINT)
    ledger.add(coding(), run=first)
    second = ledger.start(dataclasses.replace(PRINT, coder="0.2.0"))
    document = report()
    ledger.add(coding(document, capture(document, status="possible")), run=second)
    assert second != first
    assert (count(ledger, "claims"), count(ledger, "documents")) == (3, 1)
    assert ledger.ask("SELECT status FROM current") == [("possible",)]


def test_a_document_without_claims_is_kept(ledger):
    run = ledger.start(PRINT)
    document = report("Nothing happened.")
    ledger.add(Coding(document=document, claims=()), run=run)
    assert len(ledger.done(run)) == 1


def test_a_failure_is_a_row_and_only_one(ledger):
    run = ledger.start(PRINT)
    for _ in range(2):
        ledger.fail(Failure(input="x.bin", reason="a program", advice="save it as text"), run=run)
    assert ledger.runs()[0].failures == 1


def test_runs_count_what_they_hold(ledger):
    run = ledger.start(PRINT)
    ledger.add(coding(), run=run)
    assert ledger.runs()[0].finished is None
    ledger.finish(run)
    (found_run,) = ledger.runs()
    assert (found_run.documents, found_run.claims, found_run.failures) == (1, 2, 0)
    assert found_run.finished >= found_run.started
    assert found_run.fingerprint == PRINT


def test_a_claim_that_cannot_be_stored_leaves_nothing_of_its_document(ledger):
    run = ledger.start(PRINT)
    document = report()
    broken = capture(document, confidence="very sure")
    with pytest.raises(LedgerError):
        ledger.add(coding(document, kill(document), broken), run=run)
    assert (count(ledger, "documents"), count(ledger, "codings"), count(ledger, "claims")) == (0, 0, 0)
    assert ledger.add(coding(), run=run)


def test_hostile_text_is_kept_as_it_is(ledger):
    run = ledger.start(PRINT)
    document = report("\x1b[2J'; DROP TABLE claims; --\x00 \u202e evil", name="a'b")
    ledger.add(Coding(document=document, claims=()), run=run)
    assert ledger.ask("SELECT text, name FROM documents") == [(document.text, "a'b")]


def test_a_file_name_in_another_encoding(ledger):
    document = report(name="caf\udce9")
    ledger.add(Coding(document=document, claims=()), run=ledger.start(PRINT))
    assert ledger.ask("SELECT name FROM documents") == [("caf\ufffd",)]


def test_missing_without_create(tmp_path):
    with pytest.raises(LedgerError, match=r"no such ledger.*make one with"):
        Ledger(tmp_path / "war.db")


@pytest.mark.parametrize("name", ["war.db", "war.csv", "war.sqlite"])
@pytest.mark.parametrize(
    "content", [b"", b"not a database" * 500, b"\x00" * 9000, b"a,b\n1,2\n", b"SQLite format 3\x00" * 64]
)
@pytest.mark.parametrize("how", [{"create": True}, {"read_only": True}])
def test_not_a_ledger(tmp_path, name, content, how):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=f"^not a ledger: {path}; "):
        Ledger(path, **how)
    assert path.read_bytes() == content


def test_another_duckdb_file_is_left_alone(tmp_path):
    path = tmp_path / "war.db"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE mine (a INTEGER)")
    with pytest.raises(LedgerError, match="another database"):
        Ledger(path, create=True)


def test_a_ledger_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "war.db"
    with Ledger(path, create=True) as ledger:
        ledger.connection.execute("UPDATE ledger SET version = 99, made_by = '9.0'")
    with pytest.raises(LedgerError, match=r"newer ledger: .* version 99, made by dateline 9\.0.*upgrade"):
        Ledger(path)


def test_a_folder_is_not_a_ledger(tmp_path):
    with pytest.raises(LedgerError, match="ledger"):
        Ledger(tmp_path, create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(LedgerError, match="not writable"):
        Ledger(tmp_path / "war.db", create=True)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(LedgerError, match="check that its folder exists"):
        Ledger(tmp_path / "no" / "war.db", create=True)


def test_making_leaves_nothing_beside_the_ledger(tmp_path):
    Ledger(tmp_path / "war.db", create=True).connection.close()
    assert [path.name for path in tmp_path.iterdir()] == ["war.db"]


def test_of_two_that_make_one_ledger_at_once_neither_loses_the_other(tmp_path, monkeypatch):
    path = tmp_path / "war.db"
    connect = store._connect

    def overtaken(unfinished, **how):
        monkeypatch.setattr(store, "_connect", connect)
        with Ledger(path, create=True) as first:
            first.add(coding(), run=first.start(PRINT))
        return connect(unfinished, **how)

    monkeypatch.setattr(store, "_connect", overtaken)
    with Ledger(path, create=True) as second:
        assert count(second, "codings") == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["war.db"]


def test_without_links_a_new_ledger_is_moved_to_its_place(tmp_path, monkeypatch):
    def refuse(self, target):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with Ledger(tmp_path / "war.db", create=True) as made:
        assert count(made, "codings") == 0


def test_the_log_of_a_ledger_that_is_gone_is_named(tmp_path):
    (tmp_path / "war.db.wal").write_bytes(b"left")
    with pytest.raises(LedgerError, match=r"war\.db\.wal is left of one; .* delete the \.wal file"):
        Ledger(tmp_path / "war.db", create=True)
    assert not (tmp_path / "war.db").exists()
