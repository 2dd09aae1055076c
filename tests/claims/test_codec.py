"""Claims to JSON and back: the public format's keys in order, nothing lost in the full form."""

from __future__ import annotations

import json

import pytest
from builders import capture, kill
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.codec import full, line, public, whole
from dateline.claims.codec_read import claim_of

KEYS = (
    "id document sentence span trigger action means agents targets places time quantities status "
    "attribution codes loaded_terms effects confidence rule"
).split()


def test_keys_stand_in_the_order_of_the_format():
    assert list(public(capture())) == KEYS
    made = public(capture())
    assert list(made["agents"][0]) == ["text", "span", "actor", "name", "kind"]
    assert list(made["places"][0]) == (
        "text span role inherited gazetteer name country admin1 lat lon precision score".split()
    )
    assert list(made["time"]) == ["text", "span", "start", "end", "precision", "inherited"]
    assert list(made["quantities"][0]) == ("text span measure low high bound unit cumulative part_of".split())
    assert list(made["attribution"][0]) == "text span kind actor side cue cue_span direct".split()
    assert list(made["codes"]) == ["acled", "plover", "cameo", "ucdp"]
    assert list(made["effects"][0]) == ["place", "from", "to"]


def test_unknown_is_null_and_none_is_an_empty_list():
    made = public(kill())
    assert made["time"] is None
    assert made["agents"] == made["places"] == made["attribution"] == made["loaded_terms"] == []
    assert made["quantities"][0]["high"] is None


def test_whole_numbers_are_written_whole():
    assert line(public(capture())).count('"low": 12,') == 1
    assert (whole(0.5), whole(None), whole(3.0)) == (0.5, None, 3)


def test_the_document_may_go_by_its_name():
    claim = capture()
    assert public(claim, document="marr")["document"] == "marr"
    assert claim_of(public(claim, document="marr"), document=claim.document).id == claim.id


@pytest.mark.parametrize("claim", [capture(), kill()])
def test_the_full_form_loses_nothing(claim):
    assert claim_of(json.loads(line(full(claim)))) == claim


def test_the_public_form_loses_only_reasons():
    claim = capture()
    assert public(claim_of(json.loads(line(public(claim))))) == public(claim)


def test_keys_of_a_newer_minor_version_are_left_out():
    made = public(capture())
    made["agents"][0]["wikidata"] = "Q1"
    made["codes"]["new_scheme"] = "x"
    assert claim_of({**made, "added": 1}).agents[0].actor == "XAA:military"


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_a_line_is_one_line_of_printable_utf8_that_reads_back(text):
    written = line({"text": text})
    assert json.loads(written) == {"text": text}
    written.encode("utf-8")
    assert written.splitlines() == [written]
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in written)
