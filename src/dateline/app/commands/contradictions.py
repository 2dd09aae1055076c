"""`dateline contradictions`: where claims of one incident cannot both be right."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.app.commands.options import LedgerPath
from dateline.app.formats import Contradicted, SheetFormat


def contradictions(
    ledger: LedgerPath,
    kind: Annotated[Contradicted | None, typer.Option("--kind", help="Only of this kind.")] = None,
    incident: Annotated[
        str | None, typer.Option("--incident", metavar="ID", help="Of one incident, named as for `incident`.")
    ] = None,
    format: Annotated[SheetFormat, typer.Option("--format", help="How to print.")] = SheetFormat.table,
) -> None:
    """List the contradictions of a linked ledger, and figures that later ones update.

    \b
    Examples:
      dateline contradictions --ledger war.db
      dateline contradictions --ledger war.db --kind denial
      dateline contradictions --ledger war.db --format jsonl
    """
    from dateline.app.links_printing import print_contradictions

    print_contradictions(ledger, format=format, kind=kind and kind.value, incident=incident)
