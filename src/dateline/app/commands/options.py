"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.formats import DateOrder
from dateline.read.record import COLUMNS

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Text, HTML, CSV, JSONL or Parquet files, folders of them, or - for standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Publication date (2017-06-13) of all inputs."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Outlet of all inputs.")]
Name = Annotated[str | None, typer.Option("--name", help="Name of the document; a file's stem if not given.")]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="OURS=THEIRS",
        help=f"Name of a column in the input; may be repeated. OURS is one of {', '.join(COLUMNS)}.",
    ),
]
Orders = Annotated[
    DateOrder,
    typer.Option("--date-order", help="How a date such as 3/4/2016 in a column is meant; iso refuses it."),
]
Longest = Annotated[
    int | None, typer.Option("--max-characters", min=1, help="Longest report that is read (400000).")
]
Jobs = Annotated[int, typer.Option("--jobs", min=1, help="Worker processes.")]
AtPlace = Annotated[
    str | None,
    typer.Option(
        "--place",
        help="A place in any spelling, part of its name or province, a country code, or a gazetteer id.",
    ),
]
LedgerPath = Annotated[Path, typer.Option("--ledger", metavar="FILE", help="The ledger file.")]
