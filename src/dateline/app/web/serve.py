"""Runs the web app until it is stopped."""

from __future__ import annotations

import secrets
import socket
from pathlib import Path

from dateline.app.terminal import say
from dateline.app.web.desk import Desk
from dateline.app.web.site import HOSTS, site
from dateline.errors import UsageError


def run_serve(ledger: Path, *, port: int, title: str) -> None:
    """Serve the ledger on this machine until Ctrl-C. Raises LedgerError, UsageError."""
    import uvicorn

    token = secrets.token_urlsafe(32)
    desk = Desk(ledger, title=title, token=token)
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOSTS[0], port))
            # A browser that comes before the server has started waits instead of being refused.
            listening.listen()
        except OSError as error:
            raise UsageError(f"cannot serve: port {port}: {error.strerror}; choose another --port") from None
        say(f"http://{HOSTS[0]}:{listening.getsockname()[1]}/")
        say(f"serves {ledger} on this machine alone; Ctrl-C stops it")
        server = uvicorn.Server(
            uvicorn.Config(site(desk, token=token), log_level="warning", access_log=False, lifespan="off")
        )
        server.run(sockets=[listening])
