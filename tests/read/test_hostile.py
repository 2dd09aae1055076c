"""Texts made to keep a reader busy: cut into blocks in time that grows with their length alone."""

from __future__ import annotations

import signal
from contextlib import contextmanager

import pytest

from dateline.read.text import document_of

LENGTH = 40_000
SECONDS = 10
"""A text of `LENGTH` takes a tenth of this; those below once took hours, or longer than anyone waits."""


@contextmanager
def at_most(seconds):
    def late(*_):
        raise TimeoutError(f"longer than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    "unit",
    [
        "A-",
        "Aa-",
        "al-Aa-",
        "AA, ",
        "AA/",
        "Aa Bb-Cc ",
        "1 Jan 2016 ",
        "AFP\n",
        "By Ada Lane\n",
        "Advertisement\n",
        "Read more\n",
    ],
)
@pytest.mark.parametrize("end", ["", "!"])
def test_a_text_of_one_thing_again_and_again_is_cut_in_time(unit, end):
    text = (unit * LENGTH)[:LENGTH] + end
    with at_most(SECONDS):
        document = document_of(text, name="t")
    assert "".join(text.split()) == "".join("".join(document.quote(b.span).split()) for b in document.blocks)


@pytest.mark.parametrize(
    ("top", "place"),
    [
        ("DEIR-AL-BAHR, March 11 (Reuters) - The army left.", "DEIR-AL-BAHR"),
        ("Deir ez-Zor, 11 March 2016 - The army left.", "Deir ez-Zor"),
        ("el-Fasher, 11 March 2016 - The army left.", "el-Fasher"),
        ("ABU KAMAL - The army left.", "ABU KAMAL"),
    ],
)
def test_a_hyphen_in_a_datelines_place_is_a_part_of_its_name(top, place):
    document = document_of(top, name="t")
    assert document.dateline is not None
    assert document.quote(document.dateline) == place
