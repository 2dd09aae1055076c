"""Every input that cannot be read is one line on stderr and one row in the ledger; the rest is coded."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from builders import TEXT


def empty(path):
    path.write_bytes(b"")


def blank(path):
    path.write_text(" \n\n \t\n")


def program(path):
    path.write_bytes(b"\x7fELF" + bytes(range(256)) * 20)


def picture(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))


def one_long_line(path):
    path.write_text("shelled the town " * 3_000_000)


def mostly_invalid(path):
    path.write_bytes(bytes([0x80, 0x81, 0xFE, 0xFF]) * 400)


def dangling(path):
    path.symlink_to(path.with_name("nowhere"))


def without_article(path):
    path.write_text("<!doctype html><html><head><title>x</title></head><body><nav></nav></body></html>")


def without_column(path):
    path.write_text("headline,body\nA,B\n")


def without_rights(path):
    path.write_text("Nobody may read this.")
    path.chmod(0)


CASES = [
    (empty, "a.txt"),
    (blank, "a.txt"),
    (program, "a.txt"),
    (picture, "a.txt"),
    (one_long_line, "a.txt"),
    (mostly_invalid, "a.txt"),
    (dangling, "a.txt"),
    (without_article, "a.html"),
    (without_column, "a.csv"),
    pytest.param(
        without_rights, "a.txt", marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
    ),
]


@pytest.mark.parametrize(("make", "name"), CASES)
def test_one_line_one_row_and_the_rest_is_done(make, name, tmp_path, ledger_path, dateline):
    folder = tmp_path / "in"
    folder.mkdir()
    make(folder / name)
    (folder / "z.txt").write_text(TEXT, "utf-8")
    result, out, err = dateline("code", folder, "--ledger", ledger_path, "--format", "jsonl")
    assert result == 1
    assert err.startswith("dateline: ") and name in err and "; " in err
    assert err.count("\n") == 1
    assert [json.loads(line).get("name") for line in out.splitlines()] == ["z", None, None]
    failures = dateline("runs", "--ledger", ledger_path, "--failures", "--format", "jsonl")[1]
    assert failures.count("\n") == 1 and name in failures


def test_a_broken_row_does_not_cost_the_others(tmp_path, dateline):
    path = tmp_path / "rows.jsonl"
    rows = [json.dumps({"name": "one", "text": TEXT}), "{not json", json.dumps({"id": 3, "text": "Quiet."})]
    path.write_text("\n".join(rows))
    result, out, err = dateline("code", path, "--format", "jsonl")
    assert result == 1
    assert "line 2" in err and err.count("\n") == 1
    assert [json.loads(line)["name"] for line in out.splitlines() if "sha256" in line] == ["one", "3"]


def test_rules_of_ones_own_that_are_not_there_are_one_line(tmp_path):
    text = tmp_path / "report.txt"
    text.write_text("The army took Orun.", "utf-8")
    named = {**os.environ, "DATELINE_LEXICON": str(tmp_path / "none.yaml")}
    asked = [sys.executable, "-m", "dateline", "code", str(text)]
    done = subprocess.run(asked, capture_output=True, text=True, env=named, check=False)
    assert done.returncode == 4 and done.stderr.startswith("dateline: ")
    assert "none.yaml: cannot be read" in done.stderr and len(done.stderr.splitlines()) == 1
