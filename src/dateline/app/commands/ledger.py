"""Commands that read a ledger: `runs`, `diff`, `report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.commands.options import LedgerPath
from dateline.app.formats import LineFormat

Format = Annotated[LineFormat, typer.Option("--format", help="How to print.")]


def runs(
    ledger: LedgerPath,
    failures: Annotated[bool, typer.Option("--failures", help="List the inputs that failed.")] = False,
    format: Format = LineFormat.table,
) -> None:
    """List the runs of a ledger: which version of the coder, over how many documents, when.

    \b
    Examples:
      dateline runs --ledger war.db
      dateline runs --ledger war.db --failures
      dateline runs --ledger war.db --format jsonl
    """
    from dateline.app.comparing import print_failures, print_runs

    (print_failures if failures else print_runs)(ledger, format=format)


def diff(
    before: Annotated[int, typer.Argument(metavar="RUN", help="The earlier run.")],
    after: Annotated[int, typer.Argument(metavar="RUN", help="The later run.")],
    ledger: LedgerPath,
    format: Format = LineFormat.table,
) -> None:
    """Show what a run codes otherwise than another: claims added, removed, changed by field.

    Only documents that both runs have coded are compared.

    \b
    Examples:
      dateline diff 1 2 --ledger war.db
      dateline diff 1 2 --ledger war.db --format jsonl
    """
    from dateline.app.comparing import print_changes

    print_changes(ledger, before, after, format=format)


def report(
    ledger: LedgerPath,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")],
    title: Annotated[str | None, typer.Option("--title", help="The page's title.")] = None,
    run: Annotated[
        int | None, typer.Option("--run", help="As this run coded; the latest if not given.")
    ] = None,
) -> None:
    """Write one HTML page that opens without a network: reports, claims, table, map, incidents.

    Incidents, who held which place and the sources are there once `dateline link` has run.

    \b
    Examples:
      dateline report --ledger war.db -o page.html
      dateline report --ledger war.db -o june.html --title "June 2017"
    """
    from dateline.app.reporting import write_report

    write_report(ledger, output, title=title or ledger.stem, run=run)
