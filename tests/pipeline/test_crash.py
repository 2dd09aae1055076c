"""Killed at any moment and started again, a coding goes on where it was and loses nothing."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.ledger import Ledger
from dateline.ledger.query import entries

PROCESS = Path(__file__).with_name("coding_process.py")
DOCUMENTS = 12


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    for number in range(DOCUMENTS):
        text = f"Fighters attacked post {number}.\n" + "Nothing more was said of it. " * 350
        (folder / f"report-{number:02}.txt").write_text(text, "utf-8")
    return folder


def command(reports, ledger, *more):
    return [
        sys.executable,
        str(PROCESS),
        "code",
        str(reports),
        "--ledger",
        str(ledger),
        "--format",
        "jsonl",
        *more,
    ]


def held(ledger):
    """Names of the documents in the ledger, and the claims of each."""
    with Ledger(ledger, read_only=True) as opened:
        return [(document.name, len(claims)) for document, claims in entries(opened)]


EVERYTHING = [(f"report-{number:02}", 1) for number in range(DOCUMENTS)]


def test_killed_twice_every_document_is_there_once(reports, tmp_path):
    ledger = tmp_path / "war.db"
    for lines in (1, 7):
        with subprocess.Popen(
            command(reports, ledger), stdout=subprocess.PIPE, text=True, env={"PAUSE": "0.003"}
        ) as process:
            shown = [process.stdout.readline() for _ in range(lines)]
            process.send_signal(signal.SIGKILL)
        names = [name for name, _ in held(ledger)]
        # What was printed was on disk before; nothing is there twice.
        assert len(names) >= sum('"sha256"' in line for line in shown)
        assert names == [name for name, _ in EVERYTHING[: len(names)]]
    done = subprocess.run(command(reports, ledger), capture_output=True, text=True, check=True)
    assert held(ledger) == EVERYTHING
    assert done.stdout.count('"sha256"') == DOCUMENTS
    assert done.stderr == ""


def _small_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def test_a_full_disk_is_one_line_and_what_was_done_is_kept(reports, ledger_path):
    full = subprocess.run(
        command(reports, ledger_path), capture_output=True, text=True, preexec_fn=_small_files, check=False
    )
    assert full.returncode == 3
    assert full.stderr.startswith("dateline: no room on disk: ")
    assert full.stderr.count("\n") == 1
    kept = held(ledger_path)
    assert kept == EVERYTHING[: len(kept)]
    assert len(kept) == full.stdout.count('"sha256"')
    subprocess.run(command(reports, ledger_path), capture_output=True, check=True)
    assert held(ledger_path) == EVERYTHING


def test_stopped_by_hand_it_says_how_to_go_on(reports, ledger_path, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Attack one.")
    (folder / "b.txt").write_text("INTERRUPT two.")
    stopped = subprocess.run(command(folder, ledger_path), capture_output=True, text=True, check=False)
    assert stopped.returncode == 130
    assert stopped.stderr == (
        "dateline: stopped: what was finished is kept; run the same command again to go on\n"
    )
    assert held(ledger_path) == [("a", 1)]


def test_stopped_without_a_ledger_nothing_is_said_to_be_kept(tmp_path):
    (tmp_path / "b.txt").write_text("INTERRUPT two.")
    stopped = subprocess.run(
        [sys.executable, str(PROCESS), "code", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (stopped.returncode, stopped.stdout) == (130, "")
    assert (
        stopped.stderr == "dateline: stopped: nothing is kept without --ledger; run the same command again\n"
    )


@pytest.mark.parametrize("format", ["jsonl", "csv", "table"])
def test_a_reader_that_has_enough_is_no_trouble(reports, ledger_path, format):
    subprocess.run(command(reports, ledger_path), capture_output=True, check=True)
    asked = [sys.executable, str(PROCESS), "claims", "--ledger", str(ledger_path), "--format", format]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("format", ["jsonl", "csv", "table"])
def test_output_that_finds_no_room_is_one_line(reports, ledger_path, format):
    subprocess.run(command(reports, ledger_path), capture_output=True, check=True)
    asked = [sys.executable, str(PROCESS), "claims", "--ledger", str(ledger_path), "--format", format]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == (
        "dateline: cannot write: standard output: No space left on device; make room, or write elsewhere\n"
    )


def test_a_ledger_in_use_names_the_process(reports, ledger_path):
    with Ledger(ledger_path):
        refused = subprocess.run(command(reports, ledger_path), capture_output=True, text=True, check=False)
    assert refused.returncode == 3
    assert refused.stderr.startswith(f"dateline: ledger in use: {ledger_path} is open in process ")
    assert refused.stderr.count("\n") == 1
