"""`dateline review`: one decision, a sheet of them, and what the lists tell."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from reviewing import decide, recode, said, standing
from wars import war

from dateline.app.review_cells import changes
from dateline.ledger import Ledger
from dateline.ledger.reviews_write import Claims

PROCESS = Path(__file__).with_name("reviewing_process.py")
FIELDS = "agents targets places time quantities attribution means action status".split()


@pytest.fixture(scope="module")
def linked(empty_ledger, tmp_path_factory):
    """The ledger of the wars, made once."""
    return war(shutil.copy(empty_ledger, tmp_path_factory.mktemp("linked") / "war.db"))


@pytest.fixture
def path(linked, tmp_path):
    return shutil.copy(linked, tmp_path / "war.db")


def claims_of(path, **asked):
    with Ledger(path, read_only=True) as opened:
        return standing(opened, **asked)


def sheet(dateline, path, *options):
    """The rows of `claims --format csv`, by report and trigger."""
    _, out, _ = dateline("claims", "--ledger", path, "--format", "csv", *options)
    return {(row["name"], row["trigger"]): row for row in csv.DictReader(io.StringIO(out))}


def written(rows, file, delimiter=","):
    with file.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return file


def id_of(path, name, trigger):
    return claims_of(path, review="all")[name, trigger].id


def test_confirm_reject_correct_and_withdraw(dateline, path):
    killed, struck = id_of(path, "news", "killed"), id_of(path, "radio", "struck")
    who = ("--ledger", path, "--by", "ada")
    code, out, err = dateline(
        "review", "correct", killed, *who, "--set", "killed_low=7", "--set", "killed_high=9"
    )
    assert (code, err) == (0, "")
    assert out == f"corrected: 1 claim; `dateline link --ledger {path}` takes it into the incidents\n"
    dateline("review", "confirm", id_of(path, "news", "taken"), *who, "--note", "read it")
    dateline("review", "reject", struck, *who)
    found = claims_of(path)
    assert [(f.low, f.high) for f in found["news", "killed"].quantities] == [(7, 9)]
    assert found["news", "taken"].review.note == "read it"
    assert ("radio", "struck") not in found
    dateline("review", "withdraw", struck, killed[:8], *who)
    assert {c.review.verdict for c in claims_of(path).values() if c.review} == {"confirmed"}


def test_rejecting_a_claim_takes_its_toll_from_the_incident_and_from_acleds_row(dateline, path):
    def killed():
        row = next(csv.DictReader(io.StringIO(dateline("incidents", "--ledger", path, "--format", "csv")[1])))
        return row["killed low"], row["killed high"]

    assert killed() == ("4", "19")
    dateline("review", "reject", id_of(path, "radio", "killed"), "--ledger", path, "--by", "ada")
    _, _, err = dateline("incidents", "--ledger", path)
    assert err == f"dateline: note: not linked yet: 1 review; run `dateline link --ledger {path}`\n"
    dateline("link", "--ledger", path)
    assert killed() == ("4", "4")
    _, out, _ = dateline("incidents", "--ledger", path, "--format", "ucdp")
    row = next(csv.DictReader(io.StringIO(out)))
    assert (row["best"], row["high"]) == ("4", "4")


def test_notes_of_rows_and_lines_of_claims_show_what_was_reviewed(dateline, path):
    who = ("--ledger", path, "--by", "ada")
    dateline("review", "correct", id_of(path, "news", "killed"), *who, "--set", "action=attack")
    dateline("review", "confirm", id_of(path, "radio", "killed"), *who)
    dateline("link", "--ledger", path)
    _, out, _ = dateline("incidents", "--ledger", path, "--format", "ucdp")
    notes = [row["dateline_notes"] for row in csv.DictReader(io.StringIO(out))]
    assert any(re.search(r"\[\d of \d claims? reviewed: .*by ada\]$", note) for note in notes)
    row = sheet(dateline, path)["news", "killed"]
    assert (row["review"], row["review_by"], row["review_machine"]) == ("corrected", "ada", "action=kill")
    assert sheet(dateline, path)["news", "struck"]["review"] == ""
    _, out, _ = dateline("claims", "--ledger", path, "--format", "jsonl")
    told = {
        made["trigger"] + made["action"]: made for made in map(json.loads, out.splitlines()) if "id" in made
    }
    assert told["killedattack"]["review"]["machine"]["action"] == "kill"
    assert told["killedkill"]["review"]["verdict"] == "confirmed"
    assert "review" not in told["takencapture"]
    assert "corrected by ada" in dateline("claims", "--ledger", path)[1]
    assert "corrected by ada" in dateline("show", "--ledger", path, "news")[1]


def test_a_sheet_with_bad_lines_keeps_the_others_and_tells_each(dateline, path, tmp_path):
    rows = sheet(dateline, path)
    keys = [
        ("news", "struck"),
        ("news", "killed"),
        ("news", "taken"),
        ("radio", "struck"),
        ("radio", "killed"),
    ]
    struck, killed, taken, strike, dead = (rows[key] for key in keys)
    struck.update(review="confirmed", review_note="two\nlines")
    killed.update(review="maybe")
    taken.update(review="corrected", time_start="yesterday")
    strike.update(review="corrected", action="shelling", id="c_nobody")
    dead.update(review="Rejected", review_by="bo")
    twice = {**struck, "review": "rejected"}
    file = written(
        [struck, killed, taken, strike, dead, twice, rows["radio", "holds"]], tmp_path / "sheet.csv"
    )
    code, out, err = dateline("review", "import", file, "--ledger", path, "--by", "ada")
    assert code == 1
    assert out == f"{file}: 2 reviews (1 confirmed, 1 rejected)\n"
    assert err.splitlines() == [
        f"dateline: {reason}: {file} (line {line}); correct the line and import the file again"
        for line, reason in [
            (4, "no such verdict: maybe; one of confirmed, corrected, rejected, withdrawn"),
            (5, "`time_start` is no date: yesterday; write it as 2017-06-13"),
            (6, f"no such claim: c_nobody in {path}"),
            (8, f"a line before it reviews {struck['id']} too"),
        ]
    ]
    found = claims_of(path, review="all")
    assert {k: (c.review.verdict, c.review.who) for k, c in found.items() if c.review} == {
        ("news", "struck"): ("confirmed", "ada"),
        ("radio", "killed"): ("rejected", "bo"),
    }


def test_of_a_corrected_row_every_changed_cell_counts_and_no_other(dateline, path, tmp_path):
    row = sheet(dateline, path)["news", "killed"]
    row.update(
        review="corrected", review_by="ada", killed_low="6", killed_high="8", target_ids="SYR:civilians"
    )
    # As a spreadsheet gives days and numbers back.
    row.update(time_start="03/05/2020", time_end="3.5.2020", cameo="57", lat="")
    code, _, err = dateline("review", "import", written([row], tmp_path / "s.csv", ";"), "--ledger", path)
    assert (code, err) == (0, "")
    before, after = claims_of(path, run=1)["news", "killed"], claims_of(path)["news", "killed"]
    changed = {field for field in FIELDS if getattr(before, field) != getattr(after, field)}
    assert changed == {"quantities", "targets"}
    (figure,) = after.quantities
    assert (figure.low, figure.high, figure.text) == (6, 8, "4")
    assert (after.targets[0].actor, after.targets[0].kind) == ("SYR:civilians", "civilians")


def test_the_same_sheet_twice_adds_nothing(dateline, path, tmp_path):
    rows = sheet(dateline, path)
    rows["news", "struck"]["review"] = "confirmed"
    rows["news", "killed"].update(review="corrected", killed_low="6", killed_high="6")
    file = written(list(rows.values()), tmp_path / "sheet.csv")
    call = ("review", "import", file, "--ledger", path, "--by", "ada")
    assert dateline(*call)[1] == f"{file}: 2 reviews (1 confirmed, 1 corrected)\n"
    assert dateline(*call)[1] == f"{file}: 0 reviews; 2 were there already\n"
    again = written(list(sheet(dateline, path).values()), tmp_path / "again.csv")
    assert (
        dateline("review", "import", again, "--ledger", path)[1]
        == f"{again}: 0 reviews; 2 were there already\n"
    )


def test_a_row_written_before_another_reviewed_its_claim_is_told_and_undoes_nothing(dateline, path, tmp_path):
    row = sheet(dateline, path)["news", "killed"]
    killed = id_of(path, "news", "killed")
    values = ("--set", "killed_low=7", "--set", "killed_high=7")
    dateline("review", "correct", killed, "--ledger", path, "--by", "bo", *values)
    row.update(review="confirmed", review_by="ada")
    file = written([row], tmp_path / "s.csv")
    code, _, err = dateline("review", "import", file, "--ledger", path)
    assert code == 1 and f"{killed} was corrected by bo since; take its row from a new sheet" in err
    assert claims_of(path)["news", "killed"].quantities[0].low == 7
    row = sheet(dateline, path)["news", "killed"]
    row["review"] = "confirmed"
    dateline("review", "import", written([row], file), "--ledger", path, "--by", "ada")
    found = claims_of(path)["news", "killed"]
    assert (found.review.verdict, found.review.who, found.quantities[0].low) == ("confirmed", "ada", 7)
    dateline("review", "withdraw", killed, "--ledger", path, "--by", "bo")
    code, _, err = dateline("review", "import", file, "--ledger", path)
    assert code == 1 and "replaced or withdrawn since" in err


def test_a_place_given_by_its_entry_is_no_other_place_when_the_sheet_is_taken_again(dateline, path, tmp_path):
    row = sheet(dateline, path)["news", "killed"]
    row.update(review="corrected", review_by="ada", gazetteer="geonames:163808")
    call = ("review", "import", written([row], tmp_path / "s.csv"), "--ledger", path)
    for told in ("1 review (1 corrected)", "0 reviews; 1 was there already"):
        assert told in dateline(*call)[1]
        assert claims_of(path)["news", "killed"].places[0].name == "Tadmur"


def test_a_new_decision_on_a_reviewed_row_is_of_who_imports_it(dateline, path, tmp_path):
    dateline("review", "confirm", id_of(path, "news", "struck"), "--ledger", path, "--by", "bo")
    row = sheet(dateline, path)["news", "struck"]
    row["review"] = "rejected"
    dateline("review", "import", written([row], tmp_path / "s.csv"), "--ledger", path, "--by", "ada")
    assert claims_of(path, review="rejected")["news", "struck"].review.who == "ada"


BAD_CELLS = [
    ({"review": "confirmed", "action": "shelling"}, "confirmed, yet with other values (action)"),
    ({"trigger": "killing"}, "`trigger` cannot be corrected; the row is of other words"),
    ({"quantities": "killed 6"}, "`quantities` cannot be corrected; give `killed_low`"),
    ({"killed_low": "six"}, "`killed_low` is no number: six"),
    ({"killed_low": "9"}, "`killed_low` and `killed_high` are no range: 9 to 4"),
    ({"agent_ids": "the army"}, "no such body: the army"),
    ({"agents": "army", "agent_ids": "SYR:military | IRQ:military"}, "give as many of each"),
    ({"gazetteer": "geonames:0"}, "no such place: geonames:0"),
    ({"status": "sure"}, "no such status: sure"),
    ({"time_end": "2020-05-01"}, "ends before it begins"),
    ({"source_kind": "rumour"}, "no such kind of source"),
    ({"lat": "95"}, "lat is no number that can be"),
    ({"review": "confirmed", "review_by": ""}, "nobody's name"),
    ({}, "nothing is corrected"),
]


@pytest.mark.parametrize(("cells", "reason"), BAD_CELLS)
def test_a_row_that_cannot_be_taken_says_why(dateline, path, tmp_path, cells, reason):
    row = sheet(dateline, path)["news", "killed"]
    row.update({"review": "corrected", "review_by": "ada", **cells})
    code, out, err = dateline("review", "import", written([row], tmp_path / "s.csv"), "--ledger", path)
    assert code == 1 and reason in err and "(line 2)" in err
    assert out.endswith(": 0 reviews\n")


CORRECTIONS = [
    ({"means": "artillery | drone"}, lambda c: c.means, ("artillery", "drone")),
    ({"agents": "", "agent_ids": ""}, lambda c: c.agents, ()),
    ({"agent_ids": "ISIS"}, lambda c: [(p.actor, p.text) for p in c.agents],
     [("group:islamic_state", "military")]),
    ({"agent_ids": "SYR:military | RUS:military"}, lambda c: [p.kind for p in c.agents],
     ["state_forces"] * 2),
    ({"gazetteer": "geonames:163808"}, lambda c: [(p.name, p.country, p.precision) for p in c.places],
     [("Tadmur", "SYR", 1)]),
    ({"lat": "34.5", "lon": "38.25"}, lambda c: (c.places[0].lat, c.places[0].lon), (34.5, 38.25)),
    ({"place": ""}, lambda c: c.places, ()),
    ({"place": "the market", "place_role": "near"}, lambda c: [(p.text, p.role) for p in c.places],
     [("the market", "near")]),
    ({"time_start": "2020-05-01", "time_end": "2020-05-31"}, lambda c: c.time.precision, "month"),
    ({"time_start": "2020-05-02"}, lambda c: c.time.end, dt.date(2020, 5, 2)),
    ({"time_start": "", "time_end": "", "time_precision": ""}, lambda c: c.time, None),
    ({"killed_low": "", "killed_high": ""}, lambda c: c.quantities, ()),
    ({"killed_high": ""}, lambda c: [(f.low, f.high) for f in c.quantities], [(4, None)]),
    ({"wounded_low": "2", "wounded_high": "3"}, lambda c: [f.measure for f in c.quantities],
     ["killed", "wounded"]),
    ({"source_kind": "own_voice"}, lambda c: c.attribution, ()),
    ({"source": "residents", "source_kind": "witness"}, lambda c: [(s.text, s.actor) for s in c.attribution],
     [("residents", None)]),
    ({"source_side": ""}, lambda c: [(s.text, s.side) for s in c.attribution], [("Marr", None)]),
    ({"places": [{"text": "Orun"}, {"text": "Marr", "role": "near"}]}, lambda c: [p.role for p in c.places],
     ["at", "near"]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "part", "value"), CORRECTIONS, ids=[",".join(x) for x, *_ in CORRECTIONS])
def test_a_cell_becomes_the_part_of_the_claim_that_it_is_of(path, given, part, value):
    with Ledger(path) as opened:
        claim = said(opened, "news", "killed")
        decide(opened, claim, "corrected", changes=changes(Claims(opened).named(claim.id), given))
        corrected = standing(opened)["news", "killed"]
        assert part(corrected) == value
        # What was written is what the next sheet shows: given back it changes nothing.
        assert changes(Claims(opened).named(claim.id), given) == {}


def test_json_lines_of_claims_are_a_sheet_too(dateline, path, tmp_path):
    _, out, _ = dateline("claims", "--ledger", path, "--format", "jsonl")
    made = [json.loads(line) for line in out.splitlines()]
    for claim in made:
        if claim.get("trigger") == "killed":
            claim["quantities"][0].update(low=5, high=5)
            claim.update(review="corrected", review_by="ada")
    file = tmp_path / "s.jsonl"
    file.write_text("\n".join(map(json.dumps, made)) + "\n{not json\n[1]\n")
    code, out, err = dateline("review", "import", file, "--ledger", path)
    assert code == 1 and out == f"{file}: 2 reviews (2 corrected)\n"
    assert f"{file} (line {len(made) + 1})" in err and "not a JSON object" in err
    assert claims_of(path)["radio", "killed"].quantities[0].low == 5


def test_a_row_with_a_stray_quote_costs_no_other_row(dateline, path, tmp_path):
    ids = [id_of(path, "news", trigger) for trigger in ("struck", "killed", "taken")]
    file = tmp_path / "s.csv"
    file.write_text(
        f'id,review,review_note\n{ids[0]},confirmed,\n{ids[1]},confirmed,"open\n{ids[2]},rejected,\n'
    )
    code, out, err = dateline("review", "import", file, "--ledger", path, "--by", "ada")
    assert code == 1 and "not CSV" in err and "(line 3)" in err
    assert out == f"{file}: 2 reviews (1 confirmed, 1 rejected)\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"id,verdict\n", "no column `review`"), (b"", "no column `id`"), (b"id,review\n\xff,x\n", "not UTF-8")],
)
def test_a_file_that_is_no_sheet_is_one_line(dateline, path, tmp_path, content, reason):
    file = tmp_path / "s.csv"
    file.write_bytes(content)
    code, _, err = dateline("review", "import", file, "--ledger", path, "--by", "ada")
    assert code == 2 and reason in err and err.count("\n") == 1


def test_the_list_tells_what_was_corrected_and_what_the_coder_says_since(dateline, path):
    with Ledger(path) as opened:
        decide(opened, said(opened, "news", "killed"), "corrected", changes={"action": "attack"})
        decide(opened, said(opened, "news", "struck"), "confirmed")
        recode(opened, lambda claim: [] if claim.trigger == "struck" else [claim])
    _, out, _ = dateline("review", "list", "--ledger", path, "--format", "csv")
    killed, struck = csv.DictReader(io.StringIO(out))
    assert (killed["corrected"], killed["the coder since"]) == ("action: kill → attack", "")
    assert (struck["review"], struck["by"], struck["the coder since"]) == (
        "confirmed",
        "ada",
        "no claim there",
    )
    _, out, _ = dateline("review", "list", "--ledger", path, "--unsettled", "--format", "jsonl")
    (made,) = map(json.loads, out.splitlines())
    assert (made["claim"], made["review"]["since"], made["settled"]) == (struck["claim"], "gone", False)
    assert "no claim there" in dateline("review", "list", "--ledger", path)[1]


def test_what_awaits_review_is_a_sheet_to_fill_in(dateline, path, tmp_path):
    dateline("review", "confirm", id_of(path, "news", "struck"), "--ledger", path, "--by", "ada")
    _, out, _ = dateline("review", "next", "--ledger", path, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 5 and {row["review"] for row in rows} == {""}
    for row in rows:
        row["review"] = "confirmed"
    dateline("review", "import", written(rows, tmp_path / "s.csv"), "--ledger", path, "--by", "ada")
    assert dateline("review", "next", "--ledger", path) == (0, "", "dateline: no claim awaits review\n")


def test_a_wrong_name_or_value_is_one_line_and_nothing_is_kept(dateline, path):
    struck = id_of(path, "news", "struck")
    who = ("--ledger", path, "--by", "ada")
    assert dateline("review", "confirm", struck, "c_nobody", *who)[0] == 3
    for pair in ("action=conquer", "colour=red", "quantities=[", "action"):
        code, _, err = dateline("review", "correct", struck, *who, "--set", pair)
        assert code == 2 and err.count("\n") == 1 and pair.partition("=")[2] in err
    assert claims_of(path, review="none").keys() == claims_of(path).keys()


def test_run_and_review_do_not_go_together(dateline, path):
    code, _, err = dateline("claims", "--ledger", path, "--run", 1, "--review", "all")
    assert code == 2 and "leave --review out" in err


@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_killed_while_it_writes_an_import_leaves_the_ledger_as_it_was_and_can_be_run_again(
    path, tmp_path, rows
):
    ids = [claim.id for claim in claims_of(path).values()]
    file = tmp_path / "s.csv"
    file.write_text("id,review\n" + "".join(f"{id},confirmed\n" for id in ids))
    command = [sys.executable, PROCESS, "review", "import", file, "--ledger", path, "--by", "ada"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert all(process.stdout.readline() for _ in range(rows))
        process.send_signal(signal.SIGKILL)
    assert [claim.review for claim in claims_of(path).values()] == [None] * len(ids)
    subprocess.run(command, check=True, capture_output=True)
    assert all(claim.review.verdict == "confirmed" for claim in claims_of(path).values())
    with Ledger(path, read_only=True) as opened:
        assert opened.ask("SELECT count(*) FROM reviews") == [(len(ids),)]
