"""`dateline import`: claims that were coded elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.commands.options import LedgerPath


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="CLAIMS...", help="JSON lines in the claim format, or gold files.")
    ],
    ledger: LedgerPath,
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="FOLDER", help="Folder with the reports as NAME.txt.")
    ] = None,
) -> None:
    """Add claims coded elsewhere to a ledger, as a run of their own.

    A file holds a line for each document before the lines of its claims. Bad lines are reported one by
    one, and the rest is kept. What a line leaves out is unknown.

    \b
    Examples:
      dateline import claims.jsonl --ledger war.db
      dateline import claims.jsonl --texts reports/ --ledger war.db
      dateline import coded-by-hand/*.json --ledger war.db
    """
    from dateline.app.links_importing import run_import

    raise typer.Exit(run_import(files, ledger=ledger, texts=texts))
