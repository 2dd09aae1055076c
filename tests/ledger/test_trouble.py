"""What DuckDB says, in words that say what to do."""

from __future__ import annotations

import _thread
import threading
from pathlib import Path

import duckdb
import pytest

from dateline.ledger import Ledger
from dateline.ledger.trouble import told

LONG = "SELECT sum(a.range + b.range) FROM range(60000) a, range(60000) b"
"""Some seconds, then it ends: Ctrl-C that DuckDB does not look for counts at the end of the query."""


@pytest.fixture
def interrupted():
    """Ctrl-C, half a second from now."""
    timer = threading.Timer(0.5, _thread.interrupt_main)
    timer.start()
    yield
    timer.cancel()


def test_ctrl_c_during_a_query_is_ctrl_c(interrupted):
    with pytest.raises(KeyboardInterrupt), told(Path("war.db")):
        duckdb.execute(LONG).fetchall()


def test_ctrl_c_during_a_write_leaves_the_ledger_as_it_was(ledger_path, interrupted):
    with pytest.raises(KeyboardInterrupt), Ledger(ledger_path) as opened, opened.transaction() as connection:
        connection.execute("INSERT INTO failures VALUES (1, 'a', 'b', 'c')")
        connection.execute(LONG).fetchall()
    with Ledger(ledger_path, read_only=True) as opened:
        assert opened.ask("SELECT * FROM failures") == []
