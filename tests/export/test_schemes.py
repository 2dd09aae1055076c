"""Incidents in the columns of ACLED, UCDP GED and HXL: whole files, and what decides a cell."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from front import ARMY, FORMULA, GROUP, IDLIB, battle, day, dead, front, party, strike, told

from dateline.app.schemes import SCHEMES, write_incidents
from dateline.claims.record import Party
from dateline.document import Span
from dateline.export import acled, hxl, ucdp
from dateline.export.acled_types import OPEN, lists, sub_event_type
from dateline.export.event import Event
from dateline.export.formats import export
from dateline.ledger.links_load import Linkable
from dateline.link.incident import incident
from dateline.link.record import Settings

GOLDENS = Path(__file__).with_name("goldens")
DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
EVENTS = front()


def written(scheme: str) -> bytes:
    stream = io.BytesIO()
    SCHEMES[scheme](front(), stream)
    return stream.getvalue()


def table(scheme: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(scheme).decode())))


def named(scheme: str, action: str) -> dict[str, str]:
    """The row of the incident whose name begins with an action."""
    key = {"acled": "event_id_cnty", "ucdp": "id", "hxl": "id"}[scheme]
    ids = {e.incident.id for e in EVENTS if e.incident.name.startswith(action)}
    return next(row for row in table(scheme) if row[key] in ids)


def event(*claims, of: Event = EVENTS[0]) -> Event:
    """An incident of these claims."""
    made = incident(claims, of.reports, settings=Settings())
    return Event(incident=made, claims=claims, documents=of.documents, reports=of.reports)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_scheme_is_written_as_its_golden_file_has_it(scheme):
    assert written(scheme) == (GOLDENS / f"{scheme}.csv").read_bytes()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_same_incidents_give_the_same_bytes(scheme):
    assert written(scheme) == written(scheme)


@pytest.mark.parametrize("name", (*acled.COLUMNS, *ucdp.COLUMNS, *hxl.INCIDENT_TAGS, *hxl.CLAIM_TAGS))
def test_every_column_is_documented(name):
    assert f"`{name}`" in DOCS


@pytest.mark.parametrize("tag", (*hxl.INCIDENT_TAGS.values(), *hxl.CLAIM_TAGS.values()))
def test_every_hashtag_is_documented(tag):
    assert f"`{tag}`" in DOCS


CORE = set("#event #date #country #adm1 #adm2 #loc #geo #group #affected #meta #description #status".split())
"""Hashtags of HXL 1.1's released list, as far as exports use them."""


@pytest.mark.parametrize("tags", (hxl.INCIDENT_TAGS, hxl.CLAIM_TAGS))
def test_hashtags_are_of_the_list_and_each_stands_once(tags):
    assert {tag.partition("+")[0] for tag in tags.values()} <= CORE
    assert all(re.fullmatch(r"#[a-z0-9]+(\+[a-z_0-9]+)*", tag) for tag in tags.values())
    assert len(set(tags.values())) == len(tags)


def test_hashtags_stand_under_the_heads():
    heads, tags, *_ = csv.reader(io.StringIO(written("hxl").decode()))
    assert (heads, tags) == (list(hxl.INCIDENT_TAGS), list(hxl.INCIDENT_TAGS.values()))


def test_claims_have_hashtags_too_and_no_day_of_their_report():
    stream = io.BytesIO()
    documents = EVENTS[0].documents
    claims = [c for e in EVENTS for c in e.claims]
    export("hxl")([(d, [c for c in claims if c.document == d.id]) for d in documents.values()], stream)
    heads, tags, *rows = csv.reader(io.StringIO(stream.getvalue().decode()))
    assert tags == list(hxl.CLAIM_TAGS.values()) and len(rows) == len(claims)
    march = next(dict(zip(heads, row, strict=True)) for row in rows if "protest" in row)
    assert (march["start"], march["end"], march["reported"]) == ("2020-05-01", "2020-05-31", "2020-05-20")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_of_a_report_are_no_formula(scheme):
    told_by = "".join(written(scheme).decode())
    assert FORMULA in told_by
    cells = [cell for row in csv.reader(io.StringIO(told_by)) for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]


def test_acled_has_a_place_for_what_happened_somewhere_within_a_month():
    assert [row["sub_event_type"] for row in table("acled")] == [
        "Peaceful protest",
        "Armed clash",
        "Air/drone strike",
    ]


def test_acled_counts_the_most_conservative_dead_and_leaves_the_unknown_empty():
    row = named("acled", "airstrike")
    assert (row["fatalities"], row["dateline_killed_low"], row["dateline_killed_high"]) == ("7", "7", "9")
    empty = "actor1 inter1 interaction region admin3 source_scale tags timestamp".split()
    assert [row[name] for name in empty] == [""] * len(empty)


def test_acled_adds_up_the_dead_of_both_sides():
    assert named("acled", "kill")["fatalities"] == "14"


def test_acled_names_and_numbers_both_sides_of_a_battle():
    row = named("acled", "kill")
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Syria", "1")
    assert (row["actor2"], row["inter2"]) == ("Islamic State", "2")
    assert (row["interaction"], row["time_precision"], row["geo_precision"], row["iso"]) == (
        "12",
        "1",
        "2",
        "760",
    )


def test_acled_notes_are_only_what_somebody_says():
    notes = named("acled", "kill")["notes"]
    assert notes.startswith("Armed forces of Syria (State News): “Army units killed 12 fighters")
    assert "; Islamic State (Orun Gazette): “Islamic State killed five soldiers" in notes


def test_a_month_is_coded_by_its_middle_day():
    row = named("acled", "protest")
    assert (row["event_date"], row["time_precision"]) == ("2020-05-16", "3")


def test_a_crowd_is_the_only_actor_of_its_protest():
    row = named("acled", "protest")
    assert (row["actor1"], row["inter1"], row["inter2"], row["interaction"]) == (
        "Protesters (Syria)",
        "6",
        "0",
        "60",
    )


def test_a_states_forces_abroad_are_external():
    first, *rest = battle()
    turkish = replace(first, agents=(replace(first.agents[0], actor="TUR:military"),))
    row = acled.row(event(turkish, *rest[2:]))
    assert (row["actor1"], row["inter1"], row["interaction"]) == ("Military Forces of Turkey", 8, 28)


def test_civilians_whom_a_battle_hits_are_no_actor_of_it():
    claim = replace(strike()[1], action="clash", agents=())
    row = acled.row(event(claim))
    assert (row["event_type"], row["actor2"], row["civilian_targeting"]) == ("Battles", None, None)


def test_an_attack_on_nobody_known_has_no_type():
    claim = replace(strike()[0], action="attack", means=())
    assert sub_event_type(event(claim)) == OPEN
    row = acled.row(event(claim))
    assert (row["disorder_type"], row["event_type"], row["sub_event_type"]) == (
        "Political violence",
        None,
        None,
    )


def test_an_attack_that_killed_civilians_is_violence_against_them():
    act, toll, _ = strike()
    hit = replace(
        toll, targets=(party(EVENTS[0].documents[toll.document], "three children", "SYR:civilians"),)
    )
    row = acled.row(event(replace(act, action="attack", means=()), hit))
    assert (row["sub_event_type"], row["civilian_targeting"]) == ("Attack", "Civilian targeting")


def blow(action: str, *means: str, k: int = 0):
    """A claim of an act against civilians in Idlib by one of three reports."""
    document = list(EVENTS[0].documents.values())[k]
    hit = (Party(text="residents", span=Span(0, 9), actor="SYR:civilians", kind="civilians"),)
    return told(document, document.text.split()[0], action, IDLIB, targets=hit, means=means, time=day(4))


@pytest.mark.parametrize(
    ("claims", "sub_type"),
    [
        ([blow("attack"), blow("attack", k=1), blow("airstrike", k=2)], "Air/drone strike"),
        ([blow("attack"), blow("attack", k=1), blow("clash", k=2)], "Attack"),
        ([blow("bombing"), blow("bombing", "suicide", k=1)], "Suicide bomb"),
        ([blow("airstrike"), blow("attack", "chemical", k=1)], "Chemical weapon"),
        ([blow("airstrike", k=k) for k in range(3)], "Air/drone strike"),
        ([blow("kill"), blow("kill", k=1), blow("shelling", k=2)], "Shelling/artillery/missile attack"),
    ],
)
def test_who_says_more_of_a_blow_goes_before_who_tells_it_in_passing(claims, sub_type):
    assert sub_event_type(event(*claims)) == sub_type


def test_every_sub_event_type_of_the_crosswalk_is_on_the_list():
    known = {s for listed in lists()["event_types"].values() for s in listed}
    assert len(known) == 25 and len(lists()["event_types"]) == 6
    assert {c.codes.acled for e in EVENTS for c in e.claims if c.codes.acled} <= known


def test_ucdp_has_a_place_for_what_killed_somebody():
    assert [row["best"] for row in table("ucdp")] == ["14", "7"]


def test_ucdp_adds_up_what_each_side_says_of_the_dead():
    row = named("ucdp", "kill")
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (
        "1",
        "Government of Syria",
        "Islamic State",
    )
    dead = [row[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")]
    assert dead == ["2", "12", "", ""]
    assert [row[end] for end in ("low", "best", "high")] == ["5", "14", "17"]


def test_ucdp_tells_children_among_the_dead_from_those_not_told():
    row = named("ucdp", "airstrike")
    assert [row[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")] == ["", "", "3", "4"]
    assert (row["type_of_violence"], row["side_a"], row["best"], row["high"]) == ("", "", "7", "9")


@pytest.mark.parametrize(("days", "precision"), [((3, 3), 1), ((3, 5), 2), ((3, 9), 3), ((1, 31), 4)])
def test_ucdp_says_how_exact_the_day_is(days, precision):
    claim = replace(battle()[0], time=day(*days, "week" if days[0] != days[1] else "day"))
    assert ucdp.row(event(claim))["date_prec"] == precision


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        (IDLIB, 1),
        (replace(IDLIB, role="near", precision=2), 2),
        (replace(IDLIB, gazetteer="geonames:169387", precision=3), 4),
        (replace(IDLIB, gazetteer="geonames:163843", admin1=None, precision=3), 6),
        (replace(IDLIB, role="between", precision=2), 5),
        (replace(IDLIB, gazetteer=None, lat=None, lon=None, precision=None), None),
    ],
)
def test_ucdp_says_how_exact_the_place_is(place, precision):
    assert ucdp.where_precision(event(replace(battle()[0], places=(place,)))) == precision


def test_the_prio_grid_cell_holds_the_point():
    assert ucdp.grid_cell(34.802462, 36.707602) == 179714


def test_one_sided_violence_has_civilians_on_its_second_side():
    document = EVENTS[0].documents[strike()[1].document]
    agent = replace(battle()[0].agents[0], text="planes")
    killed = dead(document, "three children", 3)
    children = party(document, "three children", "SYR:civilians")
    claim = told(
        document, "killing", "kill", IDLIB, agents=(agent,), targets=(children,), quantities=(killed,)
    )
    row = ucdp.row(event(claim))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (3, "Government of Syria", "Civilians")
    assert (row["deaths_civilians"], row["deaths_a"], row["dyad_name"]) == (
        3,
        None,
        "Government of Syria - Civilians",
    )


def test_our_columns_say_whose_claims_a_row_stands_on():
    row = named("ucdp", "kill")
    assert (row["dateline_claims"], row["dateline_reports"], row["dateline_origins"]) == ("3", "2", "2")
    assert row["dateline_stand"] == "of opposing sides"
    assert (row["dateline_first"], row["dateline_second"]) == (ARMY, GROUP)


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ("acled", "2 of 5 incidents left out: nothing that ACLED codes"),
        ("ucdp", "3 of 5 incidents left out: nobody counts a death in them"),
        ("hxl", ""),
    ],
)
def test_incidents_that_a_scheme_has_no_place_for_are_counted(scheme, said, tmp_path, capsys):
    first = EVENTS[0]
    claims = {c.id: c for e in EVENTS for c in e.claims}
    known = Linkable(claims=claims, reports=first.reports, documents=first.documents, codings={})
    write_incidents([e.incident for e in EVENTS], known, scheme=scheme, output=tmp_path / "rows.csv")
    err = capsys.readouterr().err
    assert said in err and bool(said) == bool(err)
    assert (tmp_path / "rows.csv").read_bytes() == (GOLDENS / f"{scheme}.csv").read_bytes()
