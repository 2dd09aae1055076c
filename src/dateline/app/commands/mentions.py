"""`dateline mentions`: one stage alone."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.app.commands.options import Columns, Inputs, Jobs, Longest, Name, Orders, Outlet, Published
from dateline.app.formats import DateOrder, LineFormat, Stage


def mentions(  # noqa: PLR0913 - a parameter for each option
    context: typer.Context,
    kind: Annotated[Stage, typer.Argument(metavar="KIND", help=f"One of {', '.join(Stage)}.")],
    inputs: Inputs,
    published: Published = None,
    outlet: Outlet = None,
    name: Name = None,
    column: Columns = None,
    date_order: Orders = DateOrder.iso,
    max_characters: Longest = None,
    format: Annotated[LineFormat, typer.Option("--format", help="How to print.")] = LineFormat.jsonl,
    jobs: Jobs = 1,
) -> None:
    """Find the places, times, quantities, quotes or actors of reports, and nothing else.

    \b
    Examples:
      dateline mentions places report.txt
      dateline mentions times report.txt --published 2017-06-13
      dateline mentions quantities reports.csv --column text=body --format table
      cat report.txt | dateline mentions quotes -
    """
    from dateline.app.coding import run_mentions
    from dateline.app.reading import options_of

    options = options_of(context.params)
    raise typer.Exit(run_mentions(kind.value, inputs, options=options, format=format, jobs=jobs))
