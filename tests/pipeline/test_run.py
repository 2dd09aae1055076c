"""Many documents through an engine into a ledger: in order, each once, the broken ones as rows."""

from __future__ import annotations

import signal
from itertools import count, islice

import pytest
from builders import report
from coding_process import code

from dateline.errors import EngineError, LexiconError, ModelError
from dateline.ledger import Failure, Fingerprint, Ledger
from dateline.ledger.links_write import linker
from dateline.pipeline import run as pipeline
from dateline.pipeline.coder import Coded
from dateline.pipeline.fingerprint import fingerprint

PRINT = Fingerprint(coder="1", settings="s", lexicon="x")
UNREAD = Failure(input="x.bin", reason="a program", advice="save it as text")


@pytest.fixture
def ledger(ledger_path, monkeypatch):
    monkeypatch.setattr(pipeline, "code", code)
    with Ledger(ledger_path) as opened:
        yield opened


def texts(*words):
    return [report(f"{word} shelled.", name=word) for word in words]


def names(outcomes):
    return [o.document.name if isinstance(o, Coded) else o.input for o in outcomes]


def test_outcomes_come_in_the_order_of_the_inputs(ledger):
    items = [*texts("Troops", "Tanks"), UNREAD, *texts("Guns")]
    run = ledger.start(PRINT)
    assert names(pipeline.coded_into(ledger, items, run=run)) == ["Troops", "Tanks", "x.bin", "Guns"]
    (held,) = ledger.runs()
    assert (held.documents, held.claims, held.failures) == (3, 3, 1)
    assert held.finished is not None


def test_what_is_known_is_not_coded_again_but_is_given_back(ledger, monkeypatch):
    run = ledger.start(PRINT)
    first = list(pipeline.coded_into(ledger, texts("Troops", "Tanks"), run=run))
    monkeypatch.setattr(pipeline, "code", pytest.fail)
    again = list(pipeline.coded_into(ledger, texts("Troops", "Tanks", "Troops"), run=run))
    assert [o.claims for o in again] == [first[0].claims, first[1].claims, first[0].claims]


def test_one_text_twice_in_one_command_is_coded_once(ledger):
    run = ledger.start(PRINT)
    copies = [report("Troops shelled.", name=name) for name in ("a", "b")]
    made = list(pipeline.coded_into(ledger, copies, run=run))
    assert made[0].claims == made[1].claims != ()
    assert ledger.runs()[0].documents == 1


def test_a_document_that_defeats_the_coder_is_a_row(ledger):
    run = ledger.start(PRINT)
    made = list(pipeline.coded_into(ledger, texts("BREAK", "Troops"), run=run))
    assert str(made[0]) == "could not be coded (ValueError: stub): BREAK; please report it with the text"
    assert ledger.runs()[0].failures == 1
    assert made[1].claims


def test_half_a_character_is_a_row(ledger):
    run = ledger.start(PRINT)
    made = list(pipeline.coded_into(ledger, texts("\ud800", "Troops"), run=run))
    assert isinstance(made[0], Failure)
    assert len(ledger.done(run)) == 1


def test_a_broken_installation_stops_at_once(ledger, monkeypatch):
    def broken(document):
        raise ModelError("no English parser found")

    monkeypatch.setattr(pipeline, "code", broken)
    with pytest.raises(ModelError):
        list(pipeline.coded_into(ledger, texts("Troops"), run=ledger.start(PRINT)))


def test_worker_processes_give_the_same_in_the_same_order(ledger, ledger_path):
    items = [*texts(*(f"Troop{n}" for n in range(9))), UNREAD]
    assert list(pipeline.worked(code, items, jobs=2)) == list(pipeline.worked(code, items, jobs=1))


def test_a_fingerprint_stays_while_nothing_changes():
    assert fingerprint() == fingerprint()
    assert len(fingerprint().settings) == len(fingerprint().lexicon) == 16


def test_an_analysts_own_actors_are_part_of_a_fingerprint(tmp_path, monkeypatch):
    shipped, mine = fingerprint(), tmp_path / "mine.yaml"
    monkeypatch.setenv("DATELINE_ACTORS", str(mine))
    mine.write_text("group:alpha: {name: Alpha, kind: rebel_group}\n", "utf-8")
    alpha = fingerprint()
    mine.write_text("group:beta: {name: Beta, kind: rebel_group}\n", "utf-8")
    assert len({shipped.settings, alpha.settings, fingerprint().settings}) == 3
    mine.write_text("group:beta: {name: Beta, kind: rebel}\n", "utf-8")
    with pytest.raises(LexiconError, match="group:beta"):
        fingerprint()
    monkeypatch.setenv("DATELINE_ACTORS", str(tmp_path / "none.yaml"))
    with pytest.raises(LexiconError, match=r"none\.yaml"):
        fingerprint()


def test_an_analysts_own_rules_are_part_of_a_fingerprint_and_of_the_linker(tmp_path, monkeypatch):
    shipped, mine = (fingerprint().settings, linker()), tmp_path / "rules.yaml"
    mine.write_text("loaded: []\n", "utf-8")
    monkeypatch.setenv("DATELINE_LEXICON", str(mine))
    own = (fingerprint().settings, linker())
    assert shipped[0] != own[0] and shipped[1] != own[1]


def test_worker_processes_read_no_further_ahead_than_they_need_and_can_be_left():
    outcomes = pipeline.engine_of(2).map(abs, count(-3))
    assert list(islice(outcomes, 5)) == [3, 2, 1, 0, 1]
    outcomes.close()


def test_an_error_comes_at_the_place_of_its_batch():
    outcomes = pipeline.engine_of(2).map(int, ["1", "2", "x", "4"])
    assert list(islice(outcomes, 2)) == [1, 2]
    with pytest.raises(ValueError, match="'x'"):
        next(outcomes)


def test_a_killed_worker_ends_the_command_instead_of_being_waited_for():
    outcomes = pipeline.engine_of(2).map(signal.raise_signal, [0, signal.SIGKILL, 0])
    with pytest.raises(EngineError, match="fewer --jobs"):
        list(outcomes)
