"""`dateline serve`: the page of a ledger as a web app on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.app.commands.options import LedgerPath


def serve(
    ledger: LedgerPath,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65_535, help="Port on 127.0.0.1; 0 takes a free one.")
    ] = 8765,
    title: Annotated[str | None, typer.Option("--title", help="The page's title.")] = None,
) -> None:
    """Serve the page of a ledger to this machine's browser, where people add to it.

    The page is that of `dateline report`. On it reports are pasted in, coded and linked, and incidents
    merged, split and locked. Other commands may write to the ledger meanwhile; the page says when it is old.

    \b
    Examples:
      dateline serve --ledger war.db
      dateline serve --ledger war.db --port 0 --title "The war, day by day"
    """
    from dateline.app.web.serve import run_serve

    run_serve(ledger, port=port, title=title or ledger.stem)
