"""What people decided of claims, in the cells of a spreadsheet and in a row's notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.claims.codec import public
from dateline.claims.codec_read import claim_of
from dateline.claims.record import Claim
from dateline.claims.review import Review

REVIEW_COLUMNS = ("review", "review_by", "review_on", "review_note", "review_since", "review_machine")
UNSAID = ("confidence", "rule", "acled", "plover", "cameo", "ucdp")
"""Columns that a coder has for itself, or that follow from others."""


def machine_claim(claim: Claim) -> Claim:
    """The claim with the coder's values where a person signed others."""
    return claim_of({**public(claim), **claim.review.machine}) if claim.review else claim


def review_cells(
    review: Review | None, signed: Mapping[str, Any], coded: Mapping[str, Any]
) -> dict[str, Any]:
    """Cells of REVIEW_COLUMNS; the last has the coder's cells that differ: `action=kill | lat=`."""
    if review is None:
        return dict.fromkeys(REVIEW_COLUMNS)
    theirs = [
        f"{column}={'' if value is None else value}"
        for column, value in coded.items()
        if value != signed[column] and column not in UNSAID
    ]
    # What no column shows, such as the words of a body, is named at least.
    beside = " | ".join(theirs) or ", ".join(review.machine)
    when = review.when.isoformat(sep=" ", timespec="seconds")
    cells = (review.verdict, review.who, when, review.note or None, review.since, beside or None)
    return dict(zip(REVIEW_COLUMNS, cells, strict=True))


def reviewed_words(claims: Iterable[Claim]) -> str:
    """`2 of 5 claims reviewed: 1 confirmed, 1 corrected, by ada`, or nothing where nobody reviewed any."""
    listed = list(claims)
    found = [claim.review for claim in listed if claim.review]
    if not found:
        return ""
    told = Counter(review.verdict for review in found)
    verdicts = ", ".join(f"{told[verdict]} {verdict}" for verdict in sorted(told))
    people = ", ".join(sorted({review.who for review in found}))
    return f"{len(found)} of {len(listed)} claim{'s' * (len(listed) != 1)} reviewed: {verdicts}, by {people}"
