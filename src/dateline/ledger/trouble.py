"""What DuckDB says when a ledger cannot be used, in one line that says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import LedgerError

TROUBLES = (
    (
        r"not a valid DuckDB database|Corrupt|checksum",
        "not a ledger: {path}; name another file with --ledger",
    ),
    (
        r"Conflicting lock.*?\(PID (?P<pid>\d+)\)",
        "ledger in use: {path} is open in process {pid}; wait until it ends, or stop it",
    ),
    (
        r"Could not set lock",
        "ledger in use: {path} is open in another process; wait until it ends, or stop it",
    ),
    (
        r"No space left|File too large|Disk quota|Could not write all",
        "no room on disk: {path}; what was finished is kept: make room and run the same command again",
    ),
    (
        r"newer version|version number|storage version",
        "newer ledger: {path} was written by a newer DuckDB; upgrade dateline",
    ),
    (
        r"Permission denied|Read-only file system|read-only mode|Operation not permitted",
        "ledger not writable: {path}; change its permissions, or name another file with --ledger",
    ),
    (r"Is a directory", "not a ledger: {path} is a folder; name a file with --ledger"),
    (r"No such file|Cannot open file", "ledger cannot be opened: {path}; check that its folder exists"),
)
"""(what DuckDB or the system says, what to tell), the first that matches."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns every DuckDB and system error inside into a LedgerError of one line; Ctrl-C stays Ctrl-C."""
    # Loaded by whoever opens a ledger; a command without one is spared the wait.
    import duckdb

    try:
        yield
    except (duckdb.InterruptException, RuntimeError) as error:
        # What DuckDB makes of Ctrl-C that comes while a query runs.
        if "interrupted" not in str(error).lower():
            raise
        raise KeyboardInterrupt from error
    except (duckdb.Error, OSError) as error:
        raise LedgerError(explain(str(error), path)) from error


def explain(said: str, path: Path) -> str:
    """The line to show for what DuckDB said about the file at `path`."""
    for pattern, line in TROUBLES:
        found = re.search(pattern, said, re.IGNORECASE | re.DOTALL)
        if found:
            return line.format(path=path, **found.groupdict())
    return f"ledger failed: {path}: {' '.join(said.split())[:300]}; what was finished before is kept"
