"""What people decided of single claims, and whether the coder says the same since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from dateline.claims.codec import public
from dateline.claims.codec_read import claim_of
from dateline.claims.record import Claim
from dateline.claims.review import Review, Since
from dateline.document import Document
from dateline.ledger.rows import document_of
from dateline.ledger.store import Ledger

STANDING = "standing"
AS_CODED = (
    "(SELECT c.*, c.coding AS held, NULL::INTEGER AS review, NULL::VARCHAR AS verdict "
    "FROM claims c JOIN {} k ON c.coding = k.id)"
)
"""What the view `standing` is where nobody reviewed anything, or what a run coded is asked for."""
UNSAID = ("id", "document", "sentence", "span", "trigger", "loaded_terms", "confidence", "rule", "review")
"""Fields of a claim that say nothing of its event: a coder that changes these alone says the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One review that stands, with all that is to be told of it."""

    claim: Claim
    """As it was signed; of a rejected one as it was coded then. It carries the review."""
    document: str
    """The document's name."""
    coded: Claim
    """As it was coded when it was reviewed."""
    now: tuple[Claim, ...]
    """What the latest coding has at its words, else at words that overlap these."""
    settled: bool
    """False where a coding after the review has something else at its words, or nothing."""

    @property
    def fields(self) -> tuple[tuple[str, Any, Any], ...]:
        """(field, as it was coded, as it was signed) for each that the reviewer corrected."""
        return tuple(differing(self.coded, self.claim))

    @property
    def news(self) -> tuple[tuple[str, Any, Any], ...]:
        """(field, as it was coded, as it is coded now) for each that the coder says otherwise since."""
        return tuple(differing(self.coded, self.now[0])) if self.now else ()


def has_reviews(ledger: Ledger) -> bool:
    """False of a ledger of a version that had no reviews, and is only read."""
    return bool(ledger.ask("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reviews'"))


def reviews(ledger: Ledger) -> dict[int, Review]:
    """The reviews that stand, by id. Raises LedgerError."""
    return {id: found.claim.review for id, found in reviewed(ledger).items() if found.claim.review}


def rejections(ledger: Ledger) -> int:
    """How many claims are left out because somebody rejected them. Raises LedgerError."""
    if not has_reviews(ledger):
        return 0
    ((count,),) = ledger.ask("SELECT count(*) FROM current_reviews WHERE verdict = 'rejected'")
    return int(count)


LISTED = """
SELECT r.id, r.verdict, r.who, r.said, r.note, r.coded, r.coding = r.held, r.found, d.name, s.record,
    list(c.record ORDER BY c.start_char, c.ordinal) FILTER (c.record IS NOT NULL)
FROM current_reviews r
JOIN claims s ON s.coding = -r.id
JOIN codings k ON k.id = r.held
JOIN documents d ON d.id = k.document AND d.given = k.given
LEFT JOIN claims c ON c.coding = r.held AND CASE WHEN r.found
    THEN c.start_char = r.start_char AND c.end_char = r.end_char
    ELSE c.start_char < r.end_char AND r.start_char < c.end_char END
GROUP BY ALL ORDER BY r.id
"""


def reviewed(ledger: Ledger) -> dict[int, Reviewed]:
    """Every review that stands, the oldest first, by id. Raises LedgerError."""
    return {row[0]: _reviewed(row) for row in ledger.ask(LISTED)} if has_reviews(ledger) else {}


def _reviewed(row: tuple[Any, ...]) -> Reviewed:
    _, verdict, who, said, note, record, seen, found, name, signed, listed = row
    coded, claim = (claim_of(json.loads(text)) for text in (record, signed))
    now = tuple(claim_of(json.loads(text)) for text in listed or ())
    since: Since = "moved" if now else "gone"
    if found:
        since = "otherwise" if list(differing(coded, now[0])) else "same"
    review = Review(
        verdict=verdict,
        who=who,
        when=said,
        note=note,
        since=since,
        machine={key: theirs for key, _, theirs in differing(claim, now[0] if found else coded)},
    )
    settled = seen or since == "same"
    return Reviewed(claim=replace(claim, review=review), document=name, coded=coded, now=now, settled=settled)


AWAITING = """
SELECT c.record, d.* FROM {claims} c
JOIN codings k ON k.id = c.held JOIN documents d ON d.id = k.document AND d.given = k.given
WHERE c.review IS NULL AND ($document IS NULL OR d.name = $document OR starts_with(d.id, $document))
ORDER BY c.confidence NULLS LAST, c.held, c.start_char, c.ordinal LIMIT $limit
"""


def awaiting(ledger: Ledger, *, limit: int, document: str | None = None) -> list[tuple[Document, Claim]]:
    """Claims that nobody reviewed, those whose coding is least sure first. Raises LedgerError.

    A claim without a confidence was coded by other hands, and comes last.
    """
    claims = STANDING if has_reviews(ledger) else AS_CODED.format("current_codings")
    found = ledger.ask(AWAITING.format(claims=claims), {"document": document, "limit": limit})
    return [(document_of(tuple(row)), claim_of(json.loads(record))) for record, *row in found]


def differing(one: Claim, other: Claim) -> Iterator[tuple[str, Any, Any]]:
    """(field, value of one, of the other) for each field of the claim format that says something else."""
    a, b = public(one), public(other)
    for key in a:
        if key not in UNSAID and _said(a[key]) != _said(b.get(key)):
            yield key, a[key], b[key]


def _said(value: Any) -> Any:
    """A field's value without how sure its places are."""
    if isinstance(value, list):
        return [{k: v for k, v in x.items() if k != "score"} if isinstance(x, dict) else x for x in value]
    return value
