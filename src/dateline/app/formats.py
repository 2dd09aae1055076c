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


class IncidentFormat(StrEnum):
    """How `incidents` prints: our own columns, or those of others."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    acled = "acled"
    ucdp = "ucdp"
    hxl = "hxl"


class ReviewState(StrEnum):
    """Which claims `claims` prints, by what people decided of them."""

    all = "all"
    none = "none"
    confirmed = "confirmed"
    corrected = "corrected"
    rejected = "rejected"


class SheetFormat(StrEnum):
    """How `contradictions`, `sources` and `review` print."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


class MapFormat(StrEnum):
    """How `control` prints."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"


class FigureRule(StrEnum):
    """How the best figure of an incident is chosen."""

    ucdp = "ucdp"
    acled = "acled"


class Grade(StrEnum):
    """The grades of an incident."""

    confirmed = "confirmed"
    fair = "fair"
    weak = "weak"
    contested = "contested"
    discounted = "discounted"


class Contradicted(StrEnum):
    """The kinds of contradiction."""

    quantity = "quantity"
    outcome = "outcome"
    agent = "agent"
    time = "time"
    place = "place"
    denial = "denial"


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


EXPORT_FORMATS = "table, jsonl, csv, parquet, hxl, or one that an installed package brings."
