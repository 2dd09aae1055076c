"""Exports: the same entries as JSON lines, CSV, Parquet, and whatever a package brings."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from importlib import metadata

import duckdb
import pytest
from builders import capture, kill, report

from dateline.claims.codec import public
from dateline.claims.record import Figure
from dateline.document import Span
from dateline.errors import UsageError
from dateline.export.flat import COLUMNS, row
from dateline.export.formats import EXPORTS, export

TOLL_COLUMNS = ("killed_low", "killed_high", "wounded_low", "wounded_high")


def entries():
    document = report(outlet="Orun News")
    yield document, [capture(document), kill(document)]
    yield report("Silence.", name="silence"), []


def written(name):
    stream = io.BytesIO()
    export(name)(entries(), stream)
    return stream.getvalue()


def test_jsonl_opens_each_document_with_its_line():
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    document = report()
    assert lines[0] == {
        "document": document.id,
        "name": "marr",
        "title": None,
        "outlet": "Orun News",
        "published": "2017-06-09",
        "sha256": document.id,
        "characters": len(document.text),
    }
    assert list(lines[0]) == "document name title outlet published sha256 characters".split()
    assert lines[1:3] == [public(capture()), public(kill())]
    assert lines[3]["name"] == "silence"


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_claims_give_the_same_bytes(name):
    assert written(name) == written(name)


def test_parquet_holds_the_flat_columns(tmp_path):
    path = tmp_path / "claims.parquet"
    path.write_bytes(written("parquet"))
    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT * FROM '{path}'")
        assert [column[0] for column in found.description] == list(COLUMNS)
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in found.fetchall()]
    assert [row["action"] for row in rows] == ["capture", "kill"]
    assert (rows[0]["lat"], rows[0]["place_name"], rows[1]["time_start"]) == (-3.5, "Tall ‘Ūrun", None)


def test_tolls_are_numbers_and_parts_and_denials_are_no_tolls():
    dead = Figure(text="7 people", span=Span(0, 8), measure="killed", low=7, high=7, bound="exact")
    part = replace(dead, text="2 children", low=2, high=2, part_of=0)
    limit = replace(dead, measure="wounded", low=None, high=30, bound="at_most")
    told = capture(action="kill", quantities=(dead, part, limit))
    cells = row(report(), told)
    assert cells["quantities"] == "killed 7 | killed 2 (part) | wounded up to 30"
    assert [cells[c] for c in TOLL_COLUMNS] == [7, 7, None, 30]
    assert [row(report(), replace(told, status="denied"))[c] for c in TOLL_COLUMNS] == [None] * 4


def test_csv_has_a_header_even_without_claims():
    stream = io.BytesIO()
    export("csv")([], stream)
    assert stream.getvalue().decode().strip() == ",".join(COLUMNS)


def test_a_package_may_bring_an_export(monkeypatch):
    class Point:
        name = "count"

        def load(self):
            return lambda claims, stream: stream.write(str(sum(len(c) for _, c in claims)).encode())

    monkeypatch.setattr(
        metadata, "entry_points", lambda group: [Point()] if group == "dateline.exports" else []
    )
    assert written("count") == b"2"
    with pytest.raises(UsageError, match="no such format: xml; there are: jsonl, csv, parquet, hxl, count"):
        export("xml")
