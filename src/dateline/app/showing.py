"""Finds the report that `show` was asked for, and shows it."""

from __future__ import annotations

from pathlib import Path

from dateline.app.reader import reader
from dateline.app.reading import documents
from dateline.app.terminal import OK, SOME_FAILED, page, warn
from dateline.ledger import Failure, Ledger
from dateline.ledger.query import document_named
from dateline.read import ReadOptions


def coded_here(report: str, *, options: ReadOptions, why: bool) -> int:
    """Code the reports of one input and show them; the exit code."""
    from dateline.pipeline.run import coded

    code = OK
    for outcome in coded(documents([report], options)):
        if isinstance(outcome, Failure):
            warn(str(outcome))
            code = SOME_FAILED
        else:
            page(reader(outcome.document, outcome.claims, why=why))
    return code


def from_ledger(ledger: Path, name: str, *, why: bool) -> None:
    """Show a document as the ledger has it."""
    with Ledger(ledger, read_only=True) as opened:
        document, claims = document_named(opened, name)
    page(reader(document, claims, why=why))
