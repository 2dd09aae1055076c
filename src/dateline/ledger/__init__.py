"""The ledger: one DuckDB file that holds who said what, and is only ever added to."""

from __future__ import annotations

from dateline.ledger.record import Coding, Failure, Fingerprint, Run
from dateline.ledger.store import Ledger

__all__ = ["Coding", "Failure", "Fingerprint", "Ledger", "Run"]
