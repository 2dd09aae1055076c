"""What linking takes, out of a ledger: the claims of each document's latest coding, and the reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.claims.record import Claim
from dateline.document import Document
from dateline.ledger.query import entries
from dateline.ledger.store import Ledger
from dateline.link.copies import signature
from dateline.link.record import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkable:
    """Claims and reports of a ledger as they now stand."""

    claims: Mapping[str, Claim]
    """By id, in the order of coding."""
    reports: Mapping[str, Report]
    documents: Mapping[str, Document]
    codings: Mapping[str, int]
    """Document id -> the coding that its claims come from, in their order: new reports are placed in it."""


def linkable(ledger: Ledger, *, copies: bool = False) -> Linkable:
    """All claims of the ledger; near-copies of texts are looked for if `copies`. Raises LedgerError."""
    claims: dict[str, Claim] = {}
    documents: dict[str, Document] = {}
    for document, found in entries(ledger):
        documents[document.id] = document
        claims.update((claim.id, claim) for claim in found)
    return Linkable(
        claims=claims,
        reports={d.id: report_of(d, copies=copies) for d in documents.values()},
        documents=documents,
        codings=dict(ledger.ask("SELECT document, id FROM current_codings ORDER BY id")),
    )


def report_of(document: Document, *, copies: bool = True) -> Report:
    """What linking needs of a document; without its whole text it is nobody's copy."""
    return Report(
        id=document.id,
        name=document.name,
        outlet=document.outlet,
        published=document.published or document.stated,
        title=document.title,
        length=len(document.text),
        shingles=signature(document.text) if copies and document.sha256 is None else (),
    )
