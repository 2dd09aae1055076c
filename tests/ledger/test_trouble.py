"""What DuckDB says, in words that say what to do."""

from __future__ import annotations

import _thread
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from dateline.ledger import Ledger
from dateline.ledger.trouble import told

LONG = "SELECT sum(a.range + b.range) FROM range(60000) a, range(60000) b"


@contextmanager
def interrupted() -> Iterator[None]:
    """Ctrl-C half a second from now, and again until the block is left.

    One alone may come where DuckDB does not look for it, and the query is long.
    """
    done = threading.Event()

    def press() -> None:
        while not done.wait(0.5):
            _thread.interrupt_main()

    thread = threading.Thread(target=press)
    thread.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            yield
    finally:
        done.set()
        thread.join()


def test_ctrl_c_during_a_query_is_ctrl_c():
    with interrupted(), told(Path("war.db")):
        duckdb.execute(LONG).fetchall()


def test_ctrl_c_during_a_write_leaves_the_ledger_as_it_was(ledger_path):
    with interrupted(), Ledger(ledger_path) as opened, opened.transaction() as connection:
        connection.execute("INSERT INTO failures VALUES (1, 'a', 'b', 'c')")
        connection.execute(LONG).fetchall()
    with Ledger(ledger_path, read_only=True) as opened:
        assert opened.ask("SELECT * FROM failures") == []
