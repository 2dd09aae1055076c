"""`dateline incidents` and `dateline incident`: what many reports add up to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.commands.options import AtPlace, LedgerPath
from dateline.app.formats import Grade, IncidentFormat, LineFormat


def incidents(
    ledger: LedgerPath,
    place: AtPlace = None,
    grade: Annotated[Grade | None, typer.Option("--grade", help="Incidents of this grade.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Incidents on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Incidents on this day or before.")
    ] = None,
    format: Annotated[
        IncidentFormat,
        typer.Option("--format", help="How to print: in our columns, ACLED's, UCDP GED's, with HXL's tags."),
    ] = IncidentFormat.table,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
) -> None:
    """List the incidents of a linked ledger, by day.

    acled, ucdp and hxl are CSV files for those who work with these columns: a row for each incident that
    the scheme has a place for, the unknown left empty, and columns of ours at the end that say whose claims
    it stands on.

    \b
    Examples:
      dateline incidents --ledger war.db
      dateline incidents --ledger war.db --place Raqqa --grade contested
      dateline incidents --ledger war.db --since 2017-06-01 --format jsonl
      dateline incidents --ledger war.db --format acled -o acled.csv
      dateline incidents --ledger war.db --format ucdp -o ged.csv
      dateline incidents --ledger war.db --place SYR --format hxl -o hxl.csv
    """
    from dateline.app.links_printing import print_incidents
    from dateline.app.reading import day

    print_incidents(
        ledger,
        format=format,
        place=place,
        grade=grade and grade.value,
        since=day(since, option="--since"),
        until=day(until, option="--until"),
        output=output,
    )


def incident(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="Id of the incident, or of a claim in it, or its beginning.")
    ],
    ledger: LedgerPath,
    format: Annotated[LineFormat, typer.Option("--format", help="How to print.")] = LineFormat.table,
) -> None:
    """Show one incident: each claim's words, who says so, what agrees, what does not, which figures.

    \b
    Examples:
      dateline incident i_3f9a0c51d2e84b77 --ledger war.db
      dateline incident c_0b51 --ledger war.db --format jsonl
    """
    from dateline.app.links_dossier import print_incident

    print_incident(ledger, name, format=format)
