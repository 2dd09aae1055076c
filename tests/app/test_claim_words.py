"""Claims in a few words: what a table shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from builders import capture

from dateline.app import words


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ((2021, 3, 4), (2021, 3, 4), "2021-03-04"),
        ((2021, 3, 4), (2021, 3, 6), "2021-03-04..2021-03-06"),
        ((2021, 2, 1), (2021, 2, 28), "2021-02"),
        ((2021, 1, 1), (2021, 12, 31), "2021"),
        ((2020, 1, 1), (2021, 12, 31), "2020-01-01..2021-12-31"),
        ((2021, 3, 4), None, "2021-03-04.."),
    ],
)
def test_days(start, end, told):
    claim = capture()
    time = replace(claim.time, start=dt.date(*start), end=dt.date(*end) if end else None)
    assert words.when(replace(claim, time=time)) == told
    assert words.when(replace(claim, time=replace(time, precision="unknown"))) == f"reported {told}"


def test_a_body_is_named_once():
    claim = capture()
    assert words.parties(claim.agents * 3) == "Army of Xanadu"


def test_figures_are_told_plainly():
    (villages,) = capture().quantities
    figures = (
        replace(villages, measure="killed_or_wounded", low=9.0, high=None),
        replace(villages, measure="killed", low=4.0, high=4.0, part_of=0),
        replace(villages, measure="other", text="thirty\nsorties", low=30.0, high=30.0),
    )
    told = words.how_many(capture(quantities=figures))
    assert told == "9+ killed or wounded, of these 4 killed, thirty sorties"


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        ("group:islamic_state", "Islamic State"),
        ("SDN:police", "Police of Sudan"),
        ("Orun News", "Orun News"),
        ("agency:reuters", "Reuters"),
        ("agency:ria_novosti", "Ria Novosti"),
    ],
)
def test_bodies_have_names(actor, name):
    assert words.body(actor) == name
