"""Figures of a claim made of a spreadsheet's cells: the dead and the wounded."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.claims.codec import Json, full
from dateline.claims.record import Claim
from dateline.export.flat import TOLLS
from dateline.link.figures import total

Number = float | None
Cells = Mapping[str, str]
"""Columns of `claims --format csv` -> the new cells, empty for what is unknown."""


def quantities(claim: Claim, cells: Cells) -> list[Json]:
    """The figures with other totals of the dead and wounded: one figure of all of them, its parts kept."""
    figures: list[Json] = full(claim)["quantities"]
    for measure in TOLLS:
        if f"{measure}_low" in cells or f"{measure}_high" in cells:
            old = [f for f in claim.quantities if f.measure == measure and f.part_of is None]
            low, high = _ends(measure, cells, total(old))
            figures = _retold(figures, measure, low, high)
    return figures


def _ends(measure: str, cells: Cells, old: tuple[float, Number, str] | None) -> tuple[Number, Number]:
    """Low and high of a measure, what no cell gives as it was. Raises ValueError."""
    ends: list[Number] = []
    before = (None, None) if old is None else (None if old[2] == "at_most" else old[0], old[1])
    for end, was in zip(("low", "high"), before, strict=True):
        column = f"{measure}_{end}"
        ends.append(number(column, cells[column]) if column in cells else was)
    low, high = ends
    if (low or 0) < 0 or (high or 0) < 0 or (low is not None and high is not None and low > high):
        raise ValueError(f"`{measure}_low` and `{measure}_high` are no range: {low} to {high}")
    return low, high


def _retold(figures: list[Json], measure: str, low: Number, high: Number) -> list[Json]:
    """The figures with one whole of a measure in the place of those there are, if any."""
    wholes = [k for k, f in enumerate(figures) if f["measure"] == measure and f["part_of"] is None]
    known = low is not None or high is not None
    # Without an upper end it is a range still: `at least 2` would be read as a plural that no number says.
    bound = "at_most" if low is None else "exact" if low == high else "range"
    new = {"measure": measure, "low": low, "high": high, "bound": bound, "part_of": None}
    if not wholes:
        return [*figures, {"text": "", **new}] if known else figures
    gone = wholes[1:] if known else wholes
    kept = [k for k in range(len(figures)) if k not in gone]
    made = [{**figures[k], **new} if k == wholes[0] else dict(figures[k]) for k in kept]
    for figure in made:
        # A part of a whole that is gone is a part of what is told in its place, or of nothing.
        of = wholes[0] if figure["part_of"] in gone else figure["part_of"]
        figure["part_of"] = kept.index(of) if of in kept else None
    return made


def number(column: str, cell: str) -> Number:
    """What a cell counts, None if it is empty. Raises ValueError."""
    try:
        counted = float(cell) if cell else None
    except ValueError:
        raise ValueError(f"`{column}` is no number: {cell}") from None
    return int(counted) if counted is not None and counted.is_integer() else counted
