"""Asks a ledger for claims: which documents, which claims of them, in the order they were coded."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from dateline.claims.codec_read import claim_of
from dateline.claims.record import Claim
from dateline.claims.review import Review, Verdict
from dateline.document import Document
from dateline.errors import LedgerError
from dateline.ledger.query_words import bodies_meant, places_meant
from dateline.ledger.reviews_read import AS_CODED, STANDING, reviews
from dateline.ledger.rows import document_of
from dateline.ledger.store import Ledger
from dateline.ledger.trouble import told

AT_A_TIME = 500
"""Rows fetched at once: a ledger of any size is read in little memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which claims: every condition that is not None holds. Words match anywhere, case and accents aside."""

    place: str | None = None
    """Part of a place's words, name or admin 1, a country code, a gazetteer id, or any name or spelling
    that the gazetteer has of the place."""
    actor: str | None = None
    """The id, a name or the acronym of a body of the registry; else, and of parties and sources that are no
    known body, part of the words, name or id."""
    action: str | None = None
    status: str | None = None
    since: dt.date | None = None
    """The claim's days end on this day or later; claims without a known day never match."""
    until: dt.date | None = None
    document: str | None = None
    """A document's name, or its SHA-256 or the beginning of it."""
    run: int | None = None
    """Codings of this run, as it coded them; if None the latest of each document, as people reviewed them."""
    review: str | None = None
    """`confirmed`, `corrected`, `rejected`, `none` (of nobody) or `all`; None: all but the rejected."""


def entries(ledger: Ledger, query: Query | None = None) -> Iterator[tuple[Document, list[Claim]]]:
    """Documents with their claims that match; without conditions also documents that have none.

    Raises LedgerError.
    """
    query = query or Query()
    _check_run(ledger, query.run)
    codings, of_codings = _codings(query)
    reviewed = {} if query.run is not None else reviews(ledger)
    claims, order = (STANDING, "start_char, end_char") if reviewed else (AS_CODED.format(codings), "ordinal")
    conditions, of_claims = _conditions(query)
    with told(ledger.path):
        documents = ledger.connection.cursor().execute(
            f"SELECT k.id, d.* FROM {codings} k JOIN documents d ON d.id = k.document AND d.given = k.given "  # noqa: S608 - our own words; values are bound
            "WHERE ($document IS NULL OR d.name = $document OR starts_with(d.id, $document)) ORDER BY k.id",
            {**of_codings, "document": query.document},
        )
        rows = ledger.connection.cursor().execute(
            f"SELECT c.held, c.review, c.record FROM {claims} c "  # noqa: S608 - our own words; values are bound
            f"WHERE {conditions} AND {REVIEWED[query.review]} ORDER BY c.held, c.{order}, c.ordinal",
            {**of_codings, **of_claims},
        )
        for document, found in _merged(_stream(documents), _stream(rows), reviewed):
            if found or not (of_claims or query.review):
                yield document, found


REVIEWED = {
    None: "c.verdict IS DISTINCT FROM 'rejected'",
    "all": "true",
    "none": "c.review IS NULL",
    **{verdict: f"c.verdict = '{verdict}'" for verdict in get_args(Verdict)},
}
"""What each `Query.review` asks of a claim."""


def document_named(ledger: Ledger, name: str) -> tuple[Document, list[Claim]]:
    """The one document called `name`, or whose SHA-256 begins so. Raises LedgerError."""
    found = list(entries(ledger, Query(document=name)))
    if not found:
        listed = f"`dateline claims --ledger {ledger.path}`"
        raise LedgerError(f"no such document: {name} in {ledger.path}; see {listed}")
    if len(found) > 1:
        ids = ", ".join(document.id[:12] for document, _ in found[:5])
        raise LedgerError(f"several documents: {name} in {ledger.path}; name one by its id: {ids}")
    return found[0]


def _check_run(ledger: Ledger, run: int | None) -> None:
    if run is not None and not ledger.ask("SELECT 1 FROM runs WHERE id = ?", [run]):
        raise LedgerError(f"no such run: {run} in {ledger.path}; see `dateline runs --ledger {ledger.path}`")


def _codings(query: Query) -> tuple[str, dict[str, Any]]:
    if query.run is None:
        return "current_codings", {}
    latest = (
        "(SELECT * FROM codings WHERE run = $run "
        "QUALIFY row_number() OVER (PARTITION BY document ORDER BY id DESC) = 1)"
    )
    return latest, {"run": query.run}


AT = """(
    contains(strip_accents(lower(concat_ws(chr(10), p.text, p.name, p.admin1))), strip_accents(lower($place)))
    OR lower(p.country) = lower($place) OR lower(p.gazetteer) = lower($place)
    OR list_contains($places::VARCHAR[], p.gazetteer))"""
"""True of a row `p` of `places` that `$place` means; `$places` are the ids that its words stand for."""
PLACE = f"EXISTS (SELECT 1 FROM places p WHERE p.coding = c.coding AND p.claim = c.id AND {AT})"  # noqa: S608 - our own words; values are bound
# Words that name a body mean that body: `Islamic State` is not the coalition against it.
ACTOR = """EXISTS (SELECT 1 FROM actors a WHERE a.coding = c.coding AND a.claim = c.id AND
    CASE WHEN a.actor IS NOT NULL AND len($bodies::VARCHAR[]) > 0
    THEN list_contains($bodies::VARCHAR[], a.actor)
    ELSE contains(strip_accents(lower(concat_ws(chr(10), a.text, a.name, a.actor))),
        strip_accents(lower($actor))) END)"""


def _conditions(query: Query) -> tuple[str, dict[str, Any]]:
    tests = {
        "place": (query.place, PLACE),
        "actor": (query.actor, ACTOR),
        "action": (query.action, "c.action = $action"),
        "status": (query.status, "c.status = $status"),
        "since": (query.since, "c.time_end >= $since"),
        "until": (query.until, "c.time_start <= $until"),
    }
    asked = {key: value for key, (value, _) in tests.items() if value is not None}
    return " AND ".join(tests[key][1] for key in asked) or "true", {**asked, **_meant(query)}


def _meant(query: Query) -> dict[str, list[str]]:
    """The ids that the words asked for stand for, by the names of the conditions' parameters."""
    meant: dict[str, list[str]] = {}
    if query.place is not None:
        meant["places"] = places_meant(query.place)
    if query.actor is not None:
        meant["bodies"] = bodies_meant(query.actor)
    return meant


def _stream(cursor: Any) -> Iterator[Sequence[Any]]:
    while batch := cursor.fetchmany(AT_A_TIME):
        yield from batch


def _merged(
    documents: Iterator[Sequence[Any]], claims: Iterator[Sequence[Any]], reviewed: Mapping[int, Review]
) -> Iterator[tuple[Document, list[Claim]]]:
    """Both come in the order of codings; claims of codings that are not asked for are passed over."""
    claim = next(claims, None)
    for coding, *row in documents:
        found: list[Claim] = []
        while claim is not None and claim[0] <= coding:
            if claim[0] == coding:
                made = claim_of(json.loads(claim[2]))
                found.append(made if claim[1] is None else replace(made, review=reviewed[claim[1]]))
            claim = next(claims, None)
        yield document_of(tuple(row)), found
