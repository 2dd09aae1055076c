"""Claims as flat rows, one a claim, for spreadsheets and data frames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from dateline.claims.codec import whole
from dateline.claims.record import LOCATING_ROLES, Claim, Figure, Party, Place
from dateline.document import Document
from dateline.export.reviewed import REVIEW_COLUMNS, machine_claim, review_cells
from dateline.link.figures import counts

Value = str | int | float | dt.date | None

COLUMNS: dict[str, str] = {
    "document": "VARCHAR",
    "name": "VARCHAR",
    "outlet": "VARCHAR",
    "published": "DATE",
    "id": "VARCHAR",
    "sentence": "INTEGER",
    "start_char": "INTEGER",
    "end_char": "INTEGER",
    "trigger": "VARCHAR",
    "action": "VARCHAR",
    "status": "VARCHAR",
    "means": "VARCHAR",
    "agents": "VARCHAR",
    "agent_ids": "VARCHAR",
    "targets": "VARCHAR",
    "target_ids": "VARCHAR",
    "place": "VARCHAR",
    "place_role": "VARCHAR",
    "gazetteer": "VARCHAR",
    "place_name": "VARCHAR",
    "country": "VARCHAR",
    "admin1": "VARCHAR",
    "lat": "DOUBLE",
    "lon": "DOUBLE",
    "precision": "INTEGER",
    "other_places": "VARCHAR",
    "time": "VARCHAR",
    "time_start": "DATE",
    "time_end": "DATE",
    "time_precision": "VARCHAR",
    "quantities": "VARCHAR",
    "source": "VARCHAR",
    "source_kind": "VARCHAR",
    "source_side": "VARCHAR",
    "loaded_terms": "VARCHAR",
    "acled": "VARCHAR",
    "plover": "VARCHAR",
    "cameo": "VARCHAR",
    "ucdp": "INTEGER",
    "confidence": "DOUBLE",
    "rule": "VARCHAR",
    "killed_low": "DOUBLE",
    "killed_high": "DOUBLE",
    "wounded_low": "DOUBLE",
    "wounded_high": "DOUBLE",
    **dict.fromkeys(REVIEW_COLUMNS, "VARCHAR"),
}
"""Columns in order and their types. Several values of one cell are joined by ` | `."""
TOLLS = ("killed", "wounded")
"""Measures that have columns of numbers: what most of those who count events count."""


def located(claim: Claim) -> Place | None:
    """The place the event is at: the first that says where it is, resolved ones before others."""
    at = [place for place in claim.places if place.role in LOCATING_ROLES]
    return next((place for place in at if place.lat is not None), at[0] if at else None)


def amount(figure: Figure) -> str:
    """`83`, `3000+`, `30-40`, `up to 5`, `? `: the bounds of a figure in a few characters."""
    low, high = whole(figure.low), whole(figure.high)
    if low is None:
        return "?" if high is None else f"up to {high}"
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def measured(figure: Figure) -> str:
    """`killed 3000+`, `money 500+ dollar`, `killed 2 (part)`, `displaced 900 (running total)`."""
    part = "(part)" if figure.part_of is not None else None
    total = "(running total)" if figure.cumulative else None
    return " ".join(word for word in (figure.measure, amount(figure), figure.unit, part, total) if word)


def joined(values: Sequence[str | None]) -> str | None:
    """`a | b`, or None when there is nothing."""
    return " | ".join(value or "" for value in values) if values else None


def row(document: Document, claim: Claim) -> dict[str, Value]:
    """One claim as a flat row, keys as in COLUMNS."""
    cells = _cells(document, claim)
    theirs = _cells(document, machine_claim(claim)) if claim.review else cells
    cells.update(review_cells(claim.review, cells, theirs))
    return {column: cells[column] for column in COLUMNS}


def _cells(document: Document, claim: Claim) -> dict[str, Value]:
    return {
        "document": document.id,
        "name": document.name,
        "outlet": document.outlet,
        "published": document.published,
        "id": claim.id,
        "sentence": claim.sentence,
        "start_char": claim.span.start,
        "end_char": claim.span.end,
        "trigger": claim.trigger,
        "action": claim.action,
        "status": claim.status,
        "means": joined(claim.means),
        **_parties("agent", claim.agents),
        **_parties("target", claim.targets),
        **_where(claim),
        **_when(claim),
        "quantities": joined([measured(figure) for figure in claim.quantities]),
        **_who_says(claim),
        "loaded_terms": joined([term.text for term in claim.loaded_terms]),
        "acled": claim.codes.acled,
        "plover": claim.codes.plover,
        "cameo": claim.codes.cameo,
        "ucdp": claim.codes.ucdp,
        "confidence": claim.confidence,
        "rule": claim.rule,
        **_tolls(claim),
    }


def _parties(role: str, parties: Sequence[Party]) -> dict[str, Value]:
    return {
        f"{role}s": joined([party.text for party in parties]),
        f"{role}_ids": joined([party.actor for party in parties]),
    }


def _where(claim: Claim) -> dict[str, Value]:
    place = located(claim)
    others = [other for other in claim.places if other is not place]
    return {
        "place": place.text if place else None,
        "place_role": place.role if place else None,
        "gazetteer": place.gazetteer if place else None,
        "place_name": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "other_places": joined([f"{other.role} {other.text}" for other in others]),
    }


def _when(claim: Claim) -> dict[str, Value]:
    time = claim.time
    return {
        "time": time.text if time else None,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "time_precision": time.precision if time else None,
    }


def _tolls(claim: Claim) -> dict[str, Value]:
    """The dead and wounded as numbers; of planned and denied acts, and of plurals without a number, none."""
    told = {count.measure: count for count in counts((claim,), {})}
    cells: dict[str, Value] = {}
    for measure in TOLLS:
        count = told.get(measure)
        cells[f"{measure}_low"] = count.low if count and count.bound != "at_most" else None
        cells[f"{measure}_high"] = count.high if count else None
    return cells


def _who_says(claim: Claim) -> dict[str, Value]:
    source = claim.attribution[-1] if claim.attribution else None
    return {
        "source": source.text if source else None,
        "source_kind": source.kind if source else "own_voice",
        "source_side": source.side if source else None,
    }


def rows(document: Document, claims: Sequence[Claim]) -> Iterator[dict[str, Value]]:
    """The rows of a document's claims, in order."""
    for claim in claims:
        yield row(document, claim)
