"""`dateline show`: one report to read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.commands.options import Columns, Longest, Name, Orders, Outlet, Published
from dateline.app.formats import DateOrder


def show(  # noqa: PLR0913 - a parameter for each option
    context: typer.Context,
    report: Annotated[
        str, typer.Argument(metavar="INPUT", help="A file to code, or with --ledger a document's name or id.")
    ],
    ledger: Annotated[
        Path | None, typer.Option("--ledger", metavar="FILE", help="Take the document from here.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Name the rule or model behind every part.")] = False,
    published: Published = None,
    outlet: Outlet = None,
    name: Name = None,
    column: Columns = None,
    date_order: Orders = DateOrder.iso,
    max_characters: Longest = None,
) -> None:
    """Show a report with the words of its claims in colour, and the claims under each paragraph.

    \b
    Examples:
      dateline show report.txt
      dateline show report.txt --why --published 2017-06-13
      dateline show --ledger war.db report
    """
    from dateline.app.reading import options_of
    from dateline.app.showing import coded_here, from_ledger

    if ledger is None:
        raise typer.Exit(coded_here(report, options=options_of(context.params), why=why))
    from_ledger(ledger, report, why=why)
