"""What was reviewed, on the page: badges, the coder's values beside, a filter, commands, a sheet."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from browsing import addressed, numbers, shows, words
from reviewing import decide, said, standing
from wars import war

from dateline.app.reporting import write_report
from dateline.app.reviewing import run_review_import
from dateline.export.page import write_page
from dateline.ledger import Ledger
from dateline.ledger.query import entries

pytestmark = pytest.mark.browser
HOSTILE = "</script><img src=x onerror=document.title='owned'>"


@pytest.fixture(scope="module")
def ledger_file(empty_ledger, tmp_path_factory):
    """The wars with a corrected, a confirmed and a rejected claim."""
    path = war(shutil.copy(empty_ledger, tmp_path_factory.mktemp("reviewed") / "war.db"))
    with Ledger(path) as ledger:
        changes = {
            "action": "attack",
            "quantities": [{"text": "4", "measure": "killed", "low": 7, "high": 9}],
        }
        decide(ledger, said(ledger, "news", "killed"), "corrected", changes=changes, note=HOSTILE)
        decide(ledger, said(ledger, "news", "taken"), "confirmed")
        decide(ledger, said(ledger, "radio", "killed"), "rejected")
    return path


@pytest.fixture(scope="module")
def page_file(ledger_file):
    page = ledger_file.with_suffix(".html")
    write_report(ledger_file, page, title="War", run=None)
    return page


def test_a_card_shows_who_decided_what_and_the_coders_values_beside(opened):
    shows(opened, ".claim .status.review", ["corrected by ada", "confirmed by ada"])
    card = opened.locator(".claim", has_text="corrected by ada")
    assert "7–9 killed" in card.inner_text()
    shows(opened, ".claim .beside", ["The coder has: action kill; how many 4 killed “4”"])
    assert opened.locator(".status.review").first.get_attribute("title").endswith(HOSTILE)
    assert opened.title() == "War"


def test_rejected_claims_are_left_out_and_counted(opened):
    summary = opened.locator("#summary").inner_text()
    assert summary.startswith("2 reports, 5 claims, 2 incidents, 1 rejected claim left out.")
    opened.click("#tab-incidents")
    assert "3 reviews came after the last linking" in opened.locator("#news").inner_text()
    opened.click("#tab-table")
    numbers(opened, "#table tbody tr", 5)


def test_claims_are_filtered_by_review_in_every_view(opened):
    options = opened.locator("#f-review option").all_inner_texts()
    assert options == ["any", "not reviewed (3)", "confirmed (1)", "corrected (1)"]
    opened.select_option("#f-review", "corrected")
    shows(opened, "#shown", ["1 of 5 claims"])
    opened.click("#tab-table")
    shows(opened, "#table td:nth-child(2)", ["attack"])
    addressed(opened, "review=corrected", "view=table")
    opened.reload()
    shows(opened, "#table td:last-child", ["corrected by ada"])
    opened.click("#clear")
    numbers(opened, "#table tbody tr", 5)


def test_a_card_puts_together_the_commands_that_review_its_claim(opened):
    card = opened.locator(".claim", has_text="struck")
    id = card.get_attribute("data-id")
    card.get_by_role("button", name="Review").click()
    numbers(opened, ".claim[aria-current=true]", 0)
    said = 'LEDGER --by YOUR_NAME --note "why"'
    shows(
        opened,
        ".command",
        [
            f"dateline review confirm {id} --ledger {said}",
            f"dateline review correct {id} --set NAME=VALUE --ledger {said}",
            f"dateline review reject {id} --ledger {said}",
        ],
    )
    card.get_by_role("button", name="Review").click()
    assert not opened.locator(".command").first.is_visible()
    opened.locator(".claim", has_text="confirmed by ada").get_by_role("button", name="Review").click()
    assert "review withdraw" in words(opened, ".command")[-1]


def test_a_dossier_shows_what_was_reviewed(opened):
    opened.click("#tab-incidents")
    opened.locator("#i-list [data-id]", has_text="airstrike").click()
    shows(opened, ".told .status.review", ["corrected by ada", "confirmed by ada"])


def test_the_pages_sheet_is_filled_in_and_given_back(opened, ledger_file, tmp_path, capsys):
    opened.click("#tab-table")
    with opened.expect_download() as waiting:
        opened.click("#t-save")
    with Path(waiting.value.path()).open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["review"] for row in rows} == {"", "confirmed", "corrected"}
    ledger, sheet = shutil.copy(ledger_file, tmp_path / "war.db"), tmp_path / "sheet.csv"
    for row in rows:
        row["review"] = row["review"] or "confirmed"
    with sheet.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert run_review_import([sheet], ledger=ledger, who="bo") == 0
    assert capsys.readouterr().out == f"{sheet}: 3 reviews (3 confirmed); 2 were there already\n"
    with Ledger(ledger, read_only=True) as kept:
        assert {claim.review.who for claim in standing(kept).values()} == {"ada", "bo"}


@pytest.mark.parametrize("width", [1400, 1040, 800, 390])
def test_the_filter_leaves_no_view_wider_than_the_window(opened, width):
    opened.set_viewport_size({"width": width, "height": 800})
    for tab in ("reader", "table", "map", "incidents"):
        opened.click(f"#tab-{tab}")
        assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_without_reviews_the_page_has_no_filter_for_them(chromium, ledger_path, tmp_path):
    with Ledger(war(ledger_path)) as ledger:
        write_page(list(entries(ledger)), out=tmp_path / "p.html", title="new")
    tab = chromium.new_page()
    tab.goto((tmp_path / "p.html").as_uri())
    numbers(tab, ".claim", 3)
    assert not tab.locator("#f-review").is_visible()
    assert "rejected" not in tab.locator("#summary").inner_text()
    tab.close()


def test_a_page_of_a_run_shows_the_coding_before_any_review(ledger_file, tmp_path):
    write_report(ledger_file, tmp_path / "p.html", title="War", run=1)
    text = (tmp_path / "p.html").read_text("utf-8")
    held = json.loads(text.split('id="data-reports">')[1].split("</script>")[0])
    assert [len(report["claims"]) for report in held] == [3, 3]
    assert all("review" not in claim for report in held for claim in report["claims"])
