"""`dateline claims`: what a ledger says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.commands.options import AtPlace, LedgerPath
from dateline.app.formats import EXPORT_FORMATS, ReviewState


def claims(  # noqa: PLR0913 - a parameter for each option
    ledger: LedgerPath,
    place: AtPlace = None,
    actor: Annotated[
        str | None,
        typer.Option(
            "--actor",
            help="Agent, target or source: a body's id, name or acronym; else part of its words, name or id.",
        ),
    ] = None,
    action: Annotated[str | None, typer.Option("--action", help="An action of the codebook.")] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", help="occurred, ongoing, planned, conditional, possible, denied."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Events on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Events on this day or before.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", help="A document's name, or its id or the beginning of it.")
    ] = None,
    run: Annotated[
        int | None, typer.Option("--run", help="As this run coded them; the latest if not given.")
    ] = None,
    review: Annotated[
        ReviewState | None,
        typer.Option("--review", help="By what was decided of them; all but the rejected if not given."),
    ] = None,
    format: Annotated[str, typer.Option("--format", help=EXPORT_FORMATS)] = "table",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
) -> None:
    """Print the claims of a ledger that fit all that is asked.

    \b
    Examples:
      dateline claims --ledger war.db
      dateline claims --ledger war.db --place Raqqa --action capture --status occurred
      dateline claims --ledger war.db --actor group:islamic_state --since 2017-06-01 --format csv
      dateline claims --ledger war.db --review rejected
      dateline claims --ledger war.db --format parquet -o claims.parquet
    """
    from dateline.app.asking import print_claims
    from dateline.app.reading import day
    from dateline.ledger.query import Query

    query = Query(
        place=place,
        actor=actor,
        action=action,
        status=status,
        since=day(since, option="--since"),
        until=day(until, option="--until"),
        document=document,
        run=run,
        review=review and review.value,
    )
    print_claims(ledger, query, format=format, output=output)
