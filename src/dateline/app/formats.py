"""Names of the formats that commands print, without loading what prints them."""

from __future__ import annotations

from enum import StrEnum


class ClaimFormat(StrEnum):
    """How `code` prints claims."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    none = "none"
