"""Claims coded elsewhere: kept as they are, bad lines told one by one."""

from __future__ import annotations

import json

import pytest
from builders import TEXT, capture, kill, report
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.jsonl import lines
from dateline.ledger import Failure, Ledger
from dateline.ledger.links_form import claim_from
from dateline.ledger.links_import import NOTE, import_claims
from dateline.ledger.query import entries


@pytest.fixture
def ledger(ledger_path):
    with Ledger(ledger_path) as opened:
        yield opened


@pytest.fixture
def bring(ledger, tmp_path):
    """Imports a file of lines: the outcomes."""

    def call(*made, name="claims.jsonl", texts=None):
        path = tmp_path / name
        path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in made), "utf-8")
        return list(import_claims(ledger, path, texts=texts))

    return call


def exported():
    return list(lines((report(), [capture(), kill()])))


def test_an_export_comes_back_the_same(ledger, bring):
    (outcome,) = bring(*exported())
    assert (outcome.claims, outcome.new) == (2, True)
    (entry,) = entries(ledger)
    assert list(lines(entry)) == exported()


def test_without_its_text_a_document_keeps_its_identity_and_the_words_of_its_claims(ledger, bring):
    bring(*exported())
    ((document, claims),) = entries(ledger)
    assert document.id == report().id and len(document.text) == len(TEXT)
    assert document.notes == (NOTE,)
    assert {document.quote(c.span) for c in claims} == {"took", "killing"}
    assert "asked" not in document.text


def test_with_its_text_it_is_the_whole_document(ledger, bring, tmp_path):
    (tmp_path / "marr.txt").write_text(TEXT, "utf-8")
    bring(*exported(), texts=tmp_path)
    ((document, _),) = entries(ledger)
    assert (document.text, document.sha256) == (TEXT, None)


def test_another_text_is_told_and_not_taken(ledger, bring, tmp_path):
    (tmp_path / "marr.txt").write_text(TEXT + " More.", "utf-8")
    outcomes = bring(*exported(), texts=tmp_path)
    assert "another SHA-256" in outcomes[0].reason and outcomes[1].claims == 2


def test_twice_adds_nothing(ledger, bring):
    bring(*exported())
    (again,) = bring(*exported())
    assert not again.new
    assert [(r.documents, r.claims) for r in ledger.runs()] == [(1, 2)]


HEAD = {"document": "d", "name": "d", "characters": 90}
GOOD = {"document": "d", "span": [4, 8], "trigger": "took", "action": "capture", "status": "occurred"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "line 2"),
        ("[1]", "not a JSON object"),
        ({"hello": 1}, "neither a claim"),
        ({**GOOD, "document": "x"}, "no document line before it for 'x'"),
        ({**GOOD, "action": "conquer"}, "no such action: conquer"),
        ({**GOOD, "status": "sure"}, "no such status"),
        ({**GOOD, "span": [8, 4]}, "not a span"),
        ({**GOOD, "span": [4, 10**12]}, "not a span"),
        ({**GOOD, "agents": "army"}, "not a claim"),
        ({k: v for k, v in GOOD.items() if k != "status"}, "no `status`; give one of occurred"),
        ({k: v for k, v in GOOD.items() if k != "span"}, "no `span`; give it"),
        ({**GOOD, "agents": [{"text": "army", "kind": "warriors"}]}, "no such kind of party: warriors"),
        ({**GOOD, "places": [{"role": "at"}]}, "a part without text"),
        ({**GOOD, "places": [{"text": "Orun", "role": "beside"}]}, "no such role"),
        ({**GOOD, "quantities": [{"measure": "killed", "low": "two", "high": 2}]}, "low is no number"),
        ({**GOOD, "attribution": [{"text": "he", "kind": "rumour"}]}, "no such kind of source"),
        ({**GOOD, "time": ["yesterday", None]}, "yesterday"),
        ('{"document": "d", "action": "kill", "trigger": "\\ud800"}', "surrogates"),
        ({**HEAD, "published": 5}, "published is no text: 5"),
        ({**GOOD, "document": ["d"]}, "no document line before it for ['d']"),
        ({**GOOD, "sentence": 10**30}, "sentence is no number that can be"),
        ({**GOOD, "confidence": float("nan")}, "confidence is no number that can be: nan"),
        ({**GOOD, "places": [{"text": "Orun", "lat": float("inf"), "lon": 0}]}, "lat is no number that can"),
        ({**GOOD, "places": [{"text": "Orun", "precision": "x"}]}, "no such precision of a place: 'x'"),
        ({**GOOD, "places": [{"text": "Orun", "inherited": "yes"}]}, "inherited is neither true nor false"),
        ({**GOOD, "effects": [{"place": 5, "from": None, "to": None}]}, "place is no index: 5"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_is_kept(ledger, bring, line, reason):
    outcomes = bring(HEAD, line, GOOD)
    failure, added = outcomes
    assert isinstance(failure, Failure) and reason in str(failure)
    assert added.claims == 1
    assert ledger.runs()[0].failures == 1


def test_what_is_left_out_is_unknown_and_ids_are_kept(ledger, bring):
    bring(HEAD, {**GOOD, "id": "c7"}, {**GOOD, "span": [20, 26], "trigger": "killed", "id": "c8"})
    ((_, claims),) = entries(ledger)
    assert [c.id for c in claims] == ["c7", "c8"]
    assert claims[0].time is None and claims[0].attribution == () and claims[0].confidence is None
    assert claims[0].sentence != claims[1].sentence


def test_a_claim_without_a_span_stands_where_the_text_has_its_trigger(ledger, bring):
    """Who codes by hand counts no characters; of words that stand twice nobody knows which were meant."""
    head = {**HEAD, "text": "They took Orun. Guns shelled it, then shelled Marr."}
    claim = {"document": "d", "trigger": "took", "action": "capture", "status": "occurred"}
    failure, added = bring(head, claim, {**claim, "trigger": "shelled", "action": "shelling"})
    assert "the text has 'shelled' 2 times" in failure.reason and added.claims == 1
    ((_, claims),) = entries(ledger)
    assert [(c.trigger, tuple(c.span)) for c in claims] == [("took", (5, 9))]


def test_one_id_twice(bring):
    outcomes = bring(HEAD, {**GOOD, "id": "c7"}, {**GOOD, "id": "c7"})
    assert "another claim has its id: c7" in outcomes[0].reason and outcomes[1].claims == 1


def test_a_gold_file_with_its_text_beside_it(ledger, bring, tmp_path):
    text = "Rebels took Orun on 3 May, the governor said."
    (tmp_path / "orun.txt").write_text(text, "utf-8")
    claim = {
        "k": "c1", "span": [7, 11], "trigger": "took", "action": "capture", "status": "occurred",
        "accept": [], "agents": [{"text": None, "actor": "XAA:rebels"}], "targets": [],
        "places": [{"text": "Orun", "role": "at"}], "source": "the governor",
        "source_kind": "named_official", "quantities": [], "time": ["2020-05-03", "2020-05-03"], "means": [],
    }  # fmt: skip
    gold = {"meta": {"published": "2020-05-04", "outlet": "Orun News"}, "claims": [claim]}
    (outcome,) = bring(json.dumps(gold), name="orun.json")
    assert (outcome.document.text, outcome.document.outlet) == (text, "Orun News")
    ((_, (found,)),) = entries(ledger)
    assert found.time.precision == "day" and found.attribution[0].text == "the governor"
    assert found.agents[0].actor == "XAA:rebels"
    assert document_quotes(ledger, found.places[0].span) == "Orun"


def document_quotes(ledger, span):
    ((document, _),) = entries(ledger)
    return document.quote(span)


PLACED = {**GOOD, "places": [{"text": "Nyala in Sudan", "role": "at"}]}


def test_a_place_without_coordinates_is_resolved(ledger, bring):
    bring(HEAD, PLACED)
    ((_, (found,)),) = entries(ledger)
    assert (found.places[0].name, found.places[0].country) == ("Nyala", "SDN")
    assert found.places[0].lat is not None and found.places[0].rule.startswith("places.given")


def test_claims_that_dateline_coded_keep_the_nulls_it_chose(ledger, bring):
    bring(HEAD, PLACED)
    ((document, (found,)),) = entries(ledger)
    bring({**HEAD, "sha256": document.id}, {**PLACED, "id": found.id}, name="again.jsonl")
    ((_, (again,)),) = entries(ledger)
    assert (again.id, again.places[0].lat) == (found.id, None)


def test_another_version_of_the_coder_is_another_run(ledger, tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(map(json.dumps, (HEAD, PLACED))), "utf-8")
    for version in ("1", "1", "2"):
        list(import_claims(ledger, path, version=version))
    assert len(ledger.runs()) == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from([*GOOD, "agents", "places", "time", "quantities", "attribution", "codes", "effects"])


@given(st.dictionaries(KEYS, JSON, max_size=4))
def test_any_line_is_a_claim_or_says_why_not(changed):
    try:
        claim_from({**GOOD, **changed}, sha256="0" * 64, text=None, ordinal=0)
    except ValueError as error:
        assert str(error)


def test_an_id_that_another_document_has_is_told(ledger, bring):
    bring(HEAD, {**GOOD, "id": "c7"})
    told, added = bring({**HEAD, "document": "e", "name": "e"}, {**GOOD, "document": "e", "id": "c7"})
    assert "another claim has its id: c7" in told.reason and added.claims == 0
