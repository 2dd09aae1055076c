"""A web app that runs beside the tests, and what they ask of it."""

from __future__ import annotations

import json
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dateline.app.web.desk import Desk
from dateline.app.web.site import site

TOKEN = "t0ken"


class Served:
    """A web app at `base` over the file `ledger`."""

    def __init__(self, base: str, ledger: Path) -> None:
        self.base, self.ledger = base, ledger

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and body."""
        return self._answer(urllib.request.Request(self.base + path, headers=headers))

    def post(self, path: str, given: Any, *, token: str = TOKEN) -> tuple[int, dict[str, Any]]:
        """Status and the object answered."""
        body = given if isinstance(given, bytes) else json.dumps(given).encode()
        asked = urllib.request.Request(self.base + path, body, {"X-Dateline": token})
        status, text = self._answer(asked)
        return status, json.loads(text)

    def _answer(self, asked: urllib.request.Request) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(asked) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@contextmanager
def serving(ledger: Path) -> Iterator[Served]:
    """Runs a web app over `ledger` in a thread of its own."""
    import uvicorn

    desk = Desk(ledger, title="War", token=TOKEN)
    config = uvicorn.Config(site(desk, token=TOKEN), log_level="warning", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", ledger)
        finally:
            server.should_exit = True
            thread.join()
