"""Tables on screens of any width: no word and no figure of them is cut."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.text import Text

from dateline.app import tables

HEADS = ("id", "name", "figures", "claims", "sides")
ROWS = [
    ("i_3f9a0c51d2e84b77", "airstrike at Orun, 2020-05-03", "killed 18 (4 to 45), wounded 1,200", "35", ""),
    ("i_77e01b2c00aa11bb", "raid", "displaced 1,000,000 (1,000,000 to 9,999,999)", "2", "Army of Xanadu"),
]


@pytest.fixture
def printed(monkeypatch, capsys):
    """What a screen of some width shows."""

    def call(width):
        monkeypatch.setattr(tables, "console", lambda: Console(width=width, highlight=False))
        tables.print_table(HEADS, [[Text(cell) for cell in row] for row in ROWS], whole={"id", "claims"})
        return capsys.readouterr().out

    return call


@pytest.mark.parametrize("width", [30, 60, 80, 100, 160])
def test_every_word_stands_whole(printed, width):
    out = printed(width)
    assert "…" not in out
    assert set(" ".join(cell for row in ROWS for cell in row).split()) <= set(out.split())


def test_a_narrow_screen_has_a_paragraph_for_each_row(printed):
    assert printed(160).count("claims") == 1
    lines = [line.rstrip() for line in printed(60).splitlines()]
    assert lines[0] == "id i_3f9a0c51d2e84b77 · name airstrike at Orun, 2020-05-03 ·"
    assert lines[1:3] == ["figures killed 18 (4 to 45), wounded 1,200 · claims 35", ""]
