"""Codes the inputs of one command, prints what comes out, and says what did not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from dateline.app.formats import ClaimFormat, LineFormat
from dateline.app.lines import print_objects
from dateline.app.printers import printer
from dateline.app.reading import documents
from dateline.app.terminal import OK, SOME_FAILED, progress, warn
from dateline.ledger import Failure, Ledger
from dateline.pipeline.coder import Coded
from dateline.pipeline.fingerprint import fingerprint
from dateline.pipeline.run import coded, coded_into, worked
from dateline.pipeline.stages import Found, stage
from dateline.read import ReadOptions

Made = TypeVar("Made", Coded, Found)


def run_code(
    inputs: Sequence[str], *, options: ReadOptions, ledger: Path | None, format: ClaimFormat, jobs: int
) -> int:
    """Code, print and perhaps keep; the exit code."""
    items = documents(inputs, options)
    show = printer(format, loose=ledger is None)

    def print_claims(made: Coded) -> None:
        show.entry((made.document, made.claims))

    if ledger is None:
        return _each(coded(items, jobs=jobs), print_claims)
    with Ledger(ledger, create=True) as opened:
        run = opened.start(fingerprint())
        return _each(coded_into(opened, items, run=run, jobs=jobs), print_claims)


def run_mentions(
    kind: str, inputs: Sequence[str], *, options: ReadOptions, format: LineFormat, jobs: int
) -> int:
    """Find and print the mentions of one kind; the exit code."""
    found = worked(partial(stage, kind=kind), documents(inputs, options), jobs=jobs)
    return _each(found, lambda made: print_objects(made.mentions, format=format))


def _each(outcomes: Iterable[Made | Failure], show: Callable[[Made], None]) -> int:
    code = OK
    for outcome in progress(outcomes):
        if isinstance(outcome, Failure):
            warn(str(outcome))
            code = SOME_FAILED
        else:
            show(outcome)
    return code
