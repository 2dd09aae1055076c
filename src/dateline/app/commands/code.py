"""`dateline code`: reports in, claims out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.commands.options import Columns, Inputs, Jobs, Longest, Name, Orders, Outlet, Published
from dateline.app.formats import ClaimFormat, DateOrder


def code(  # noqa: PLR0913 - a parameter for each option
    context: typer.Context,
    inputs: Inputs,
    published: Published = None,
    outlet: Outlet = None,
    name: Name = None,
    column: Columns = None,
    date_order: Orders = DateOrder.iso,
    max_characters: Longest = None,
    ledger: Annotated[
        Path | None, typer.Option("--ledger", metavar="FILE", help="Keep documents and claims in this file.")
    ] = None,
    format: Annotated[ClaimFormat, typer.Option("--format", help="How to print claims.")] = ClaimFormat.table,
    jobs: Jobs = 1,
) -> None:
    """Code reports into claims: who says that who did what to whom, where, when, how many.

    With --ledger everything is kept; what the ledger has already is not coded again, and a command
    that was stopped goes on where it was when it is run again.

    \b
    Examples:
      dateline code report.txt
      dateline code report.txt --published 2017-06-13 --outlet "Example News" --format jsonl
      dateline code reports/ --ledger war.db --jobs 2
      dateline code reports.csv --column text=article_content --date-order mdy --ledger war.db
      cat report.txt | dateline code - --name monday
    """
    from dateline.app.coding import run_code
    from dateline.app.reading import options_of

    options = options_of(context.params)
    raise typer.Exit(run_code(inputs, options=options, ledger=ledger, format=format, jobs=jobs))
