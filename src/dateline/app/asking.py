"""Prints what a ledger answers: claims, runs, differences between runs."""

from __future__ import annotations

import sys
from pathlib import Path

from dateline.annotate.evidence import STATUSES
from dateline.app.formats import ClaimFormat
from dateline.app.printers import printer
from dateline.app.terminal import warn, writing
from dateline.errors import UsageError
from dateline.export.formats import export
from dateline.ledger import Ledger
from dateline.ledger.query import Query, entries
from dateline.lexicon.actions import actions


def print_claims(ledger: Path, query: Query, *, format: str, output: Path | None) -> None:
    """Print the claims that match, to stdout or a file. Raises UsageError, LedgerError."""
    _check(query)
    if format == ClaimFormat.table and output is None:
        with Ledger(ledger, read_only=True) as opened:
            show = printer(ClaimFormat.table, loose=False)
            found = 0
            for entry in entries(opened, query):
                show.entry(entry)
                found += len(entry[1])
        if not found:
            warn("no claim fits")
        return
    if format == ClaimFormat.table:
        raise UsageError(f"a table is for the screen: {output}; choose another --format for a file")
    write = export(format)
    if format == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError(
            "parquet is no text: the terminal cannot show it; name a file with -o claims.parquet"
        )
    with Ledger(ledger, read_only=True) as opened, writing(output) as stream:
        write(entries(opened, query), stream)


def _check(query: Query) -> None:
    if query.run is not None and query.review is not None:
        raise UsageError("--run has claims as that run coded them, before any review; leave --review out")
    for option, value, known in (("--action", query.action, actions()), ("--status", query.status, STATUSES)):
        if value is not None and value not in known:
            raise UsageError(f"no such {option[2:]}: {value}; one of {', '.join(known)}")
