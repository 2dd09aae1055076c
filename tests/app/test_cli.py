"""Commands as a user types them: what is printed where, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import runpy
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from builders import TEXT, capture, kill, report

from dateline import __version__
from dateline.app import coding, places
from dateline.errors import GazetteerError
from dateline.ledger import Fingerprint
from dateline.lexicon.gazetteer.added import Added
from dateline.pipeline import run as pipeline
from dateline.pipeline.coder import Coded


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    (made / "marr.txt").write_text(TEXT, "utf-8")
    (made / "silence.txt").write_text("Nobody spoke that day.", "utf-8")
    return made


@pytest.fixture
def ledger(folder, ledger_path, dateline):
    assert dateline("code", folder, "--ledger", ledger_path, "--format", "none") == (0, "", "")
    return ledger_path


@pytest.mark.parametrize(("given", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_numpy_finds_one_thread_allowed_unless_the_user_says_otherwise(given, threads):
    # numpy reads the environment once, when it is loaded: by then it has to be set.
    command = (
        "import os, sys; from dateline.app import cli; assert 'numpy' not in sys.modules;"
        " cli.run = lambda _: print(os.environ['OPENBLAS_NUM_THREADS']); cli.main()"
    )
    others = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told = subprocess.run([sys.executable, "-c", command], env=others | given, capture_output=True, text=True)
    assert (told.stdout.strip(), told.stderr) == (threads, "")


def test_loose_files_go_by_name(dateline, folder):
    result, out, err = dateline("code", folder, "--format", "jsonl", "--published", "2017-06-09")
    lines = [json.loads(line) for line in out.splitlines()]
    assert (result, err) == (0, "")
    assert [line["document"] for line in lines] == ["marr", "marr", "marr", "silence"]
    assert lines[0]["published"] == "2017-06-09"
    assert [line.get("action") for line in lines] == [None, "capture", "kill", None]


def test_with_a_ledger_they_go_by_sha256_and_twice_prints_the_same(dateline, folder, ledger_path):
    first = dateline("code", folder, "--ledger", ledger_path, "--format", "jsonl")
    assert first == dateline("code", folder, "--ledger", ledger_path, "--format", "jsonl")
    assert json.loads(first[1].splitlines()[1])["document"] == report().id
    _, runs, _ = dateline("runs", "--ledger", ledger_path, "--format", "jsonl")
    assert {key: json.loads(runs)[key] for key in ("run", "documents", "claims", "failures")} == {
        "run": 1,
        "documents": 2,
        "claims": 2,
        "failures": 0,
    }


def test_the_ledger_exports_what_code_printed(dateline, folder, ledger_path):
    _, coded, _ = dateline("code", folder, "--ledger", ledger_path, "--format", "jsonl")
    assert dateline("claims", "--ledger", ledger_path, "--format", "jsonl")[1] == coded


def test_one_bad_input_is_one_line_and_the_rest_is_done(dateline, folder, ledger_path):
    (folder / "a.txt").write_bytes(b"")
    result, out, err = dateline("code", folder, "--ledger", ledger_path, "--format", "csv")
    assert result == 1
    assert err.startswith("dateline: ") and err.count("\n") == 1 and "a.txt" in err and "; " in err
    assert [row["action"] for row in csv.DictReader(io.StringIO(out))] == ["capture", "kill"]
    _, failures, _ = dateline("runs", "--ledger", ledger_path, "--failures", "--format", "jsonl")
    assert json.loads(failures)["input"].endswith("a.txt")


def test_a_table_for_people(dateline, folder):
    _, out, _ = dateline("code", folder)
    assert "marr" in out and "2 claims" in out and "silence" in out and "0 claims" in out
    assert "near Tall ‘Ūrun" in out and "12 settlements" in out and "Colonel Ode Marr" in out


def test_hostile_text_cannot_reach_the_terminal(dateline, tmp_path, monkeypatch):
    evil = tmp_path / "evil.txt"
    evil.write_text(TEXT + "\n\x1b]0;owned\x07 \x9b2J", "utf-8")
    monkeypatch.setattr(
        pipeline, "code", lambda d: Coded(document=d, claims=(capture(d, trigger="\x1b[31mtook"),))
    )
    for command in (("show", evil, "--why"), ("code", evil), ("code", evil, "--format", "csv")):
        out = dateline(*command)[1]
        assert not {"\x1b", "\x07", "\x9b"} & set(out)
    out = dateline("code", evil, "--format", "jsonl")[1]
    assert "\x1b" not in out and json.loads(out.splitlines()[1])["trigger"] == "\x1b[31mtook"


def test_brackets_in_text_are_no_markup(dateline, tmp_path):
    path = tmp_path / "b.txt"
    path.write_text("[bold]He said[/nothing] so.", "utf-8")
    assert "[bold]He said[/nothing] so." in dateline("show", path)[1]


def test_show_puts_claims_under_their_paragraph_and_why_names_rules(dateline, ledger):
    result, out, err = dateline("show", "--ledger", ledger, "marr", "--why")
    assert (result, err) == (0, "")
    assert out.index("took twelve") < out.index("▸ capture (occurred)") < out.index("No one else")
    assert "“took” by capture.take" in out and "geonames:1, score 0.90 by folded" in out
    assert "status: past tense" in out
    speaker = "named_official, with “said” = XAA:military, side XAA:military by said.that"
    assert f"source: “Colonel Ode Marr” {speaker}" in out
    assert "rule" not in dateline("show", "--ledger", ledger, "marr")[1]


def test_show_tells_of_a_date_that_the_text_contradicts_and_of_notes(dateline, tmp_path):
    (tmp_path / "a.csv").write_text(
        "name,text,published\n"
        'one,"MARR, June 13, 2017 - Nobody spoke.",2017-06-06\n'
        'two,"MARR, June 13, 2017 - Nobody spoke.",2017-06-13\n'
        "three,Nobody spoke.,6/7/2017\n",
        "utf-8",
    )
    out = dateline("show", tmp_path / "a.csv")[1]
    assert "one  2017-06-06  the text says 2017-06-13\n" in out
    assert out.count("the text says") == 1
    assert "note: published: " in out.partition("three")[2]


def test_claims_to_a_file(dateline, ledger, tmp_path):
    path = tmp_path / "out.csv"
    assert dateline("claims", "--ledger", ledger, "--action", "kill", "--format", "csv", "-o", path)[0] == 0
    assert len(path.read_text().splitlines()) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.csv", "reports", "war.db"]


@pytest.mark.parametrize("command", [("claims", "--format", "csv"), ("report",)])
def test_a_device_is_not_replaced_by_a_file(dateline, ledger, tmp_path, command):
    os.mkfifo(tmp_path / "pipe")
    result, _, err = dateline(*command, "--ledger", ledger, "-o", tmp_path / "pipe")
    assert result == 2 and err.startswith("dateline: cannot write: ") and "not a file" in err
    assert (tmp_path / "pipe").is_fifo()


def test_diff_of_two_runs(dateline, folder, ledger, monkeypatch):
    monkeypatch.setattr(coding, "fingerprint", lambda: Fingerprint(coder="2", settings="s", lexicon="x"))
    monkeypatch.setattr(pipeline, "code", lambda d: Coded(document=d, claims=(kill(d, status="possible"),)))
    dateline("code", folder / "marr.txt", "--ledger", ledger, "--format", "none")
    _, out, _ = dateline("diff", 1, 2, "--ledger", ledger)
    assert "status: occurred → possible" in out
    assert out.endswith("0 added, 1 removed, 1 changed\n")
    changes = [
        json.loads(x) for x in dateline("diff", 1, 2, "--ledger", ledger, "--format", "jsonl")[1].splitlines()
    ]
    assert changes[1]["fields"] == {"status": {"before": "occurred", "after": "possible"}}


def test_diff_shows_a_difference_that_a_brief_value_hides(dateline, folder, ledger, monkeypatch):
    monkeypatch.setattr(coding, "fingerprint", lambda: Fingerprint(coder="2", settings="s", lexicon="x"))
    (army,) = capture().agents
    renamed = (replace(army, name="Army of Kublai"),)
    monkeypatch.setattr(pipeline, "code", lambda d: Coded(document=d, claims=(capture(d, agents=renamed),)))
    dateline("code", folder / "marr.txt", "--ledger", ledger, "--format", "none")
    _, out, _ = dateline("diff", 1, 2, "--ledger", ledger)
    assert "Army of Xanadu" in out and "Army of Kublai" in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--nothing"], 2, "no such option: --nothing"),
        (["cod"], 2, "no such command 'cod'"),
        (["code"], 2, "missing argument"),
        (["code", "x", "--format", "xml"], 2, "invalid value for '--format'"),
        (["code", "x", "--published", "June"], 2, "not a date: --published June; write it as 2017-06-13"),
        (["code", "x", "--column", "text"], 2, "not a column: --column text; write it as"),
        (
            ["code", "x", "--column", "date=date"],
            2,
            "no such column: --column date=date; OURS is one of",
        ),
        (["claims", "--ledger", "/nowhere/war.db"], 3, "no such ledger: /nowhere/war.db; make one with"),
        (["runs", "--ledger", "{ledger}", "--format", "xml"], 2, "invalid value for '--format'"),
        (["claims", "--ledger", "{ledger}", "--format", "xml"], 2, "no such format: xml; there are: "),
        (["claims", "--ledger", "{ledger}", "--action", "eat"], 2, "no such action: eat; one of clash, "),
        (
            ["claims", "--ledger", "{ledger}", "--status", "sure"],
            2,
            "no such status: sure; one of occurred, ",
        ),
        (["claims", "--ledger", "{ledger}", "--run", "9"], 3, "no such run: 9 in "),
        (["claims", "--ledger", "{ledger}", "--format", "csv", "-o", "/nowhere/x.csv"], 2, "cannot write: "),
        (["show", "--ledger", "{ledger}", "nobody"], 3, "no such document: nobody in "),
        (["show", "/nowhere.txt"], 1, ": /nowhere.txt; "),
        (["diff", "1", "5", "--ledger", "{ledger}"], 3, "no such run: 5 in "),
    ],
)
def test_errors_are_one_line_that_says_what_where_and_what_to_do(dateline, ledger, arguments, code, said):
    result, out, err = dateline(*(argument.format(ledger=ledger) for argument in arguments))
    assert (result, out) == (code, "")
    assert err.startswith("dateline: ") and said in err and "; " in err
    assert err.count("\n") == 1


def test_the_version_is_told(dateline):
    assert dateline("--version") == (0, f"dateline {__version__}\n", "")


def test_a_failure_of_the_coder_is_shown(dateline, folder, monkeypatch):
    def broken(document):
        raise ValueError("stub")

    monkeypatch.setattr(pipeline, "code", broken)
    result, _, err = dateline("show", folder / "marr.txt")
    assert (result, err) == (
        1,
        "dateline: could not be coded (ValueError: stub): marr; please report it with the text\n",
    )


def test_places_of_your_own_are_told_with_what_was_left_out(dateline, tmp_path, monkeypatch):
    given = {"good.csv": Added(2, 1)}

    def add(path):
        if path.name not in given:
            raise GazetteerError(f"cannot read: {path}: No such file or directory; name a file of places")
        return given[path.name]

    monkeypatch.setattr(places, "open_gazetteer", lambda: SimpleNamespace(add=add))
    result, out, err = dateline("gazetteer", "add", tmp_path / "absent.csv", tmp_path / "good.csv")
    assert (result, out) == (1, f"{tmp_path / 'good.csv'}: 2 places added\n")
    assert "absent.csv: No such file" in err and "1 record without a name and coordinates" in err


def test_places_are_taken_back_by_the_name_of_their_file(dateline, monkeypatch):
    def remove(name):
        if name != "villages":
            raise GazetteerError(f"no places were added from {name}; there are those of: villages")
        return 2

    monkeypatch.setattr(places, "open_gazetteer", lambda: SimpleNamespace(remove=remove))
    assert dateline("gazetteer", "remove", "villages")[:2] == (0, "villages: 2 places removed\n")
    result, _, err = dateline("gazetteer", "remove", "towns")
    assert result == 2 and "there are those of: villages" in err


def test_python_runs_the_package_as_the_command(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["dateline", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("dateline", run_name="__main__")
    assert ended.value.code == 0 and capsys.readouterr().out.strip()


@pytest.mark.parametrize("command", [(), ("judge",), ("gazetteer",)])
def test_without_a_command_the_help_is_shown_as_it_is(dateline, command):
    code, out, err = dateline(*command)
    assert (code, out) == (2, "")
    assert err.startswith("Usage: ") and "\nCommands:\n" in err


def test_a_folder_without_reports_is_told(dateline, tmp_path):
    code, out, err = dateline("code", tmp_path, "--ledger", tmp_path / "war.db")
    assert (code, out) == (0, "")
    assert err.startswith(f"dateline: note: no report in {tmp_path}; folders hold text")


def test_a_date_in_an_unknown_order_names_the_option(dateline, tmp_path):
    (tmp_path / "rows.csv").write_text("text,published\nNobody spoke.,3/4/2016\n")
    assert "--date-order" in dateline("code", tmp_path / "rows.csv")[2]


def test_a_table_is_not_written_to_a_file(dateline, ledger, tmp_path):
    code, _, err = dateline("claims", "--ledger", ledger, "-o", tmp_path / "claims.txt")
    assert code == 2 and "a table is for the screen" in err


def test_a_claim_is_corrected_by_importing_its_report_changed(dateline, folder, ledger, tmp_path):
    _, out, _ = dateline("claims", "--ledger", ledger, "--document", "marr", "--format", "jsonl")
    head, *lines = map(json.loads, out.splitlines())
    place = {
        "text": "Orun",
        "role": "at",
        "gazetteer": "x:1",
        "name": "Orun",
        "country": "KEN",
        "lat": 1.5,
        "lon": 37.0,
    }
    lines[0] |= {"status": "denied", "places": [place]}
    (tmp_path / "marr.jsonl").write_text("".join(json.dumps(line) + "\n" for line in (head, *lines)))
    assert dateline("import", tmp_path / "marr.jsonl", "--ledger", ledger)[0] == 0
    assert dateline("code", folder, "--ledger", ledger, "--format", "none")[0] == 0
    _, out, _ = dateline("claims", "--ledger", ledger, "--status", "denied", "--format", "jsonl")
    corrected = [line for line in map(json.loads, out.splitlines()) if "action" in line]
    assert [claim["id"] for claim in corrected] == [lines[0]["id"]]
    assert (corrected[0]["places"][0]["name"], corrected[0]["places"][0]["lat"]) == ("Orun", 1.5)
