"""Questions to a ledger, and their answers in the order of coding."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil

import pytest
from builders import TEXT, capture, kill, report

from dateline.document import Span
from dateline.errors import LedgerError
from dateline.ledger import Coding, Fingerprint, Ledger
from dateline.ledger.query import Query, document_named, entries

PRINT = Fingerprint(coder="1", settings="s", lexicon="x")


@pytest.fixture(scope="module")
def filled(empty_ledger, tmp_path_factory):
    path = shutil.copy(empty_ledger, tmp_path_factory.mktemp("query") / "war.db")
    with Ledger(path) as opened:
        run = opened.start(PRINT)
        document = report()
        opened.add(Coding(document=document, claims=(capture(document), kill(document))), run=run)
        opened.add(Coding(document=report("Silence.", name="silence"), claims=()), run=run)
    return path


@pytest.fixture(scope="module")
def ledger(filled):
    with Ledger(filled, read_only=True) as opened:
        yield opened


@pytest.fixture
def growing(filled, tmp_path):
    """A copy to add to."""
    with Ledger(shutil.copy(filled, tmp_path / "war.db")) as opened:
        yield opened


def actions(ledger, **asked):
    return [(d.name, [c.action for c in claims]) for d, claims in entries(ledger, Query(**asked))]


def test_without_conditions_everything_is_there_in_order(ledger):
    assert actions(ledger) == [("marr", ["capture", "kill"]), ("silence", [])]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"place": "tel orun"}, ["capture"]),
        ({"place": "tall ‘urun"}, ["capture"]),
        ({"place": "XAA"}, ["capture"]),
        ({"place": "geonames:1"}, ["capture"]),
        ({"place": "orun province"}, ["capture"]),
        ({"place": "%"}, None),
        ({"actor": "XAA:military"}, ["capture"]),
        ({"actor": "brigand"}, ["capture"]),
        ({"actor": "Ode Marr"}, ["capture"]),
        ({"action": "kill"}, ["kill"]),
        ({"status": "occurred"}, ["capture", "kill"]),
        ({"status": "denied"}, None),
        ({"since": dt.date(2017, 6, 8)}, ["capture"]),
        ({"since": dt.date(2017, 6, 9)}, None),
        ({"until": dt.date(2017, 6, 7)}, None),
        ({"action": "capture", "actor": "nobody"}, None),
        ({"document": "marr", "action": "kill"}, ["kill"]),
        ({"document": "silence", "action": "kill"}, None),
    ],
)
def test_conditions(ledger, asked, found):
    assert actions(ledger, **asked) == ([] if found is None else [("marr", found)])


def test_a_run_is_asked_as_it_was(growing):
    ledger = growing
    second = ledger.start(dataclasses.replace(PRINT, coder="2"))
    document = report()
    ledger.add(Coding(document=document, claims=(capture(document, action="advance"),)), run=second)
    assert actions(ledger, document="marr") == [("marr", ["advance"])]
    assert actions(ledger, document="marr", run=1) == [("marr", ["capture", "kill"])]
    with pytest.raises(LedgerError, match="no such run: 7"):
        actions(ledger, run=7)


def test_a_document_by_name_or_the_beginning_of_its_id(ledger):
    assert document_named(ledger, "marr")[0] == report()
    assert document_named(ledger, report().id[:10])[0] == report()
    with pytest.raises(LedgerError, match="no such document: nobody"):
        document_named(ledger, "nobody")


def test_two_documents_of_one_name_are_told_apart_by_id(growing):
    ledger = growing
    other = report("Silence again.", name="silence")
    ledger.add(Coding(document=other, claims=()), run=1)
    with pytest.raises(LedgerError, match=f"several documents.*{other.id[:12]}"):
        document_named(ledger, "silence")


@pytest.fixture(scope="module")
def named(filled, tmp_path_factory):
    """A ledger of one report: of a town and a body by other names, of gunmen, and of that body's enemies."""
    path = shutil.copy(filled, tmp_path_factory.mktemp("named") / "war.db")
    document = report(TEXT + " Nor was he.", name="named")
    (army,), (town,) = capture().agents, capture().places
    town = dataclasses.replace(town, text="the town", gazetteer="geonames:170794", name="Deir ez-Zor")

    def body(text, actor, name=None):
        return (dataclasses.replace(army, text=text, actor=actor, name=name),)

    claims = (
        capture(document, agents=body("fighters", "group:islamic_state", "Islamic State"), places=(town,)),
        kill(document, agents=body("ISIS gunmen", None)),
        capture(
            document,
            span=Span(0, 4),
            action="airstrike",
            agents=body("jets", "org:us_led_coalition", "US-led coalition against Islamic State"),
        ),
    )
    with Ledger(path) as opened:
        opened.add(Coding(document=document, claims=claims), run=1)
    with Ledger(path, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"place": "Deir Ezzor"}, ["capture"]),
        ({"place": "دير الزور"}, ["capture"]),
        ({"place": "deir ez"}, ["capture"]),
        ({"place": "Raqqa"}, None),
        ({"actor": "ISIS"}, ["capture", "kill"]),
        ({"actor": "isil"}, ["capture"]),
        ({"actor": "the Islamic State"}, ["capture"]),
        ({"actor": "group:islamic_state"}, ["capture"]),
        ({"actor": "islamic"}, ["capture", "airstrike"]),
        ({"actor": "gunmen"}, ["kill"]),
    ],
)
def test_words_stand_for_the_places_and_bodies_they_name(named, asked, found):
    assert actions(named, document="named", **asked) == ([] if found is None else [("named", found)])
