"""Writes the report page of a ledger."""

from __future__ import annotations

from pathlib import Path

from dateline.app.terminal import check_output
from dateline.errors import UsageError
from dateline.ledger import Ledger
from dateline.ledger.query import Query, entries


def write_report(ledger: Path, output: Path, *, title: str, run: int | None) -> None:
    """Write one page of all documents and their claims. Raises LedgerError, UsageError."""
    from dateline.export.page import write_page

    check_output(output)
    with Ledger(ledger, read_only=True) as opened:
        found = list(entries(opened, Query(run=run)))
    try:
        write_page(found, out=output, title=title)
    except OSError as error:
        raise UsageError(f"cannot write: {output}: {error.strerror}; name another file with -o") from None
