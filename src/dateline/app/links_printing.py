"""Prints incidents, contradictions, control and source profiles: tables, JSON lines, CSV, GeoJSON."""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from dateline.app.formats import SheetFormat
from dateline.app.terminal import console, many, say, warn
from dateline.app.words import body
from dateline.claims.codec import Json, line
from dateline.export.neutral import cell, printable
from dateline.ledger import Ledger
from dateline.ledger.links_read import incident_named, incidents, incidents_at, unlinked
from dateline.link.codec import contradiction_json, incident_json
from dateline.link.record import Contradiction, FigureRange, Incident
from dateline.link.words import words_of

T = TypeVar("T")

UNITS = {"area": " km²", "distance": " km"}


def warn_of_news(ledger: Ledger) -> None:
    """Say on stderr when the linking does not know all that the ledger holds."""
    codings, judgements = unlinked(ledger)
    if codings or judgements:
        new = [many(n, word) for n, word in ((codings, "report"), (judgements, "judgement")) if n]
        warn(f"note: not linked yet: {' and '.join(new)}; run `dateline link --ledger {ledger.path}`")


def print_incidents(
    ledger: Path,
    *,
    format: SheetFormat,
    place: str | None,
    grade: str | None,
    since: dt.date | None,
    until: dt.date | None,
) -> None:
    """Print the incidents that fit all that is asked. Raises LedgerError."""
    with Ledger(ledger, read_only=True) as opened:
        warn_of_news(opened)
        found = [i for i in incidents(opened) if _fits(i, grade, since, until)]
        if place is not None:
            at = incidents_at(opened, place)
            found = [i for i in found if i.id in at or _folded(place) in _folded(f"{i.place or ''} {i.name}")]
    row = _whole_row if format is SheetFormat.csv else incident_row
    print_sheet(
        found,
        format=format,
        line_of=incident_json,
        row_of=row,
        columns=INCIDENT_COLUMNS,
        nothing="no incident fits",
    )


def _fits(i: Incident, grade: str | None, since: dt.date | None, until: dt.date | None) -> bool:
    return (
        grade in (None, i.grade)
        and (since is None or (i.start is not None and (i.end or i.start) >= since))
        and (until is None or (i.start is not None and i.start <= until))
    )


def _folded(text: str) -> str:
    """Words without accents and signs: `Khan Shaykhun` finds `Khān Shaykhūn`."""
    return " ".join(words_of(text))


INCIDENT_COLUMNS = (
    *("id", "name", "figures", "claims", "sources", "origins", "sides", "grade", "disputes", "start", "end"),
    *("place", "lat", "lon", "origin names", "source names", "reasons", "claim ids"),
)
"""Columns of a file of incidents, which has them also where no incident fits."""


def incident_row(i: Incident) -> Json:
    """An incident as a row for people and spreadsheets."""
    return {
        "id": i.id,
        "name": i.name,
        "figures": ", ".join(map(figure_words, i.figures)),
        "claims": len(i.claims),
        "sources": len(i.sources),
        "origins": len(i.origins),
        "sides": ", ".join(i.sides),
        "grade": i.grade,
        "disputes": sum(not c.update for c in i.contradictions),
    }


def _whole_row(i: Incident) -> Json:
    """An incident as a row of a file, which has room for all."""
    where = {"start": i.start, "end": i.end, "place": i.place, "lat": i.lat, "lon": i.lon}
    lists = {"origin names": " | ".join(i.origins), "source names": " | ".join(i.sources)}
    return {
        **incident_row(i),
        **where,
        **lists,
        "reasons": " | ".join(i.reasons),
        "claim ids": " ".join(i.claims),
    }


def figure_words(f: FigureRange) -> str:
    """`killed 3 (2 to 40)`: the best figure, with low and high where they differ."""
    low, best, high = (_number(v) for v in (f.low, f.best, f.high))
    span = "" if low == best == high else f" ({low} to {high})"
    return f"{f.measure.replace('_', ' ')} {best}{span}{UNITS.get(f.measure, '')}"


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,g}" if abs(value) < 1e6 else f"{value:,.0f}"


def print_contradictions(
    ledger: Path, *, format: SheetFormat, kind: str | None, incident: str | None
) -> None:
    """Print the contradictions of all incidents, or of one kind or incident. Raises LedgerError."""
    with Ledger(ledger, read_only=True) as opened:
        warn_of_news(opened)
        of = incidents(opened) if incident is None else [incident_named(opened, incident)]
    names = {i.id: i.name for i in of}
    found = [c for i in of for c in i.contradictions if kind in (None, c.kind)]
    print_sheet(
        found,
        format=format,
        line_of=contradiction_json,
        row_of=partial(_dispute, names=names),
        columns=DISPUTE_COLUMNS,
        nothing="no contradiction fits",
    )


DISPUTE_COLUMNS = ("kind", "measure", "is", "note", "incident", "name", "a", "b")
"""Columns of a file of contradictions."""


def _dispute(c: Contradiction, names: Mapping[str, str]) -> Json:
    return {
        "kind": c.kind,
        "measure": c.measure,
        "is": "update" if c.update else "dispute",
        "note": c.note,
        "incident": c.incident,
        "name": names.get(c.incident or ""),
        "a": c.a,
        "b": c.b,
    }


def print_sheet(
    found: Sequence[T],
    *,
    format: SheetFormat,
    line_of: Callable[[T], Json],
    row_of: Callable[[T], Json],
    columns: Sequence[str],
    nothing: str,
) -> None:
    """Print records as JSON lines, as CSV that a spreadsheet does not obey, or as a table.

    `columns` head the CSV, whose rows hold exactly these; without a record it is a valid file too.
    Instead of an empty table `nothing` is said on stderr. Tables name bodies, files keep their ids.
    """
    if not found and format is SheetFormat.table:
        warn(nothing)
    if format is SheetFormat.jsonl:
        for item in found:
            say(line(line_of(item)))
        return
    rows = [{k: str(v) if isinstance(v, dt.date) else v for k, v in row_of(item).items()} for item in found]
    if format is SheetFormat.table:
        _print_table(rows)
    else:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(value) for value in row.values()] for row in rows)


WHOLE = ("id", "incident", "claim", "a", "b")
"""Columns of ids: never folded, so that they can be copied."""
BODIES = ("holder", "side", "sides", "source")
"""Columns of ids of bodies, of which a table shows the names."""


def _print_table(rows: Sequence[Json]) -> None:
    if not rows:
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="dim", pad_edge=False)
    for name in rows[0]:
        table.add_column(name, no_wrap=name in WHOLE)
    for row in rows:
        table.add_row(*(Text(printable(shown_in_table(name, value))) for name, value in row.items()))
    console().print(table)


def shown_in_table(column: str, value: object) -> str:
    """A cell for people: bodies by their names, a holder that is no known body in quotation marks."""
    if value is None:
        return ""
    text = str(value)
    if column == "holder" and ":" not in text:
        return f"“{text}”"  # the report's own words, which may be loaded
    return ", ".join(map(body, text.split(", "))) if column in BODIES else text
