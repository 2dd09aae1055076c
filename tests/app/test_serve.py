"""The web app: who may use it, what it adds to the ledger, and what it says when it cannot."""

from __future__ import annotations

import html
import signal
import subprocess
import sys
import urllib.request
from functools import partial

import pytest
from builders import TEXT
from serving import serving
from wars import war

from dateline.app.web import desk
from dateline.app.web.desk import Desk
from dateline.errors import LedgerError
from dateline.ledger import Fingerprint, Ledger
from dateline.ledger.links_judge import judgements
from dateline.ledger.links_read import incidents
from dateline.ledger.reviews_read import reviewed

OTHER = """
import sys, time
from pathlib import Path
from dateline.ledger import Ledger
with Ledger(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def served(dateline, monkeypatch, ledger_path):
    """The app over a linked war; what is pasted into it goes to the stub of a coder."""
    monkeypatch.setattr(desk, "fingerprint", lambda: Fingerprint(coder="1", settings="s", lexicon="x"))
    with serving(war(ledger_path)) as app:
        yield app


def held(served, asked):
    with Ledger(served.ledger, read_only=True) as opened:
        return asked(opened)


def raid(served):
    return next(i for i in held(served, incidents) if len(i.claims) > 2)


def documents(ledger):
    return [name for (name,) in ledger.ask("SELECT name FROM documents ORDER BY name")]


def test_the_page_may_speak_with_the_app_and_nobody_else(served):
    status, text = served.get("/")
    assert status == 200
    policy = html.unescape(text)
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy


def test_a_site_that_calls_itself_by_another_name_is_turned_away(served):
    status, _ = served.get("/", Host="dateline.example")
    assert status == 400


@pytest.mark.parametrize("path", ["/judgements", "/reports", "/links", "/reviews"])
def test_only_the_page_itself_adds_to_the_ledger(served, path):
    status, told = served.post(path, {"text": TEXT}, token="guessed")
    assert (status, told["error"]) == (403, "not from this page: load it anew")
    assert held(served, documents) == ["news", "radio"]


def test_a_judgement_is_kept_with_who_made_it_and_linked_by(served):
    found = raid(served)
    status, told = served.post(
        "/judgements", {"kind": "lock", "names": [found.id], "by": " ada ", "note": "the morgue"}
    )
    assert status == 200
    (kept,) = held(served, judgements)
    assert (kept.kind, kept.who, kept.note) == ("lock", "ada", "the morgue")
    (locked,) = [i for i in held(served, incidents) if i.locked]
    assert locked.id == told["incident"] and set(locked.claims) == set(found.claims)


def test_a_split_leads_to_the_incident_of_what_was_split_off(served):
    found = raid(served)
    claim = found.claims[0]
    _, told = served.post("/judgements", {"kind": "split", "names": [claim], "by": "ada"})
    (left,) = [i for i in held(served, incidents) if claim in i.claims]
    assert left.id == told["incident"] and left.claims == (claim,)


def test_a_review_is_kept_with_who_made_it_and_the_page_is_old(served):
    claim = raid(served).claims[0]
    before = served.get("/state")
    given = {"verdict": "rejected", "claim": claim, "by": "ada", "note": "a drill"}
    assert served.post("/reviews", given) == (200, {"claim": claim})
    (kept,) = held(served, reviewed).values()
    assert (kept.claim.id, kept.claim.review.who, kept.claim.review.note) == (claim, "ada", "a drill")
    assert served.get("/state") != before and claim not in served.get("/")[1].split('id="data-links"')[0]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"verdict": "believed"}, "no such review"),
        ({"verdict": "confirmed", "by": ""}, "nobody's name"),
        ({"verdict": "corrected", "values": ["action=conquer"]}, "no such action: conquer"),
        ({"verdict": "corrected", "values": "action"}, "no such review"),
        ({"verdict": "corrected"}, "nothing is corrected"),
    ],
)
def test_a_review_that_cannot_be_is_one_clear_line_and_not_kept(served, given, error):
    status, told = served.post("/reviews", {"claim": raid(served).claims[0], "by": "ada", **given})
    assert status == 400 and error in told["error"] and "\n" not in told["error"]
    assert held(served, reviewed) == {}


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"kind": "lock", "names": ["i_1234"]}, "nobody judges: give your name"),
        ({"kind": "believe", "names": [], "by": "ada"}, "no such judgement"),
        ({"kind": "lock", "names": "i_1234", "by": "ada"}, "no such judgement"),
        ([], "no JSON object"),
        (b"{", "not JSON"),
    ],
)
def test_a_judgement_that_says_too_little_is_one_clear_line(served, given, error):
    status, told = served.post("/judgements", given)
    assert status == 400 and told["error"].startswith(error) and "\n" not in told["error"]
    assert held(served, judgements) == []


def test_an_incident_that_is_not_there_is_told(served):
    status, told = served.post("/judgements", {"kind": "lock", "names": ["i_0000"], "by": "ada"})
    assert status == 409 and told["error"].startswith("no such incident or claim: i_0000")


def test_a_pasted_report_is_coded_kept_and_linked(served):
    given = {"text": TEXT, "outlet": "Courier", "published": "2020-05-06", "name": "", "title": " "}
    status, told = served.post("/reports", given)
    assert (status, told["claims"]) == (200, 2)
    report = told["report"]

    def kept(ledger, sql):
        return ledger.ask(sql, [report])

    ((outlet, published),) = held(
        served, partial(kept, sql="SELECT outlet, published FROM documents WHERE id = ?")
    )
    assert (outlet, published.isoformat()) == ("Courier", "2020-05-06")
    members = {claim for incident in held(served, incidents) for claim in incident.claims}
    new = held(served, partial(kept, sql="SELECT id FROM current WHERE document = ?"))
    assert new and {claim for (claim,) in new} <= members


def test_a_report_pasted_twice_is_one_report(served):
    first, again = (served.post("/reports", {"text": TEXT})[1] for _ in range(2))
    assert first == again
    assert len(held(served, documents)) == 3


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"text": " \n"}, "an empty report: paste its text"),
        ({}, "an empty report: paste its text"),
        ({"text": TEXT, "published": "6 May"}, "not a date: 6 May; write it as 2017-06-13"),
        ({"text": "a " * 300_000}, "a report of 599,999 characters: paste 400,000 or fewer"),
    ],
)
def test_a_report_that_cannot_be_kept_is_one_clear_line(served, given, error):
    assert served.post("/reports", given) == (400, {"error": error})
    assert held(served, documents) == ["news", "radio"]


def test_no_request_is_read_without_end(served):
    status, told = served.post("/reports", b" " * 4_000_001)
    assert (status, told["error"]) == (413, "more than 4,000,000 bytes: send less")


def test_the_state_changes_with_what_is_added(served):
    before = served.get("/state")[1]
    assert served.get("/state")[1] == before
    served.post("/reports", {"text": TEXT})
    assert served.get("/state")[1] != before


def test_what_another_command_writes_is_shown_once_it_is_done(served):
    served.get("/")
    with Ledger(served.ledger) as opened:
        opened.start(Fingerprint(coder="2", settings="s", lexicon="x"))
    assert served.get("/")[0] == 200
    other = subprocess.Popen([sys.executable, "-c", OTHER, served.ledger], stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout.readline() == "held\n"
        status, text = served.get("/")
        assert status == 409 and str(served.ledger) in text and "again in a moment" in text
    finally:
        other.kill()
        other.wait()
        other.stdout.close()
    assert served.get("/")[0] == 200


def test_a_file_that_is_no_ledger_is_told_at_once(tmp_path):
    with pytest.raises(LedgerError, match="nowhere"):
        Desk(tmp_path / "nowhere.db", title="War", token="t")


def test_the_command_says_where_it_is_and_stops_when_told(ledger_path):
    command = [sys.executable, "-m", "dateline", "serve", "--ledger", ledger_path, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        base = running.stdout.readline().strip()
        assert base.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(base) as page:
            assert "data-desk" in page.read().decode()
        port = base.rstrip("/").rpartition(":")[2]
        taken = subprocess.run([*command[:-1], port], capture_output=True, text=True, check=False)
        assert taken.returncode == 2
        assert taken.stderr.startswith(f"dateline: cannot serve: port {port}: ") and "--port" in taken.stderr
        running.send_signal(signal.SIGINT)
        assert running.wait() == 130
        assert "Traceback" not in running.stderr.read()
