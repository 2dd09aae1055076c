"""Writes incidents in the columns of other schemes, and says how many these have no place for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.app.formats import IncidentFormat
from dateline.app.terminal import many, warn, writing
from dateline.export import acled, hxl, ucdp
from dateline.export.event import Event, events
from dateline.export.table import write_table
from dateline.ledger.links_load import Linkable
from dateline.link.record import Incident

Write = Callable[[Iterable[Event], BinaryIO], int]


def _acled(found: Iterable[Event], stream: BinaryIO) -> int:
    return write_table(acled.rows(found), stream, heads=(acled.COLUMNS,))


def _ucdp(found: Iterable[Event], stream: BinaryIO) -> int:
    return write_table(ucdp.rows(found), stream, heads=(ucdp.COLUMNS,))


SCHEMES: Mapping[str, Write] = {
    IncidentFormat.acled: _acled,
    IncidentFormat.ucdp: _ucdp,
    IncidentFormat.hxl: hxl.write_incidents,
}
LEFT_OUT = {
    IncidentFormat.acled: "nothing that ACLED codes, at a place and within a month, is said to have happened",
    IncidentFormat.ucdp: "nobody counts a death in them",
    IncidentFormat.hxl: "the ledger has their claims no more",
}


def write_incidents(found: Sequence[Incident], known: Linkable, *, scheme: str, output: Path | None) -> None:
    """Write incidents as a scheme has them, to stdout or a file. Raises UsageError."""
    listed = events(found, claims=known.claims, documents=known.documents, reports=known.reports)
    with writing(output) as stream:
        count = SCHEMES[scheme](listed, stream)
    if left := len(found) - count:
        warn(f"note: {left:,} of {many(len(found), 'incident')} left out: {LEFT_OUT[IncidentFormat(scheme)]}")
