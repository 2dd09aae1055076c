"""`dateline control`: who held which place, by whose account."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.app.commands.options import LedgerPath
from dateline.app.formats import MapFormat


def control(
    ledger: LedgerPath,
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="[PLACE]", help="A place's name in any spelling, or its gazetteer id; all if not given."
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Only what holds on this day.")
    ] = None,
    format: Annotated[MapFormat, typer.Option("--format", help="How to print.")] = MapFormat.table,
) -> None:
    """Show who held a place and when, according to whom; accounts that differ stand side by side.

    \b
    Examples:
      dateline control Raqqa --ledger war.db
      dateline control --on 2017-06-13 --ledger war.db
      dateline control --on 2017-06-13 --ledger war.db --format geojson
    """
    from dateline.app.links_control import print_control
    from dateline.app.reading import day

    print_control(ledger, place=place, on=day(on, option="--on"), format=format)
