"""Codes the inputs of one command, prints what comes out, and says what did not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.app.formats import ClaimFormat
from dateline.app.printers import Printer, printer
from dateline.app.reading import Given, documents
from dateline.app.terminal import OK, SOME_FAILED, progress, warn
from dateline.ledger import Failure
from dateline.pipeline.coder import Coded
from dateline.pipeline.run import coded, coded_into


def run_code(
    inputs: Sequence[str], *, given: Given, ledger: Path | None, format: ClaimFormat, jobs: int
) -> int:
    """Code, print and perhaps keep; the exit code."""
    items = documents(inputs, given)
    if ledger is None:
        return _print(coded(items, jobs=jobs), printer(format, loose=True))
    from dateline.ledger import Ledger
    from dateline.pipeline.fingerprint import fingerprint

    with Ledger(ledger, create=True) as opened:
        run = opened.start(fingerprint())
        return _print(coded_into(opened, items, run=run, jobs=jobs), printer(format, loose=False))


def _print(outcomes: Iterable[Coded | Failure], show: Printer) -> int:
    failed = 0
    for outcome in progress(outcomes):
        if isinstance(outcome, Failure):
            failed += 1
            warn(f"{outcome.reason}: {outcome.input}")
        else:
            show.entry((outcome.document, outcome.claims))
    return SOME_FAILED if failed else OK
