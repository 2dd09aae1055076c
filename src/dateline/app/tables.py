"""Prints tables that cut no figure: where the screen is too narrow, a paragraph for each row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from dateline.app.terminal import console

if TYPE_CHECKING:
    from rich.text import Text

Row = Sequence["Text"]

LEAST = 12
"""Columns of the screen that words need to read well; a longer word needs its own length."""
BETWEEN = 3
"""Columns of the screen from one column of a table to the next."""


def print_table(heads: Sequence[str], rows: Sequence[Row], *, whole: Collection[str] = ()) -> None:
    """Print a table in which every word stands whole, and every cell of the columns `whole` on one line.

    Where the screen has no room for that, each row is a paragraph: `name raid at Orun · killed 18 (4 to 45)`.
    """
    screen = console()
    needed = sum(_least(head, cells, head in whole) for head, *cells in zip(heads, *rows, strict=True))
    if needed + BETWEEN * len(heads) > screen.width:
        for row in rows:
            screen.print(_paragraph(heads, row), end="\n\n")
        return
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, header_style="dim", pad_edge=False)
    for head in heads:
        table.add_column(head, no_wrap=head in whole, overflow="fold")
    for row in rows:
        table.add_row(*row)
    screen.print(table)


def _least(head: str, cells: Sequence[Text], whole: bool) -> int:
    """Columns of the screen that a column of the table needs."""
    from rich.cells import cell_len

    lengths = [cell_len(head), *(cell.cell_len for cell in cells)]
    if whole:
        return max(lengths)
    words = (word for text in (head, *(cell.plain for cell in cells)) for word in text.split())
    return min(max(lengths), max(LEAST, *map(cell_len, words)))


def _paragraph(heads: Sequence[str], row: Row) -> Text:
    """The cells that hold something, each after the head of its column."""
    from rich.text import Text

    cells = ((head, cell) for head, cell in zip(heads, row, strict=True) if cell.plain)
    return Text(" · ").join(Text.assemble((f"{head} ", "dim"), cell) for head, cell in cells)
