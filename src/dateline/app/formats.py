"""Names of the formats that commands print, without loading what prints them."""

from __future__ import annotations

from enum import StrEnum


class ClaimFormat(StrEnum):
    """How `code` prints claims."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    none = "none"


class LineFormat(StrEnum):
    """How `mentions`, `runs` and `diff` print."""

    table = "table"
    jsonl = "jsonl"


class DateOrder(StrEnum):
    """How a date such as 3/4/2016 in a column is meant."""

    iso = "iso"
    dmy = "dmy"
    mdy = "mdy"


class Stage(StrEnum):
    """What `mentions` can find."""

    places = "places"
    times = "times"
    quantities = "quantities"
    quotes = "quotes"
    actors = "actors"


EXPORT_FORMATS = "table, jsonl, csv, parquet, or one that an installed package brings."
