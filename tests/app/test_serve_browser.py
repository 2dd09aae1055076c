"""The web app as people use it, in Chromium: judgements, pasted reports, a ledger that others write to."""

from __future__ import annotations

import pytest
from browsing import PATIENCE, numbers, shows
from builders import TEXT
from serving import serving
from wars import HOSTILE, war

from dateline.app.web import desk
from dateline.ledger import Fingerprint, Ledger
from dateline.ledger.links_judge import judgements

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True], ids=["linked"])
def served(dateline, monkeypatch, ledger_path, request):
    monkeypatch.setattr(desk, "fingerprint", lambda: Fingerprint(coder="1", settings="s", lexicon="x"))
    with serving(war(ledger_path, linked=request.param)) as app:
        yield app


@pytest.fixture
def tab(chromium, served):
    """The app's page; fails the test on an error of the page or a request that goes elsewhere."""
    troubles: list[str] = []
    context = chromium.new_context(viewport={"width": 1200, "height": 800})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    opened.on("request", lambda r: None if r.url.startswith(served.base) else troubles.append(r.url))
    opened.goto(served.base)
    yield opened
    context.close()
    assert troubles == []


def raid(tab):
    tab.click("#tab-incidents")
    tab.locator("#i-list [data-id]", has_text="airstrike").click()
    tab.click(".judging summary")


def test_a_press_locks_an_incident_and_shows_it_locked(tab, served):
    raid(tab)
    tab.fill("#d-by", "ada")
    tab.fill("#d-note", "the morgue")
    tab.click("#j-do-lock")
    tab.locator("#dossier", has_text="Locked by a judgement").wait_for()
    with Ledger(served.ledger, read_only=True) as ledger:
        assert [(j.kind, j.who, j.note) for j in judgements(ledger)] == [("lock", "ada", "the morgue")]
    tab.click(".judging summary")
    assert tab.input_value("#d-by") == "ada"


def test_a_ticked_claim_is_split_off_and_its_incident_shown(tab):
    raid(tab)
    tab.locator(".tick input").first.check()
    tab.fill("#d-by", "ada")
    tab.click("#j-do-split")
    numbers(tab, "#dossier .told", 1)


def test_what_goes_wrong_is_told_beside_the_button(tab):
    raid(tab)
    tab.click("#j-do-lock")
    shows(tab, "#j-commands .trouble", [" nobody judges: give your name; it is kept with the judgement"])
    assert tab.is_enabled("#j-do-lock")


def card(tab, words):
    found = tab.locator(".claim", has_text=words).first
    found.get_by_role("button", name="Review").click()
    return found


def test_a_claim_is_corrected_by_a_press_and_shown_so(tab):
    found = card(tab, "“killed”")
    found.get_by_label("Your name").fill("ada")
    found.get_by_label("Other values").fill("killed_low=7\nkilled_high=9")
    found.get_by_role("button", name="Give it these values").click()
    shows(tab, ".claim[aria-current=true] .status.review", ["corrected by ada"])
    assert "7–9 killed" in tab.locator(".claim[aria-current=true]").inner_text()
    assert "1 review not linked yet" in tab.locator("#d-late").inner_text()
    tab.click("#d-link")
    tab.locator("#d-late", has_text="not linked yet").wait_for(state="detached")
    tab.click("#tab-incidents")
    assert "killed 7 – 19" in tab.locator("#i-list [data-id]").first.inner_text()


def test_a_rejected_claim_is_gone_and_its_report_stays_open(tab):
    found = card(tab, "“killed”")
    found.get_by_role("button", name="No claim").click()
    tab.locator(".reviewing .trouble", has_text="nobody's name; say who decides it").wait_for()
    found.get_by_label("Your name").fill("ada")
    found.get_by_role("button", name="No claim").click()
    tab.locator("#summary", has_text="1 rejected claim left out").wait_for()
    shows(tab, "#text .trigger", ["struck", "taken"])


def test_a_pasted_report_is_shown_as_text(tab):
    tab.click("#d-add")
    tab.fill("#d-text", f"{TEXT} {HOSTILE} said so.")
    tab.fill("#d-headline", f"Pasted {HOSTILE}")
    tab.click("#d-send")
    tab.locator("#reports [aria-current=true]", has_text=f"Pasted {HOSTILE}").wait_for()
    numbers(tab, "#claims .claim", 2)
    numbers(tab, "img", 0)
    assert tab.title() == "War"


def test_the_page_says_when_others_have_written_to_the_ledger(tab, served):
    assert tab.is_hidden("#d-news")
    served.post("/reports", {"text": TEXT})
    tab.evaluate("news()")
    tab.click("#d-reload")
    tab.locator("#summary", has_text="3 reports").wait_for()
    assert tab.is_hidden("#d-news")


@pytest.mark.parametrize("served", [False], indirect=True, ids=["not linked"])
def test_a_ledger_that_was_never_linked_is_linked_by_a_press(tab):
    assert tab.is_disabled("#tab-incidents")
    tab.click("#d-link")
    tab.locator("#summary", has_text="incidents").wait_for()
    tab.click("#tab-incidents")
    tab.locator("#i-list [data-id]").first.wait_for()
