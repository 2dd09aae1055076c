"""Incidents, control and sources of the page as a reader uses them, in Chromium without a network."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import PATIENCE, addressed, numbers, shows, words
from wars import ARMY, HOSTILE, codings, war

from dateline.app.reporting import write_report
from dateline.export.linked import Linked
from dateline.export.page import write_page
from dateline.ledger.links_load import report_of
from dateline.link.control import control
from dateline.link.record import FigureRange, Incident

pytestmark = pytest.mark.browser
TABS = ("incidents", "control", "sources")


@pytest.fixture(scope="module")
def page_file(empty_ledger, tmp_path_factory):
    """The page of a ledger of one raid that two outlets tell differently."""
    folder = tmp_path_factory.mktemp("linked")
    write_report(
        war(shutil.copy(empty_ledger, folder / "war.db")), folder / "war.html", title="War", run=None
    )
    return folder / "war.html"


def raid(tab):
    tab.click("#tab-incidents")
    tab.locator("#i-list [data-id]", has_text="airstrike").click()


def test_an_incident_says_how_many_tell_of_it_and_how_far_apart_they_are(opened):
    opened.click("#tab-incidents")
    first = opened.locator("#i-list [data-id]").first.inner_text()
    assert "airstrike, kill at Orun" in first
    assert "5 claims · 2 outlets · 2 origins · 1 dispute" in first
    assert "killed 4 – 19" in first
    assert "sides: Armed forces of Syria, Islamic State" in first


def test_a_dispute_shows_both_values_beside_each_other(opened):
    raid(opened)
    shows(opened, ".dispute h4", ["Figures differ: killed"])
    shows(opened, ".dispute .value", ["4 killed", "19 killed"])
    left, right = (opened.locator(".dispute .pair > div").nth(n).bounding_box() for n in (0, 1))
    assert left["y"] == right["y"] and left["x"] + left["width"] <= right["x"]
    assert words(opened, ".dispute .quote") == [
        "The strike killed 4 people there, Marr said.",
        f"The strike killed 19 people there, {HOSTILE} said.",
    ]
    assert "Marr · Orun News · 2020-05-04 · side: Armed forces of Syria" in words(opened, ".dispute .by")


def test_a_claims_words_open_the_reader_at_them_and_escape_comes_back(opened):
    raid(opened)
    opened.locator(".dispute .quote").nth(1).click()
    assert opened.locator("#reader").is_visible()
    shows(opened, "#text .chosen", ["killed"])
    assert "killed 19 people" in opened.locator("#text").inner_text()
    numbers(opened, ".claim[aria-current=true]", 1)
    opened.keyboard.press("Escape")
    assert opened.locator("#dossier").is_visible()
    assert opened.evaluate("document.activeElement.innerText").startswith("The strike killed 19")


def test_a_claim_that_the_filters_hide_is_shown_all_the_same(opened):
    raid(opened)
    opened.fill("#f-words", "Marr Radio")
    opened.locator(".dispute .quote").first.click()
    shows(opened, "#text .chosen", ["killed"])
    assert "killed 4 people" in opened.locator("#text").inner_text()
    numbers(opened, ".claim[aria-current=true]", 1)


def test_figures_name_the_claims_behind_them_the_rule_and_the_doubt(opened):
    raid(opened)
    shows(opened, ".figure .value", ["low, best 4", "high 19"])
    figure = opened.locator(".figure").inner_text()
    assert "The strike killed 4 people there" in figure and "The strike killed 19 people there" in figure
    assert "Best by ucdp: the middle of 2 independent origins' totals" in figure
    assert "Doubt: the highest figure is 4.8 times the best" in figure


def test_a_dossier_tells_the_grades_reasons_and_what_is_said_alike(opened):
    raid(opened)
    dossier = opened.locator("#dossier").inner_text()
    assert "reported by 2 independent origins of opposing sides" in dossier
    assert "act airstrike: 2 reports" in dossier
    numbers(opened, ".told", 5)
    assert "fact" not in dossier


def test_hostile_words_stay_text_in_every_view(opened):
    raid(opened)
    assert HOSTILE in opened.locator("#dossier").inner_text()
    opened.click("#tab-control")
    assert HOSTILE in opened.locator("#control").inner_text()
    opened.click("#tab-sources")
    numbers(opened, "main img", 0)
    assert opened.title() == "War"


def test_incidents_sort_and_filter(opened):
    opened.click("#tab-incidents")
    names = ["airstrike, kill at Orun, 2020-05-03", "hold at Orun"]
    shows(opened, "#i-list b", names)
    opened.select_option("#i-sort", "claims")
    opened.click("#i-turn")
    shows(opened, "#i-list b", names[::-1])
    opened.select_option("#i-grade", "fair")
    shows(opened, "#i-list b", names[:1])
    opened.fill("#f-words", "nowhere at all")
    shows(opened, "#i-list", ["No incident passes the filters; Clear shows all."])
    opened.click("#clear")
    numbers(opened, "#i-list [data-id]", 2)
    opened.select_option("#f-action", "hold")
    shows(opened, "#i-list b", names[1:])


def test_words_may_stand_in_several_claims_of_an_incident(opened):
    opened.click("#tab-incidents")
    opened.fill("#f-words", "airstrike 19")
    shows(opened, "#i-list b", ["airstrike, kill at Orun, 2020-05-03"])


def test_incidents_are_walked_by_keyboard(opened):
    opened.locator("#tab-map").focus()
    opened.keyboard.press("Enter")
    opened.keyboard.press("ArrowRight")
    assert opened.evaluate("document.activeElement.id") == "tab-incidents"
    opened.locator("#i-list [data-id]").first.focus()
    for key in ("ArrowDown", "Enter"):
        opened.keyboard.press(key)
    shows(opened, "#dossier h2", ["hold at Orun weak"])
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    shows(opened, "#text .chosen", ["holds"])
    for _ in "12":
        opened.keyboard.press("Escape")
    numbers(opened, "#dossier h2", 0)
    assert opened.evaluate("document.activeElement.innerText").startswith("hold at Orun")


def test_a_claims_card_leads_to_its_incident(opened):
    opened.locator("#text .trigger", has_text="killed").first.click()
    opened.locator(".claim[aria-current=true] .within").click()
    assert opened.locator("#dossier h2").inner_text().startswith("airstrike, kill at Orun")
    opened.go_back()
    assert opened.locator("#reader").is_visible()
    shows(opened, "#text .chosen", ["killed"])


def test_the_address_of_a_dossier_opens_it_and_back_closes_it(opened):
    opened.fill("#f-words", "orun")
    raid(opened)
    opened.select_option("#i-grade", "fair")
    addressed(opened, "words=orun", "grade=fair", "incident=i_")
    opened.reload()
    shows(opened, "#i-list b", ["airstrike, kill at Orun, 2020-05-03"])
    assert opened.locator("#dossier h2").inner_text().startswith("airstrike")
    assert opened.input_value("#f-words") == "orun"
    opened.go_back()
    numbers(opened, "#dossier h2", 0)
    opened.go_back()
    assert opened.locator("#reader").is_visible()


def test_the_incidents_seen_are_saved_as_csv(opened):
    opened.click("#tab-incidents")
    opened.select_option("#i-grade", "fair")
    with opened.expect_download() as waiting:
        opened.click("#i-save")
    head, row, *rest = Path(waiting.value.path()).read_text("utf-8").splitlines()
    told = dict(zip(head.split(","), next(csv.reader([row])), strict=True))
    assert told["name"] == "airstrike, kill at Orun, 2020-05-03" and told["grade"] == "fair"
    assert (told["killed low"], told["killed high"], told["disputes"]) == ("4", "19", "1")
    assert rest == []


def test_a_dossier_puts_together_the_commands_that_judge_it(opened):
    raid(opened)
    opened.locator(".judging summary").click()
    own = opened.evaluate("state.incident.id")
    assert opened.locator(".command").all_inner_texts() == [
        f'dateline judge lock {own} --ledger LEDGER --by YOUR_NAME --note "why"'
    ]
    opened.locator(".tick input").nth(1).check()
    claim = opened.locator(".told .quote").nth(1).get_attribute("data-claim")
    assert f"judge split {claim} --ledger" in opened.locator(".command").first.inner_text()
    opened.click("#j-merge")
    opened.locator("#i-list [data-id]").last.click()
    opened.locator(".judging summary").click()
    opened.click("#j-merge")
    merge = opened.locator(".command", has_text="judge merge").inner_text()
    assert f"judge merge {own} {opened.evaluate('state.incident.id')} --ledger" in merge


def test_a_grades_reason_comes_before_its_rule(opened):
    raid(opened)
    assert "reported by 2 independent origins of opposing sides (rule fair.opposing)" in words(
        opened, "#dossier li"
    )


def test_incidents_are_filtered_by_what_is_disputed(opened):
    opened.click("#tab-incidents")
    assert opened.locator("#i-kind option").all_inner_texts() == ["Disputed or not", "Figures differ (1)"]
    opened.select_option("#i-kind", "quantity")
    shows(opened, "#i-list b", ["airstrike, kill at Orun, 2020-05-03"])


def test_control_on_a_day_by_whose_account(opened):
    opened.click("#tab-control")
    opened.fill("#c-day", "2020-05-04")
    shows(
        opened,
        "#c-held .quote",
        ["Armed forces of Syria according to Marr, from 2020-05-03, no end told"],
    )
    opened.click("[data-turn='1']")
    shows(
        opened,
        "#c-held .quote",
        [
            "Armed forces of Syria according to Marr, from 2020-05-03, no end told",
            f"Islamic State according to {HOSTILE}, reported 2020-05-05, no end told",
        ],
    )
    opened.fill("#c-day", "2020-05-01")
    shows(opened, "#c-held p", ["No source tells who held a place on this day."])


def test_each_account_is_a_row_whose_open_end_is_drawn_open(opened):
    opened.click("#tab-control")
    shows(opened, ".history h3", ["Orun 2 sources, 2 holders named"])
    numbers(opened, ".account", 2)
    numbers(opened, ".bar.unended", 2)
    numbers(opened, ".bar.reported", 1)
    opened.locator(".bar").first.click()
    shows(opened, "#text .chosen", ["taken"])


def test_sources_are_counted_and_never_judged(opened):
    opened.click("#tab-sources")
    assert opened.locator("#sources .reading").inner_text().startswith("Counts, never a verdict.")
    opened.fill("#f-words", "armed forces")
    numbers(opened, "#sources tbody tr", 1)
    row = words(opened, "#sources tbody td")
    assert row[:4] == ["Armed forces of Syria", "speaker", "Armed forces of Syria", "2"]
    assert row[4].strip() == "1 of 2 (9 % to 91 %)"
    opened.fill("#f-words", "")
    opened.locator("#sources th[data-key=source] button").click()
    names = words(opened, "#sources tbody td:first-child")
    assert names == sorted(names, key=str.lower) and len(names) == 4


def test_claims_are_filtered_by_who_says_them(opened):
    opened.select_option("#f-voice", label="Armed forces of Syria (2)")
    shows(opened, "#shown", ["2 of 6 claims"])
    opened.select_option("#f-voice", label="Marr Radio (3)")
    shows(opened, "#shown", ["3 of 6 claims"])


def test_a_source_leads_to_what_it_says(opened):
    opened.select_option("#f-action", "hold")
    opened.click("#tab-sources")
    opened.locator("#sources .name", has_text="Armed forces of Syria").click()
    shows(opened, "#table td:nth-child(2)", ["kill", "capture"])
    addressed(opened, "view=table", "voice=by%3ASYR%3Amilitary")


@pytest.mark.parametrize("width", [1400, 800, 390])
def test_no_linked_view_is_wider_than_the_window(opened, width):
    opened.set_viewport_size({"width": width, "height": 800})
    for tab in TABS:
        opened.click(f"#tab-{tab}")
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
    raid(opened)
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_telephone_a_dossier_takes_the_lists_place(opened):
    opened.set_viewport_size({"width": 390, "height": 700})
    raid(opened)
    assert not opened.locator("#i-list").is_visible()
    opened.click("#i-fold")
    assert opened.locator("#i-list").is_visible() and not opened.locator("#dossier").is_visible()


def test_a_ledger_that_was_never_linked_offers_no_empty_tabs(chromium, tmp_path):
    write_page([], out=tmp_path / "p.html", title="new")
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri())
    assert all(tab.locator(f"#tab-{name}").is_disabled() for name in TABS)
    assert "dateline link" in tab.locator("#unlinked").inner_text()
    tab.close()


def incident(n: int, claims: tuple[str, ...]) -> Incident:
    """The `n`th of many incidents."""
    day = dt.date(2020, 1, 1) + dt.timedelta(days=n)
    return Incident(
        id=f"i_{n:04}",
        name=f"raid {n}",
        claims=claims,
        action_group="fight",
        start=day,
        end=day,
        place="Orun",
        lat=None,
        lon=None,
        precision=None,
        sources=("Marr",),
        origins=(ARMY,),
        sides=(ARMY,),
    )


@pytest.fixture
def many(chromium, tmp_path):
    """The page of a thousand incidents, of which the newest has a claim that the page has not."""
    entries = [(coding.document, coding.claims) for coding in codings()]
    claims = {claim.id: claim for _, listed in entries for claim in listed}
    made = [incident(n, tuple(claims)) for n in range(1000)]
    made[-1] = replace(made[-1], claims=(*claims, "c_gone"))
    reports = {document.id: report_of(document, copies=False) for document, _ in entries}
    linked = Linked(claims=claims, reports=reports, incidents=made, control=(), profiles=(), news=3)
    write_page(entries, out=tmp_path / "p.html", title="many", linked=linked)
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri())
    tab.click("#tab-incidents")
    yield tab
    tab.close()


def test_a_thousand_incidents_are_shown_in_parts(many):
    shows(many, "#i-count", ["1,000 of 1,000 incidents"])
    before = many.locator("#i-list [data-id]").count()
    assert 0 < before < 200
    many.locator("#i-list .more").click()
    numbers(many, "#i-list [data-id]", 2 * before)


def test_what_the_linking_does_not_know_is_told(many):
    assert "3 reports came after the last linking" in many.locator("#news").inner_text()
    many.locator("#i-list [data-id]").first.click()
    shows(many, "#dossier > .doubt", ["1 claim not on this page: coded anew since, or by another run."])


def test_a_number_without_its_words_is_not_in_the_list(chromium, tmp_path):
    entries = [(coding.document, coding.claims) for coding in codings()]
    claims = {claim.id: claim for _, listed in entries for claim in listed}
    figures = [
        FigureRange(
            measure=name, low=2, best=2, high=2, low_claims=(), best_claims=(), high_claims=(), rule="r"
        )
        for name in ("killed", "other")
    ]
    raid_ = replace(incident(1, tuple(claims)), figures=tuple(figures))
    reports = {document.id: report_of(document, copies=False) for document, _ in entries}
    linked = Linked(claims=claims, reports=reports, incidents=[raid_], control=(), profiles=(), news=0)
    write_page(entries, out=tmp_path / "p.html", title="other", linked=linked)
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri() + "#view=incidents")
    shows(tab, "#i-list .figures", ["killed 2"])
    tab.locator("#i-list [data-id]").click()
    shows(tab, ".figure h4", ["killed", "other counts"])
    tab.close()


def test_a_place_taken_in_a_month_that_is_told_has_no_day_of_it(chromium, tmp_path):
    coding = codings()[0]
    taken = coding.claims[-1]
    month = replace(taken.time, start=dt.date(2020, 5, 1), end=dt.date(2020, 5, 31), precision="month")
    claim = replace(taken, time=month)
    reports = {coding.document.id: report_of(coding.document, copies=False)}
    linked = Linked(
        claims={claim.id: claim},
        reports=reports,
        incidents=(),
        control=tuple(control([claim], reports)),
        profiles=(),
        news=0,
    )
    write_page([(coding.document, [claim])], out=tmp_path / "p.html", title="month", linked=linked)
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri() + "#view=control")
    shows(tab, ".hold p", ["Armed forces of Syria from some day in 2020-05, no end told."])
    tab.close()
