"""Writes the report page of a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.app.links_printing import warn_of_news
from dateline.app.terminal import check_output
from dateline.claims.record import Claim
from dateline.document import Document
from dateline.errors import UsageError
from dateline.ledger import Ledger
from dateline.ledger.links_load import report_of
from dateline.ledger.links_read import incidents, linkings, unlinked, unlinked_reviews
from dateline.ledger.query import Query, entries
from dateline.ledger.reviews_read import rejections

if TYPE_CHECKING:
    from dateline.export.linked import Linked
    from dateline.export.page import Reviews


def write_report(ledger: Path, output: Path, *, title: str, run: int | None) -> None:
    """Write one page of all documents, their claims and what linking made of them.

    Raises LedgerError, UsageError.
    """
    from dateline.export.page import write_page

    check_output(output)
    with Ledger(ledger, read_only=True) as opened:
        found, linked, reviews = contents(opened, run=run)
        if linked is not None:
            warn_of_news(opened)
    try:
        write_page(found, out=output, title=title, linked=linked, reviews=reviews)
    except OSError as error:
        raise UsageError(f"cannot write: {output}: {error.strerror}; name another file with -o") from None


def contents(
    ledger: Ledger, *, run: int | None
) -> tuple[list[tuple[Document, Sequence[Claim]]], Linked | None, Reviews]:
    """What a page shows: the documents of a run (the latest if None) with their claims, what linking made of
    them, and what reviews left out. Raises LedgerError, UsageError."""
    from dateline.export.page import Reviews

    found: list[tuple[Document, Sequence[Claim]]] = list(entries(ledger, Query(run=run)))
    linked = _linked(ledger, found)
    reviews = Reviews(
        # A run's claims are shown as it coded them, before any review.
        rejected=rejections(ledger) if run is None else 0,
        unlinked=unlinked_reviews(ledger) if linked else 0,
    )
    return found, linked, reviews


def _linked(ledger: Ledger, found: Iterable[tuple[Document, Sequence[Claim]]]) -> Linked | None:
    """What the latest linking says of the claims of a page, or None: the ledger was never linked."""
    from dateline.export.linked import Linked
    from dateline.link.control import control
    from dateline.link.profiles import profiles

    if not linkings(ledger):
        return None
    claims = {claim.id: claim for _, listed in found for claim in listed}
    reports = {document.id: report_of(document, copies=False) for document, _ in found}
    made = incidents(ledger)
    return Linked(
        claims=claims,
        reports=reports,
        incidents=made,
        control=control(claims.values(), reports),
        profiles=profiles(made, claims, reports),
        news=unlinked(ledger)[0],
    )
