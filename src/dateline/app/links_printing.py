"""Prints the incidents of a linked ledger, and their contradictions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from dateline.app.formats import IncidentFormat, SheetFormat
from dateline.app.schemes import SCHEMES, write_incidents
from dateline.app.sheets import print_sheet
from dateline.app.terminal import many, printing, warn
from dateline.claims.codec import Json
from dateline.export.flat import TOLLS
from dateline.ledger import Ledger
from dateline.ledger.links_load import linkable
from dateline.ledger.links_read import (
    incident_named,
    incidents,
    incidents_at,
    unlinked,
    unlinked_reviews,
)
from dateline.link.codec import contradiction_json, incident_json
from dateline.link.record import Contradiction, FigureRange, Incident
from dateline.link.words import words_of

UNITS = {"area": " km²", "distance": " km"}


def warn_of_news(ledger: Ledger) -> None:
    """Say on stderr when the linking does not know all that the ledger holds."""
    codings, judgements = unlinked(ledger)
    counted = ((codings, "report"), (judgements, "judgement"), (unlinked_reviews(ledger), "review"))
    new = [many(n, word) for n, word in counted if n]
    if new:
        warn(f"note: not linked yet: {' and '.join(new)}; run `dateline link --ledger {ledger.path}`")


def print_incidents(
    ledger: Path,
    *,
    format: IncidentFormat,
    place: str | None,
    grade: str | None,
    since: dt.date | None,
    until: dt.date | None,
    output: Path | None,
) -> None:
    """Print the incidents that fit all that is asked. Raises LedgerError, UsageError."""
    with Ledger(ledger, read_only=True) as opened:
        warn_of_news(opened)
        found = [i for i in incidents(opened) if _fits(i, grade, since, until)]
        if place is not None:
            at = incidents_at(opened, place)
            found = [i for i in found if i.id in at or _folded(place) in _folded(f"{i.place or ''} {i.name}")]
        known = linkable(opened, copies=True) if format in SCHEMES else None
    if known is not None:
        write_incidents(found, known, scheme=format.value, output=output)
        return
    with printing(output):
        print_sheet(
            found,
            format=SheetFormat(format.value),
            line_of=incident_json,
            row_of=_whole_row if format is IncidentFormat.csv else incident_row,
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
    *("place", "lat", "lon", "origin names", "source names", "reasons", "claim ids", "precision"),
    *(f"{measure} {end}" for measure in TOLLS for end in ("low", "best", "high")),
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
        "precision": i.precision,
        **_tolls(i),
    }


def _tolls(i: Incident) -> Json:
    """The dead and wounded as numbers, which words in one cell are not."""
    told = {f.measure: f for f in i.figures}
    return {
        f"{measure} {end}": getattr(told.get(measure), end, None)
        for measure in TOLLS
        for end in ("low", "best", "high")
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
