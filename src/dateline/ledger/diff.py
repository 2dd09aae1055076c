"""What one run says otherwise than another, claim by claim and field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from dateline.claims.codec import public
from dateline.claims.codec_read import claim_of
from dateline.claims.record import Claim
from dateline.errors import LedgerError
from dateline.ledger.store import Ledger

Kind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A claim that only one of two runs has, or that they code differently."""

    kind: Kind
    name: str
    """The document's name."""
    claim: Claim
    """As the later run has it, or the earlier one if removed."""
    fields: tuple[tuple[str, Any, Any], ...] = ()
    """(field of the claim format, before, after) for each that differs."""


COMPARED = """
WITH latest AS (
    SELECT * FROM codings WHERE run IN ($before, $after)
    QUALIFY row_number() OVER (PARTITION BY run, document ORDER BY id DESC) = 1
), pairs AS (
    SELECT a.document, a.id AS a, b.id AS b, d.name
    FROM latest a JOIN latest b ON a.run = $before AND b.run = $after AND a.document = b.document
    JOIN documents d ON d.id = b.document AND d.given = b.given
), told AS (
    SELECT p.b AS coding, p.name, x.id, x.start_char, x.record, true AS earlier
    FROM claims x JOIN pairs p ON x.coding = p.a
    UNION ALL
    SELECT p.b, p.name, x.id, x.start_char, x.record, false FROM claims x JOIN pairs p ON x.coding = p.b
)
SELECT name, max(record) FILTER (earlier), max(record) FILTER (NOT earlier)
FROM told GROUP BY coding, name, id, start_char
HAVING max(record) FILTER (earlier) IS DISTINCT FROM max(record) FILTER (NOT earlier)
ORDER BY coding, start_char, id
"""


def changes(ledger: Ledger, before: int, after: int) -> Iterator[Change]:
    """Differences in the documents that both runs coded, in text order. Raises LedgerError."""
    known = [run.id for run in ledger.runs()]
    for run in (before, after):
        if run not in known:
            raise LedgerError(f"no such run: {run} in {ledger.path}; there are: {', '.join(map(str, known))}")
    for name, old, new in ledger.ask(COMPARED, {"before": before, "after": after}):
        if old is None:
            yield Change(kind="added", name=name, claim=claim_of(json.loads(new)))
        elif new is None:
            yield Change(kind="removed", name=name, claim=claim_of(json.loads(old)))
        else:
            earlier, later = (claim_of(json.loads(record)) for record in (old, new))
            fields = differing(earlier, later)
            # Only the inner reasons differ: the claim says the same.
            if fields:
                yield Change(kind="changed", name=name, claim=later, fields=fields)


def differing(earlier: Claim, later: Claim) -> tuple[tuple[str, Any, Any], ...]:
    """(field, before, after) for each field of the claim format that the two have differently."""
    old, new = public(earlier), public(later)
    return tuple((key, old[key], new[key]) for key in old if old[key] != new[key])
