"""Linking as a user types it: import, link, read, judge."""

from __future__ import annotations

import csv
import io
import json

import pytest

from dateline.app.sheets import shown_in_table

REPORTS = {
    "one": ("Orun News", 4),
    "two": ("Marr Radio", 19),
}


def claims(name, dead):
    """The lines of one report of a raid."""
    outlet = REPORTS[name][0]
    head = {"document": name, "name": name, "outlet": outlet, "published": "2020-05-04", "characters": 200}
    common = {
        "document": name,
        "status": "occurred",
        "sentence": 0,
        "agents": [{"text": "planes", "actor": "XAA:military"}],
        "places": [{"text": "Orun", "role": "at", "lat": 3.5, "lon": 37.2, "gazetteer": "geonames:1"}],
        "time": {"start": "2020-05-03", "end": "2020-05-03", "precision": "day"},
    }
    figure = {"measure": "killed", "low": dead, "high": dead, "text": f"{dead} people"}
    yield head
    yield {**common, "id": f"{name}-raid", "span": [7, 13], "trigger": "struck", "action": "airstrike"}
    yield {**common, "id": f"{name}-toll", "span": [40, 46], "trigger": "killed", "action": "kill",
           "quantities": [figure]}  # fmt: skip
    yield {**common, "id": f"{name}-took", "span": [60, 64], "trigger": "took", "action": "capture",
           "sentence": 3}  # fmt: skip


@pytest.fixture
def linked(dateline, tmp_path):
    path, ledger = tmp_path / "claims.jsonl", tmp_path / "war.db"
    made = [line for name, (_, dead) in REPORTS.items() for line in claims(name, dead)]
    path.write_text("".join(json.dumps(line) + "\n" for line in made), "utf-8")
    result, out, err = dateline("import", path, "--ledger", ledger)
    assert (result, err) == (0, "") and "6 claims of 2 reports" in out
    assert dateline("link", "--ledger", ledger)[0] == 0
    return ledger


@pytest.fixture
def ask(dateline, linked):
    """The JSON lines a command prints."""

    def call(*command):
        result, out, err = dateline(*command, "--ledger", linked, "--format", "jsonl")
        assert (result, err) == (0, "")
        return [json.loads(line) for line in out.splitlines()]

    return call


INCIDENT = (
    "id name claims action_group start end place lat lon precision sources origins sides figures "
    "grade reasons contradictions"
).split()


def test_incidents_have_the_keys_of_the_format(ask):
    found = ask("incidents")
    assert all(list(i) == INCIDENT for i in found)
    raid = next(i for i in found if "one-raid" in i["claims"])
    assert {"two-raid", "one-toll", "two-toll"} <= set(raid["claims"])
    assert [(f["measure"], f["low"], f["best"], f["high"]) for f in raid["figures"]] == [("killed", 4, 4, 19)]


def test_contradictions_have_the_keys_of_the_format(ask):
    (found,) = ask("contradictions", "--kind", "quantity")
    assert list(found) == ["id", "kind", "measure", "a", "b", "incident", "note"]
    assert {found["a"], found["b"]} == {"one-toll", "two-toll"}


def test_control_has_the_keys_of_the_format(ask):
    found = ask("control", "Orun")
    assert [list(x) for x in found] == [
        "place gazetteer holder from until according_to side claim reported doubt "
        "from_precision until_precision".split()
    ] * 2
    assert {x["according_to"] for x in found} == {"Orun News", "Marr Radio"}
    assert ask("control", "Nowhere") == []
    assert len(ask("control", "Aroun")) == len(found)
    assert ask("control", "--on", "2020-05-02") == []
    assert len(ask("control", "--on", "2020-05-05")) == 2


def test_control_as_geojson(dateline, linked):
    _, out, _ = dateline("control", "--ledger", linked, "--format", "geojson")
    made = json.loads(out)
    assert made["type"] == "FeatureCollection"
    assert made["features"][0]["geometry"] == {"type": "Point", "coordinates": [37.2, 3.5]}


def test_sources_are_counts(ask):
    found = {x["source"]: x for x in ask("sources")}
    assert found["Orun News"]["claims"] == 3 and found["Orun News"]["contradicted"]["of"] == 0


def test_the_dossier_names_every_voice_and_the_dispute(dateline, linked):
    result, out, err = dateline("incident", "one-raid", "--ledger", linked)
    assert (result, err) == (0, "")
    assert "2 outlets, 2 origins, of no known side" in out
    for said in ("Orun News", "Marr Radio", "killed 4 (4 to 19)", "quantity killed:", "struck", "grade "):
        assert said in out
    first = dateline("incident", "one-raid", "--ledger", linked, "--format", "jsonl")[1].splitlines()[0]
    assert list(json.loads(first))[: len(INCIDENT)] == INCIDENT


def test_incidents_as_csv_and_filtered(dateline, linked):
    def rows(*more):
        _, out, _ = dateline("incidents", "--ledger", linked, "--format", "csv", *more)
        return list(csv.DictReader(io.StringIO(out)))

    assert {r["place"] for r in rows()} == {"Orun"}
    assert rows("--place", "Ōrun", "--since", "2020-05-03") == rows()
    assert rows("--until", "2020-05-02") == []


@pytest.mark.parametrize("place", ["geonames:172955", "الرقة", "Raqqa"])
def test_a_place_is_found_by_any_of_its_names(dateline, tmp_path, place):
    path, ledger = tmp_path / "claims.jsonl", tmp_path / "named.db"
    where = {"text": "the city", "role": "at", "lat": 35.95, "lon": 39.0, "gazetteer": "geonames:172955",
             "name": "Ar Raqqah"}  # fmt: skip
    head, *made = claims("one", 4)
    lines = [head, *({**claim, "places": [where]} for claim in made)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    dateline("import", path, "--ledger", ledger)
    dateline("link", "--ledger", ledger)
    for command in (("incidents", "--place"), ("claims", "--place"), ("control",)):
        out = dateline(*command, place, "--ledger", ledger, "--format", "jsonl")[1]
        assert "Ar Raqqah" in out


def test_a_judgement_is_told_until_it_is_linked(dateline, linked, ask):
    result, out, _ = dateline("judge", "split", "two-raid", "two-toll", "--by", "ada", "--ledger", linked)
    assert result == 0 and "apart from" in out
    assert "not linked yet: 1 judgement;" in dateline("incidents", "--ledger", linked)[2]
    dateline("link", "--ledger", linked)
    assert not any({"one-raid", "two-raid"} <= set(i["claims"]) for i in ask("incidents"))
    several = [i["id"] for i in ask("incidents")]
    err = dateline("incident", "i_", "--ledger", linked)[2]
    assert f"{len(several)} incidents: i_ in" in err and all(id in err for id in several)
    assert "ada" in dateline("judge", "list", "--ledger", linked)[1]


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("incident", "nothing"), 3, "no such incident: nothing"),
        (("incidents", "--since", "May"), 2, "not a date: --since May"),
        (("control", "--on", "3"), 2, "not a date: --on 3"),
        (("judge", "lock", "nothing", "--by", "ada"), 3, "no such incident or claim"),
        (("judge", "merge", "one-raid", "--by", "ada"), 2, "nothing to merge"),
        (("judge", "lock", "i_", "--by", "ada"), 3, "too little of an id: i_"),
        (("contradictions", "--incident", "i_zz"), 3, "no such incident: i_zz"),
        (("import", "missing.jsonl"), 2, "cannot read: missing.jsonl"),
    ],
)
def test_every_error_is_one_line(dateline, linked, command, code, said):
    result, _, err = dateline(*command, "--ledger", linked)
    assert result == code and err.count("\n") == 1 and said in err and "; " in err


@pytest.mark.parametrize("more", [(), ("one-raid",), ("{incident}",)])
def test_one_incident_alone_is_not_merged(dateline, linked, ask, more):
    incident = next(i["id"] for i in ask("incidents") if "one-raid" in i["claims"])
    names = (incident, *(name.format(incident=incident) for name in more))
    result, _, err = dateline("judge", "merge", *names, "--by", "ada", "--ledger", linked)
    assert result == 2 and err.startswith("dateline: nothing to merge: ") and err.count("\n") == 1


def test_what_was_not_linked_says_how(dateline, ledger_path):
    for command in ("incidents", "contradictions", "sources"):
        result, _, err = dateline(command, "--ledger", ledger_path)
        assert result == 3 and "not linked yet" in err and "dateline link" in err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("incidents", "--place", "Nowhere"), "no incident fits"),
        (("contradictions", "--kind", "agent"), "no contradiction fits"),
        (("control", "Nowhere", "--on", "2020-05-03"), "no claim says who held Nowhere on 2020-05-03"),
        (("claims", "--place", "Nowhere"), "no claim fits"),
        (("judge", "list"), "no judgements yet"),
        (("runs", "--failures"), "no failures"),
    ],
)
def test_an_empty_answer_says_so(dateline, linked, command, said):
    assert dateline(*command, "--ledger", linked) == (0, "", f"dateline: {said}\n")


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("holder", "group:islamic_state", "Islamic State"),
        ("holder", "the brigands", "“the brigands”"),
        ("sides", "SDN:military, group:hamas", "Armed forces of Sudan, Hamas"),
        ("source", "Orun News", "Orun News"),
        ("name", "group:hamas", "group:hamas"),
        ("side", None, ""),
    ],
)
def test_tables_name_bodies_and_quote_words_that_are_none(column, value, shown):
    assert shown_in_table(column, value) == shown


def test_a_file_that_is_not_there_makes_no_ledger(dateline, tmp_path):
    result, out, err = dateline("import", tmp_path / "none.jsonl", "--ledger", tmp_path / "new.db")
    assert (result, out) == (2, "") and err.startswith("dateline: cannot read: ")
    assert not (tmp_path / "new.db").exists()


def test_a_wrong_choice_is_told_plainly(dateline, linked):
    result, _, err = dateline("contradictions", "--kind", "rumour", "--ledger", linked)
    assert result == 2 and "'rumour' is not one of 'quantity'" in err and "Value error" not in err


def test_files_hold_days_and_numbers_in_cells_of_their_own(dateline, linked, tmp_path):
    def rows(*command):
        return list(csv.DictReader(io.StringIO(dateline(*command, "--ledger", linked, "--format", "csv")[1])))

    raid = next(row for row in rows("incidents") if "one-raid" in row["claim ids"])
    assert [raid[f"killed {end}"] for end in ("low", "best", "high")] == ["4", "4", "19"]
    assert (raid["wounded best"], raid["precision"]) == ("", "")
    assert {(row["from"], row["lat"], row["doubt"]) for row in rows("control")} == {("2020-05-03", "3.5", "")}
    news = next(row for row in rows("sources") if row["source"] == "Orun News")
    assert (news["claims"], news["contradicted"], news["contradicted of"]) == ("3", "", "")


def test_a_hold_without_a_day_has_none_in_a_file_either(dateline, tmp_path):
    path, ledger = tmp_path / "claims.jsonl", tmp_path / "undated.db"
    head, *made = claims("one", 4)
    path.write_text("".join(json.dumps({**line, "time": None}) + "\n" for line in (head, *made)), "utf-8")
    dateline("import", path, "--ledger", ledger)
    out = dateline("control", "--ledger", ledger, "--format", "csv")[1]
    assert [(x["from"], x["reported"]) for x in csv.DictReader(io.StringIO(out))] == [("", "2020-05-04")]


def test_a_month_or_a_year_that_is_told_is_no_day_in_a_file(dateline, tmp_path):
    path, ledger = tmp_path / "claims.jsonl", tmp_path / "months.db"
    head, *made = claims("one", 4)
    taken = next(line for line in made if line["action"] == "capture")
    times = {"month": ["2020-05-01", "2020-05-31"], "year": ["2020-01-01", "2020-12-31"]}
    for precision, (start, end) in times.items():
        time = {"text": None, "span": None, "start": start, "end": end, "precision": precision}
        path.write_text("".join(json.dumps(x) + "\n" for x in (head, {**taken, "time": time})), "utf-8")
        dateline("import", path, "--ledger", ledger)
        out = dateline("control", "--ledger", ledger, "--format", "csv")[1]
        told = [(x["from"], x["from precision"]) for x in csv.DictReader(io.StringIO(out))]
        assert told == [(start, precision)]
        table = dateline("control", "--ledger", ledger)[1]
        assert f" {start[: 7 if precision == 'month' else 4]} " in table and start not in table


def test_a_line_that_is_no_json_is_called_so(dateline, tmp_path):
    (tmp_path / "words.jsonl").write_text("Rebels took a mill.\n", "utf-8")
    result, _, err = dateline("import", tmp_path / "words.jsonl", "--ledger", tmp_path / "new.db")
    assert result == 1 and err.startswith("dateline: not JSON: ") and "(line 1)" in err


@pytest.mark.parametrize(
    ("command", "nothing"),
    [
        (["incidents"], ["--place", "Nowhere"]),
        (["contradictions"], ["--kind", "agent"]),
        (["control"], ["--on", "1900-01-01"]),
        (["sources"], None),
    ],
)
def test_csv_without_a_row_keeps_its_columns(dateline, linked, tmp_path, command, nothing):
    rows = dateline(*command, "--ledger", linked, "--format", "csv")[1].splitlines()
    assert len(rows) > 1 or command == ["contradictions"]
    if nothing is None:
        linked = tmp_path / "empty.db"
        empty = tmp_path / "empty.jsonl"
        empty.write_text("", "utf-8")
        dateline("import", empty, "--ledger", linked)
        dateline("link", "--ledger", linked)
    result, out, _ = dateline(*command, *(nothing or []), "--ledger", linked, "--format", "csv")
    assert (result, out.splitlines()) == (0, rows[:1])


@pytest.mark.parametrize("command", ["incidents", "contradictions", "control", "sources"])
def test_csv_rows_fit_their_columns(dateline, linked, command):
    _, out, _ = dateline(command, "--ledger", linked, "--format", "csv")
    rows = list(csv.reader(io.StringIO(out)))
    assert all(len(row) == len(rows[0]) for row in rows)


SCHEMES = {"acled": "event_id_cnty", "ucdp": "id", "hxl": "id"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_incidents_in_the_columns_of_others(dateline, linked, tmp_path, scheme):
    result, out, err = dateline("incidents", "--ledger", linked, "--format", scheme)
    assert result == 0 and "Traceback" not in err
    heads, *rows = csv.reader(io.StringIO(out))
    assert heads[0] == SCHEMES[scheme] and rows
    path = tmp_path / "rows.csv"
    assert dateline("incidents", "--ledger", linked, "--format", scheme, "-o", path)[:2] == (0, "")
    assert path.read_text("utf-8") == out


@pytest.mark.parametrize("format", ["table", "jsonl", "csv"])
def test_incidents_go_to_a_file_in_every_format(dateline, linked, tmp_path, format):
    path = tmp_path / "out"
    _, printed, _ = dateline("incidents", "--ledger", linked, "--format", format)
    assert dateline("incidents", "--ledger", linked, "--format", format, "-o", path) == (0, "", "")
    assert path.read_text("utf-8") == printed


def test_a_folder_is_no_file_to_write_incidents_to(dateline, linked, tmp_path):
    result, _, err = dateline("incidents", "--ledger", linked, "--format", "acled", "-o", tmp_path)
    assert result == 2 and "cannot write" in err


def test_the_dossier_says_whose_the_dead_were(dateline, linked):
    _, out, _ = dateline("incident", "one-raid", "--ledger", linked)
    assert "Whose dead" in out and "killed 4 (4 to 19), not told whose" in out
    first = json.loads(
        dateline("incident", "one-raid", "--ledger", linked, "--format", "jsonl")[1].splitlines()[0]
    )
    (dead,) = first["dead"]
    assert (dead["victims"], dead["best"], dead["best_claims"]) == ("unknown", 4, ["one-toll"])


def test_a_name_of_one_consonant_is_not_every_place_of_it(dateline, tmp_path):
    at_sesa = {"places": [{"text": "Sesa", "role": "at"}]}
    made = [{**line, **(at_sesa if "id" in line else {})} for line in claims("one", 4)]
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(line) + "\n" for line in made), "utf-8")
    dateline("import", tmp_path / "claims.jsonl", "--ledger", tmp_path / "war.db")
    assert "Sesa" in dateline("control", "sesa", "--ledger", tmp_path / "war.db")[1]
    code, out, err = dateline("control", "Zuz", "--ledger", tmp_path / "war.db")
    assert (code, out) == (0, "") and "no claim says who held Zuz" in err
