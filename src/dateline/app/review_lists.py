"""Prints what was reviewed, what a newer coding says of the same words, and what awaits review."""

from __future__ import annotations

from pathlib import Path

from dateline.app import words
from dateline.app.comparing import shown_pair
from dateline.app.formats import SheetFormat
from dateline.app.sheets import print_sheet
from dateline.app.terminal import say
from dateline.claims.codec import Json, public
from dateline.claims.record import Claim
from dateline.claims.review import review_json
from dateline.document import Document
from dateline.export.neutral import printable
from dateline.export.sheet import csv_lines, header
from dateline.export.voices import words_around
from dateline.ledger import Ledger
from dateline.ledger.reviews_read import Reviewed, awaiting, reviewed

AROUND = 70
"""Characters of the report shown on either side of a claim that awaits review."""
REVIEW_COLUMNS = (
    "claim",
    "document",
    "words",
    "review",
    "by",
    "when",
    "corrected",
    "the coder since",
    "note",
)
"""Columns of a file of reviews."""


def print_reviews(ledger: Path, *, unsettled: bool, format: SheetFormat) -> None:
    """Print every review that stands, or those that somebody should look at again. Raises LedgerError."""
    with Ledger(ledger, read_only=True) as opened:
        found = [x for x in reviewed(opened).values() if not (unsettled and x.settled)]
    nothing = "every review has the coder's words as they were" if unsettled else "no reviews yet"
    print_sheet(found, format=format, line_of=_line, row_of=_row, columns=REVIEW_COLUMNS, nothing=nothing)


def _row(found: Reviewed) -> Json:
    review = found.claim.review
    assert review is not None
    return {
        "claim": found.claim.id,
        "document": found.document,
        "words": found.claim.trigger,
        "review": review.verdict,
        "by": review.who,
        "when": review.when.isoformat(sep=" ", timespec="seconds"),
        "corrected": _changed(found.fields),
        "the coder since": _since(found),
        "note": review.note,
    }


def _changed(fields: tuple[tuple[str, object, object], ...]) -> str:
    """`action: attack → shelling`; what follows from others, such as codes, is left out."""
    told = ((key, *shown_pair(old, new)) for key, old, new in fields if key not in ("codes", "effects"))
    return "; ".join(f"{key}: {old} → {new}" for key, old, new in told)


def _since(found: Reviewed) -> str:
    """What a newer coding has at the words of a review, empty where it has the same."""
    review = found.claim.review
    if review is None or review.since == "same":
        return ""
    if review.since == "gone":
        return "no claim there"
    if review.since == "moved":
        return "other words there: " + ", ".join(f"“{claim.trigger}” ({claim.id})" for claim in found.now)
    return _changed(found.news) or "other codes"


def _line(found: Reviewed) -> Json:
    review = found.claim.review
    assert review is not None
    pairs = {key: {"coded": old, "signed": new} for key, old, new in found.fields}
    return {
        "claim": found.claim.id,
        "document": found.claim.document,
        "name": found.document,
        "span": list(found.claim.span),
        "trigger": found.claim.trigger,
        "review": review_json(review),
        "corrected": pairs,
        "now": [public(claim) for claim in found.now],
        "settled": found.settled,
    }


def print_next(ledger: Path, *, limit: int, document: str | None, format: SheetFormat) -> None:
    """Print the claims that await review; as CSV they are a sheet to fill in. Raises LedgerError."""
    with Ledger(ledger, read_only=True) as opened:
        found = awaiting(opened, limit=limit, document=document)
    if format is SheetFormat.csv:
        say(header())
        for entry, claim in found:
            for text in csv_lines((entry, [claim])):
                say(text)
        return
    print_sheet(
        found,
        format=format,
        line_of=lambda item: public(item[1]),
        row_of=_waiting,
        columns=(),
        nothing="no claim awaits review",
    )


def _waiting(item: tuple[Document, Claim]) -> Json:
    document, claim = item
    return {
        "claim": claim.id,
        "sure": "" if claim.confidence is None else f"{claim.confidence:.2f}",
        "document": document.name,
        "coded": words.summary(claim),
        "words": printable(words_around(claim, document, AROUND)),
    }
