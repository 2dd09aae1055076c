"""What the page holds of a linked ledger; what it does with it is tested in test_linked_browser.py."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from wars import HOSTILE, war

from dateline.app.reporting import write_report
from dateline.ledger import Ledger
from dateline.ledger.links_read import incidents

GOLDEN = Path(__file__).with_name("linked.json")


def held(path: Path) -> str:
    """The JSON of a page that says what linking made."""
    found = re.search(r'id="data-links">(.*?)</script>', path.read_text("utf-8"), re.S)
    assert found is not None
    return found.group(1)


@pytest.fixture
def written(ledger_path, tmp_path):
    """Writes the page of a ledger, linked or not."""

    def write(*, linked: bool = True) -> Path:
        war(ledger_path, linked=linked)
        write_report(ledger_path, tmp_path / "page.html", title="War", run=None)
        return tmp_path / "page.html"

    return write


def test_what_linking_made_arrives_whole(written):
    assert json.loads(held(written())) == json.loads(GOLDEN.read_text("utf-8"))


def test_the_same_ledger_gives_the_same_page(written, ledger_path, tmp_path):
    again = tmp_path / "again.html"
    first = written().read_bytes()
    write_report(ledger_path, again, title="War", run=None)
    assert again.read_bytes() == first


def test_hostile_words_stay_inside_their_element(written):
    page = written()
    assert HOSTILE in json.loads(held(page))["incidents"][0]["sources"]
    assert "<" not in held(page)
    assert "<img" not in page.read_text("utf-8")


def test_a_ledger_that_was_never_linked_says_how(written):
    page = written(linked=False)
    assert held(page) == "null"
    assert "<code>dateline link</code>" in page.read_text("utf-8")


def test_a_page_of_another_run_keeps_the_incidents_and_counts_only_its_own_outlets(ledger_path, tmp_path):
    war(ledger_path)
    with Ledger(ledger_path) as opened:
        assert len(incidents(opened)) == 2
        opened.connection.execute("INSERT INTO runs BY NAME SELECT * REPLACE (2 AS id) FROM runs")
    write_report(ledger_path, tmp_path / "page.html", title="War", run=2)
    found = json.loads(held(tmp_path / "page.html"))
    assert [i["outlets"] for i in found["incidents"]] == [0, 0]
    assert found["control"] == []
