"""The report page as a reader uses it: opened from disk in Chromium, with the network forbidden."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import PATIENCE, addressed, numbers, shows, words
from builders import TEXT, at, capture, kill, report

from dateline.document import Span
from dateline.export.page import write_page

pytestmark = pytest.mark.browser
ASTRAL = "\U0001f6a8 \U0001d4de urgent: "
"""Characters beyond the BMP: one code point each, two units in a browser."""
HOSTILE = (
    "Officials <img src=x onerror=document.title='owned'> shelled </script><b>Orvane</b> \x1b[31m on Monday."
)


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    """Three reports: one ordinary, one that begins beyond the BMP, one hostile."""
    astral = report(ASTRAL + TEXT, name="astral")
    moved = kill(astral, span=at("killing", astral.text), quantities=())
    hostile = report(HOSTILE, name="hostile", title="<script>document.title='owned'</script>")
    shelled = kill(
        hostile,
        span=at("shelled", HOSTILE),
        trigger="shelled",
        action="shelling",
        status="denied",
        quantities=(),
    )
    plain = report()
    path = tmp_path_factory.mktemp("page") / "page.html"
    entries = [(plain, [capture(plain), kill(plain)]), (astral, [moved]), (hostile, [shelled])]
    write_page(entries, out=path, title="Three reports")
    return path


def test_opens_on_the_first_report_that_has_claims(opened):
    assert opened.locator("#summary").inner_text().startswith("3 reports, 4 claims")
    numbers(opened, "#claims .claim", 2)
    shows(opened, "#text .trigger", ["took", "killing"])


def test_a_chosen_claim_shows_its_words_by_role(opened):
    opened.locator("#text .trigger", has_text="took").click()
    shows(opened, "#text .chosen", ["took"])
    shows(opened, "#text .role.agent", ["army units"])
    shows(opened, "#text .role.target", ["the brigands"])
    shows(opened, "#text .role.place", ["Tel Orun"])
    shows(opened, "#text .role.quantity", ["twelve villages"])
    shows(opened, "#text .role.time", ["on 8 June"])
    shows(opened, "#text .role.source", ["Colonel Ode Marr", "said"])
    numbers(opened, ".claim[aria-current=true]", 1)


def test_highlights_count_code_points(opened):
    opened.get_by_role("button", name="astral").click()
    shows(opened, "#text .trigger", ["killing"])
    assert opened.locator("#text").inner_text().startswith(ASTRAL.strip())


def test_hostile_text_stays_text(opened):
    opened.locator("#reports button", has_text="<script>").click()
    assert "<img src=x" in opened.locator("#text").inner_text()
    numbers(opened, "#text img, #text b, #reports script", 0)
    shows(opened, "#text .trigger", ["shelled"])
    assert opened.title() == "Three reports"


def test_j_and_k_walk_through_all_reports(opened):
    seen = []
    for key in "jjjjjk":
        opened.keyboard.press(key)
        seen += words(opened, "#text .chosen")
    assert seen == ["took", "killing", "killing", "shelled", "shelled", "killing"]


def test_why_names_the_rules_and_chooses_nothing(opened):
    card = opened.locator(".claim", has_text="capture").first
    card.locator("summary").click()
    told = card.locator(".why").inner_text()
    assert "registry:xaa" in told
    assert "capture.take" in told
    numbers(opened, ".claim[aria-current=true]", 0)


def test_table_sorts_both_ways(opened):
    opened.click("#tab-table")
    head = opened.locator("th[data-key=action]")
    head.locator("button").click()
    up = words(opened, "#table td:nth-child(2)")
    assert up == ["capture", "kill", "kill", "shelling"]
    assert head.get_attribute("aria-sort") == "ascending"
    head.locator("button").click()
    shows(opened, "#table td:nth-child(2)", up[::-1])


def test_filters_hold_in_every_view_until_cleared(opened):
    opened.select_option("#f-status", "denied")
    shows(opened, "#shown", ["1 of 4 claims"])
    shows(opened, "#claims .claim h3 b", ["shelling"])
    opened.click("#tab-table")
    numbers(opened, "#table tbody tr", 1)
    opened.fill("#f-words", "nowhere at all")
    shows(opened, "#more", ["No claim passes the filters; Clear shows all."])
    opened.click("#clear")
    numbers(opened, "#table tbody tr", 4)


def test_search_finds_names_and_sources(opened):
    opened.click("#tab-table")
    opened.keyboard.press("/")
    opened.keyboard.type("marr xanadu")
    shows(opened, "#table td:nth-child(2)", ["capture"])


def test_map_shows_points_and_their_claims(opened):
    opened.click("#tab-map")
    numbers(opened, "circle.point", 1)
    assert opened.locator("#land path").count() > 3
    assert "1 claim on the map, 3 without" in opened.locator("#unplaced").inner_text()
    opened.locator("circle.point").focus()
    opened.keyboard.press("Enter")
    shows(opened, "#here .claim h3 b", ["capture"])
    before = opened.locator("#land").get_attribute("transform")
    opened.click("[data-zoom='0.6']")
    assert opened.locator("#land").get_attribute("transform") != before


def test_everything_is_reached_by_keyboard(opened):
    opened.locator("#tab-table").focus()
    opened.keyboard.press("Enter")
    assert opened.locator("#table").is_visible()
    opened.locator("#table tbody tr").last.focus()
    opened.keyboard.press("Enter")
    assert opened.locator("#reader").is_visible()
    numbers(opened, "#text .chosen", 1)


def test_arrow_keys_move_between_the_tabs(opened):
    opened.locator("#tab-reader").focus()
    seen = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"):
        opened.keyboard.press(key)
        seen.append(opened.evaluate("document.activeElement.id"))
        assert opened.locator("[role=tab][aria-selected=true]").get_attribute("id") == seen[-1]
        numbers(opened, "[role=tab][tabindex='0']", 1)
    assert seen == [f"tab-{name}" for name in ("table", "map", "reader", "map", "reader", "map")]
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.id") == "f-words"


def test_on_a_telephone_words_lead_to_their_card_and_back(chromium, tmp_path):
    document = report("The brigands shot. " * 200, name="long")
    starts = [19 * i + 13 for i in range(200)]
    shots = [kill(document, span=Span(s, s + 4), trigger="shot", quantities=()) for s in starts]
    write_page([(document, shots)], out=tmp_path / "p.html", title="long")
    tab = chromium.new_page(viewport={"width": 390, "height": 700})
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri())
    tab.locator("#text .trigger").nth(3).click()
    api = pytest.importorskip("playwright.sync_api")
    api.expect(tab.locator(".claim[aria-current=true]")).to_be_in_viewport(timeout=PATIENCE)
    tab.locator(".claim[aria-current=true]").click()
    api.expect(tab.locator("#text .chosen")).to_be_in_viewport(timeout=PATIENCE)
    tab.close()


def test_a_date_that_the_text_contradicts_is_told(chromium, tmp_path):
    stated = report(name="one", stated=dt.date(2017, 6, 13))
    write_page([(stated, []), (report("Silence.", name="two"), [])], out=tmp_path / "p.html", title="dates")
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri())
    shows(
        tab, "#reports small", ["2017-06-09 · the text says 2017-06-13 · 0 claims", "2017-06-09 · 0 claims"]
    )
    tab.close()


@pytest.mark.parametrize("width", [1400, 800, 390])
def test_no_view_is_wider_than_the_window(opened, width):
    opened.set_viewport_size({"width": width, "height": 800})
    for tab in ("reader", "table", "map"):
        opened.click(f"#tab-{tab}")
        assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_filters_that_leave_nothing_say_so_in_every_view(opened):
    opened.fill("#f-words", "zzyqanor")
    for tab, place in (("reader", "#claims"), ("table", "#more"), ("map", "#here")):
        opened.click(f"#tab-{tab}")
        shows(opened, place, ["No claim passes the filters; Clear shows all."])


@pytest.mark.parametrize("width", [1400, 1200, 1040])
def test_the_filters_stand_on_one_line(opened, width):
    opened.set_viewport_size({"width": width, "height": 800})
    tops = opened.evaluate(
        "[...document.getElementById('filters').children].map((c) => { const r = c.getBoundingClientRect();"
        " return Math.round((r.top + r.bottom) / 2 / 10); })"
    )
    assert len(set(tops)) == 1


def test_one_far_place_does_not_make_the_map_a_map_of_the_world(chromium, tmp_path):
    document = report("shot " * 60, name="far")
    (near,) = capture().places

    def shot(i):
        spot = {"lat": -60.0, "lon": 170.0} if i == 0 else {"lat": 3 + i / 100, "lon": 37.0}
        place = replace(near, span=Span(0, 4), text="Orun", precision=1, **spot)
        return kill(document, span=Span(5 * i, 5 * i + 4), trigger="shot", quantities=(), places=(place,))

    write_page([(document, [shot(i) for i in range(60)])], out=tmp_path / "p.html", title="far")
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri())
    tab.click("#tab-map")
    assert "1 beyond its edge" in tab.locator("#unplaced").inner_text()
    tab.click("[data-zoom='0']")
    assert "beyond" not in tab.locator("#unplaced").inner_text()
    tab.close()


def test_bodies_are_named_and_their_ids_stand_under_why(opened):
    assert "army units [Army of Xanadu]" in opened.locator(".claim dd").first.inner_text()
    assert "XAA:military" in opened.locator(".claim .why").first.text_content()


def test_days_filter_claims(chromium, tmp_path):
    first = capture()
    later = kill(time=replace(first.time, start=dt.date(2017, 6, 9), end=dt.date(2017, 6, 9)))
    write_page([(report(), [first, later])], out=tmp_path / "p.html", title="days")
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri())
    bars = tab.locator("#days button")
    assert bars.count() == 2
    bars.nth(1).click()
    shows(tab, "#shown", ["1 of 2 claims"])
    shows(tab, "#claims .claim h3 b", ["kill"])
    bars.nth(1).click()
    shows(tab, "#shown", ["2 of 2 claims"])
    tab.close()


def test_a_long_strip_of_days_begins_where_most_claims_are(chromium, tmp_path):
    first = capture()
    document = report("shot " * 60, name="old")

    def shot(i):
        day = dt.date(1950 + i, 5, 1) if i < 40 else dt.date(2017, 5, 1)
        time = replace(first.time, start=day, end=day)
        return kill(document, span=Span(5 * i, 5 * i + 4), trigger="shot", quantities=(), time=time)

    write_page([(document, [shot(i) for i in range(60)])], out=tmp_path / "p.html", title="old")
    tab = chromium.new_page(viewport={"width": 800, "height": 600})
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri())
    box = tab.locator("#days button[data-bin^='2017']").bounding_box()
    assert 0 <= box["x"] <= 800
    tab.click("#clear")
    assert tab.locator("#days button[data-bin^='2017']").bounding_box() == box
    tab.close()


def test_thousands_of_claims_are_shown_in_parts(chromium, tmp_path):
    text = "shot " * 2000
    document = report(text, name="long")
    many = [kill(document, span=Span(5 * i, 5 * i + 4), trigger="shot", quantities=()) for i in range(2000)]
    write_page([(document, many)], out=tmp_path / "p.html", title="many")
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((tmp_path / "p.html").as_uri())
    numbers(tab, "#text .trigger", 2000)
    assert tab.locator("#claims .claim").count() < 300
    tab.locator("#text .trigger").nth(900).click()
    numbers(tab, ".claim[aria-current=true]", 1)
    tab.click("#tab-table")
    rows = tab.locator("#table tbody tr")
    before = rows.count()
    tab.click("#more button")
    assert before < rows.count() <= 2000
    tab.close()


def test_an_empty_ledger_says_so(chromium, tmp_path):
    write_page([], out=tmp_path / "p.html", title="empty")
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto((tmp_path / "p.html").as_uri())
    shows(tab, "#text", ["There is no report in this ledger."])
    for view in ("table", "map", "reader"):
        tab.click(f"#tab-{view}")
    assert errors == []
    tab.close()


def opened_page(chromium, folder, entries, **given):
    """A page of these entries, open in a tab of its own."""
    write_page(entries, out=folder / "p.html", title="page", **given)
    tab = chromium.new_page()
    tab.set_default_timeout(PATIENCE)
    tab.goto((folder / "p.html").as_uri())
    return tab


def test_a_year_and_a_month_are_not_shown_as_their_days(chromium, tmp_path):
    document = report("shot " * 4, name="old")
    first = capture().time
    spans = [("2016-01-01", "2016-12-31"), ("2016-02-01", "2016-02-29"), ("2016-03-01", "2016-04-30")]
    shots = [
        kill(
            document,
            span=Span(5 * i, 5 * i + 4),
            quantities=(),
            time=replace(first, start=dt.date.fromisoformat(a), end=dt.date.fromisoformat(b)),
        )
        for i, (a, b) in enumerate(spans)
    ]
    tab = opened_page(chromium, tmp_path, [(document, shots)])
    tab.click("#tab-table")
    shows(tab, "#table td:first-child", ["2016", "2016-02", "2016-03-01 – 2016-04-30"])
    tab.close()


def test_countries_have_names_and_areas_a_unit(chromium, tmp_path):
    (place,), (figure,) = capture().places, capture().quantities
    syria = replace(place, text="Orun", name="Orun", country="SYR")
    area = replace(figure, measure="area", unit=None, low=1200, high=1200, bound="exact")
    tab = opened_page(chromium, tmp_path, [(report(), [capture(places=(syria,), quantities=(area,))])])
    card = tab.locator(".claim dl").first.inner_text()
    assert "Orun [Syria]" in card and "SYR" not in card
    assert "1,200 area (km²)" in card
    tab.close()


def test_a_point_off_a_place_goes_by_the_reports_words(chromium, tmp_path):
    document = report("shot " * 4, name="off")
    (town,) = capture().places
    north = replace(town, text="north of Tel Orun", lat=town.lat + 4)
    shots = [
        kill(document, span=Span(5 * i, 5 * i + 4), quantities=(), places=(place,))
        for i, place in enumerate((north, town, town))
    ]
    tab = opened_page(chromium, tmp_path, [(document, shots)])
    tab.click("#tab-map")
    numbers(tab, "#canvas text", 2)
    assert tab.locator("#canvas text").all_text_contents() == ["Tall ‘Ūrun", "north of Tel Orun"]
    tab.close()


def test_a_place_is_found_in_any_spelling_its_province_and_its_country(chromium, tmp_path):
    document = report("shot " * 4, name="spelt")
    (town,), (party,) = capture().places, capture().agents
    places = (
        town,
        replace(town, text="Tell Oroun"),
        replace(town, text="Marr", name="Marr", gazetteer="x:2"),
    )
    parties = (party, replace(party, text="XNA"), replace(party, text="gunmen", actor=None, name=None))
    shots = [
        kill(document, span=Span(5 * i, 5 * i + 4), quantities=(), places=(place,), agents=(who,))
        for i, (place, who) in enumerate(zip(places, parties, strict=True))
    ]
    tab = opened_page(chromium, tmp_path, [(document, shots)])
    for typed, found in (
        ("urun", 2),
        ("ʻŪrun", 2),
        ("oroun", 2),
        ("orun province", 3),
        ("xna", 2),
        ("gunmen", 1),
    ):
        tab.fill("#f-words", typed)
        shows(tab, "#shown", [f"{found} of 3 claims"])
    tab.close()


def test_the_address_keeps_view_filters_and_claim(opened):
    opened.locator("#text .trigger", has_text="killing").first.click()
    opened.select_option("#f-action", "kill")
    addressed(opened, "claim=c_", "action=kill")
    opened.reload()
    shows(opened, "#text .chosen", ["killing"])
    shows(opened, "#shown", ["2 of 4 claims"])
    opened.click("#tab-table")
    opened.go_back()
    assert opened.locator("#reader").is_visible()
    opened.click("#clear")
    addressed(opened, "claim=c_")
    shows(opened, "#shown", ["4 of 4 claims"])


def test_an_address_of_what_the_page_does_not_hold_says_so(chromium, tmp_path):
    tab = opened_page(chromium, tmp_path, [(report(), [capture()])])
    assert not tab.locator("#lost").is_visible()
    tab.goto((tmp_path / "p.html").as_uri() + "#claim=c_gone&action=nonsense&view=nowhere")
    assert "does not hold" in tab.locator("#lost").inner_text()
    shows(tab, "#shown", ["1 of 1 claims"])
    tab.close()


def saved(tab, button):
    """The rows of the CSV that a press of `button` saves."""
    with tab.expect_download() as waiting:
        tab.click(button)
    return list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text("utf-8"))))


def test_the_table_is_saved_as_it_is_seen(opened):
    opened.click("#tab-table")
    opened.select_option("#f-action", "kill")
    rows = saved(opened, "#t-save")
    assert [row["action"] for row in rows] == ["kill", "kill"]
    opened.click("#clear")
    opened.locator("th[data-key=action] button").click()
    rows = saved(opened, "#t-save")
    assert [row["action"] for row in rows] == words(opened, "#table td:nth-child(2)")
    first = rows[0]
    assert (first["place"], first["country"], first["lat"]) == ("Tel Orun", "XAA", "-3.5")
    assert (first["agents"], first["agent_ids"]) == ("army units", "XAA:military")
    assert first["words"].startswith("Colonel Ode Marr said on 8 June that army units took")
    opened.fill("#f-words", "zzyqanor")
    assert opened.locator("#t-save").is_disabled()


def test_a_saved_cell_is_no_formula(chromium, tmp_path):
    (party,) = capture().targets
    wily = (replace(party, text='=cmd|" /c calc"!A0'),)
    tab = opened_page(chromium, tmp_path, [(report(), [capture(targets=wily)])])
    tab.click("#tab-table")
    assert saved(tab, "#t-save")[0]["targets"] == '\'=cmd|" /c calc"!A0'
    tab.close()


def test_a_range_of_days_keeps_what_touches_it(chromium, tmp_path):
    document = report("shot " * 4, name="days")
    time = capture().time
    spans = (("2017-06-08", "2017-06-08"), ("2017-06-01", "2017-06-30"), ("2017-07-02", "2017-07-02"))
    times = [replace(time, start=dt.date.fromisoformat(a), end=dt.date.fromisoformat(b)) for a, b in spans]
    shots = [
        kill(document, span=Span(5 * i, 5 * i + 4), quantities=(), time=day)
        for i, day in enumerate([*times, None])
    ]
    tab = opened_page(chromium, tmp_path, [(document, shots)])
    tab.fill("#f-from", "2017-06-09")
    shows(tab, "#shown", ["2 of 4 claims"])
    tab.fill("#f-until", "2017-06-30")
    shows(tab, "#shown", ["1 of 4 claims"])
    addressed(tab, "from=2017-06-09", "until=2017-06-30")
    tab.click("#clear")
    shows(tab, "#shown", ["4 of 4 claims"])
    tab.close()


def test_reports_without_a_claim_that_passes_leave_the_list(opened):
    opened.select_option("#f-status", "denied")
    numbers(opened, "#reports button", 1)


def test_a_long_row_of_buttons_is_one_stop_of_the_tab_key(opened):
    numbers(opened, "#reports button", 3)
    numbers(opened, "#reports button[tabindex='0']", 1)
    opened.locator("#reports button[tabindex='0']").focus()
    opened.keyboard.press("ArrowDown")
    assert opened.evaluate("document.activeElement.innerText").startswith("astral")
    opened.keyboard.press("Enter")
    shows(opened, "#text .trigger", ["killing"])
    numbers(opened, "#reports button[tabindex='0']", 1)


def test_what_is_left_empty_and_how_sure_the_coding_is_are_told(chromium, tmp_path):
    bare = kill(agents=(), targets=(), places=(), time=None, confidence=0.4)
    tab = opened_page(chromium, tmp_path, [(report(), [bare])])
    assert tab.locator(".claim .sure").inner_text() == "coding 40 %"
    assert "nothing of whether the event happened" in tab.locator(".claim .sure").get_attribute("title")
    told = tab.locator(".why").text_content()
    assert "who, to whom, where, a day: the report does not tell, or not surely enough" in told
    tab.click("#tab-table")
    assert "40 %" in words(tab, "#table tbody td")
    tab.close()
