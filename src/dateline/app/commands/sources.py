"""`dateline sources`: how each source's claims fared against the other side's."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.app.commands.options import LedgerPath
from dateline.app.formats import SheetFormat


def sources(
    ledger: LedgerPath,
    format: Annotated[SheetFormat, typer.Option("--format", help="How to print.")] = SheetFormat.table,
) -> None:
    """List outlets and speakers: claims, shares contradicted and corroborated by the other side, tolls.

    Counts with 95 % intervals, never a verdict: few claims say little of a source.

    \b
    Examples:
      dateline sources --ledger war.db
      dateline sources --ledger war.db --format csv
    """
    from dateline.app.links_control import print_sources

    print_sources(ledger, format=format)
