"""What a new version of the coder says otherwise."""

from __future__ import annotations

import dataclasses

import pytest
from builders import at, capture, kill, report

from dateline.errors import LedgerError
from dateline.ledger import Coding, Fingerprint, Ledger
from dateline.ledger.diff import changes

PRINT = Fingerprint(coder="1", settings="s", lexicon="x")


@pytest.fixture
def ledger(ledger_path):
    with Ledger(ledger_path) as opened:
        for coder in ("1", "2"):
            opened.start(dataclasses.replace(PRINT, coder=coder))
        yield opened


def compare(ledger, before, after):
    document = report()
    ledger.add(Coding(document=document, claims=before), run=1)
    ledger.add(Coding(document=document, claims=after), run=2)
    return list(changes(ledger, 1, 2))


def test_added_removed_and_changed_by_field(ledger):
    new = kill(span=at("asked"), trigger="asked", action="demand")
    found = compare(ledger, (capture(), kill()), (capture(status="possible", confidence=0.4), new))
    assert [(c.kind, c.claim.action) for c in found] == [
        ("changed", "capture"),
        ("removed", "kill"),
        ("added", "demand"),
    ]
    assert found[0].fields == (("status", "occurred", "possible"), ("confidence", 0.8, 0.4))
    assert {c.name for c in found} == {"marr"}


def test_nothing_differs(ledger):
    assert compare(ledger, (capture(),), (capture(),)) == []


def test_another_reason_for_the_same_claim_is_no_change(ledger):
    assert compare(ledger, (capture(),), (capture(why=(("action", "other"),)),)) == []


def test_documents_of_one_run_alone_are_not_compared(ledger):
    ledger.add(Coding(document=report("Alone."), claims=()), run=1)
    assert list(changes(ledger, 1, 2)) == []


def test_a_run_that_is_not_there(ledger):
    with pytest.raises(LedgerError, match=r"no such run: 3 .*there are: 1, 2"):
        list(changes(ledger, 1, 3))
