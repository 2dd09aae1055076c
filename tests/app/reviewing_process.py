"""`dateline` as a process that says each table before it writes reviews to it, and takes its time."""

from __future__ import annotations

import sys
import time

from dateline.app.cli import run
from dateline.ledger import reviews_write

insert = reviews_write.insert


def slowly(connection, table, made):
    """Write as ever, after telling it and a pause in which the process may be killed."""
    sys.stdout.write(f"{table}\n")
    sys.stdout.flush()
    time.sleep(0.5)
    insert(connection, table, made)


if __name__ == "__main__":
    reviews_write.insert = slowly
    sys.exit(run(sys.argv[1:]))
