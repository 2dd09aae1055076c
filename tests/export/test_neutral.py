"""Words from outside, printed without being obeyed."""

from __future__ import annotations

import csv
import io

import pytest
from builders import capture, kill, report
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import sheet
from dateline.export.neutral import cell, printable

ANY = st.text(st.characters(exclude_categories=()), max_size=30)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jwiped", "␛[2Jwiped"),
        ("a\x07\x7f", "a␇␡"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202etxt", "abc\ufffdtxt"),
        ("a\rb", "a␍b"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("دير الزور", "دير الزور"),
    ],
)
def test_codes_that_a_terminal_obeys_become_visible(text, shown):
    assert printable(text) == shown


@given(ANY)
def test_length_is_kept_so_that_spans_hold(text):
    made = printable(text)
    assert len(made) == len(text)
    made.encode("utf-8")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_that_would_be_a_formula_gets_an_apostrophe(start):
    assert str(cell(f"{start}cmd|' /C calc'!A0")).startswith("'")


@pytest.mark.parametrize("value", [-3.5, 4, None, "plain", "a=b"])
def test_numbers_and_plain_words_stay(value):
    assert cell(value) == value


def test_csv_reads_back_and_is_neutral():
    document = report(name="=HYPERLINK(1)", outlet='Orun "News"\n@home')
    stream = io.BytesIO()
    sheet.write_csv([(document, [capture(document), kill(document, trigger="-1+1")])], stream)
    first, second = csv.DictReader(io.StringIO(stream.getvalue().decode()))
    assert first["name"] == "'=HYPERLINK(1)"
    assert first["outlet"] == 'Orun "News"\n@home'
    assert (first["lat"], first["lon"]) == ("-3.5", "37.25")
    assert second["trigger"] == "'-1+1"
    assert second["quantities"] == "killed 40+"


@pytest.mark.parametrize("text", ["=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "\t=1"])
def test_a_formula_gets_an_apostrophe_in_either_width(text):
    assert cell(text) == "'" + text
