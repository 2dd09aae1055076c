"""Reviews of single claims: added to the ledger, never changed; of several on one claim the last holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dateline.claims.codec import full, line
from dateline.claims.codec_read import claim_of
from dateline.claims.record import Claim
from dateline.document import Document
from dateline.errors import LedgerError
from dateline.ledger.links_judge import SHORTEST
from dateline.ledger.reviews_correct import corrected
from dateline.ledger.reviews_read import Reviewed, reviewed
from dateline.ledger.rows import Row, actor_rows, claim_rows, document_of, place_rows, storable
from dateline.ledger.store import Ledger, insert, now

Decision = Literal["confirmed", "corrected", "rejected", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewable:
    """A claim that somebody may decide on."""

    stands: Claim
    """As exports have it, with the review that stands."""
    coded: Claim
    """As the latest coding has it; of words where it has no claim any more, as it was coded last."""
    coding: int
    """The latest coding of its document."""
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision, ready to be kept."""

    claim: Claim
    """What is signed: for a rejection what is rejected, for a withdrawal what was signed."""
    coded: Claim
    coding: int
    verdict: Decision
    who: str
    note: str


NAMED = """
SELECT s.id, s.record, s.review, s.held, (
    SELECT list(c.record) FROM claims c
    WHERE c.coding = s.held AND c.start_char = s.start_char AND c.end_char = s.end_char
), d.*
FROM standing s
JOIN codings k ON k.id = s.held JOIN documents d ON d.id = k.document AND d.given = k.given
WHERE """


class Claims:
    """The claims of a ledger as they stand, found by their ids: what stood when it was made."""

    def __init__(self, ledger: Ledger, ids: Sequence[str] = ()) -> None:
        """Those of `ids` that there are by one question, others when they are named."""
        self.ledger = ledger
        self._reviewed: Mapping[int, Reviewed] = reviewed(ledger)
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        for id, *row in (
            ledger.ask(NAMED + "s.id IN (SELECT unnest(?::VARCHAR[]))", [list(ids)]) if ids else ()
        ):
            self._rows[id].append(tuple(row))

    def named(self, name: str) -> Reviewable:
        """The claim whose id is `name`, or alone begins so. Raises LedgerError."""
        rows = self._rows.get(name) or self._asked(name)
        if len(rows) != 1:
            what = f"{len(rows):,} claims" if rows else "no such claim"
            listed = f"`dateline claims --ledger {self.ledger.path} --format csv`"
            raise LedgerError(f"{what}: {name} in {self.ledger.path}; give an id of {listed}")
        record, review, held, coded, *document = rows[0]
        if len(coded or ()) > 1:
            raise LedgerError(
                f"{len(coded)} claims at the words of {name}; correct them with `dateline import`"
            )
        known = self._reviewed.get(review)
        stands = known.claim if known else claim_of(json.loads(record))
        latest = claim_of(json.loads(coded[0])) if coded else known.coded if known else stands
        return Reviewable(stands=stands, coded=latest, coding=held, document=document_of(tuple(document)))

    def _asked(self, name: str) -> list[Row]:
        found = self.ledger.ask(NAMED + "s.id = ?", [name])
        if not found and len(name) >= SHORTEST:
            found = self.ledger.ask(NAMED + "starts_with(s.id, ?)", [name])
        return [row[1:] for row in found]


def decided(
    found: Reviewable,
    verdict: Decision,
    *,
    who: str,
    note: str = "",
    changes: Mapping[str, Any] | None = None,
) -> Decided:
    """A decision on a claim. Raises ValueError, saying what is wrong.

    `confirmed` and `corrected` sign the claim as it stands, the latter with `changes`, fields of the claim
    format and their new values: what an earlier review corrected is kept. `rejected` takes it out of all that
    counts claims; `withdrawn` leaves it to the coder again.
    """
    if not who.strip():
        raise ValueError("nobody's name; say who decides it")
    if verdict == "withdrawn" and found.stands.review is None:
        raise ValueError("nothing to withdraw: nobody reviewed it")
    claim = replace(found.stands, review=None)
    if verdict == "corrected":
        claim = corrected(claim, changes or {}, text=found.document.text)
    elif changes:
        raise ValueError(f"{verdict}, yet with other values ({', '.join(changes)}); say `corrected`")
    return Decided(
        claim=claim,
        coded=replace(found.coded, review=None),
        coding=found.coding,
        verdict=verdict,
        who=storable(" ".join(who.split())),
        note=storable(" ".join(note.split())),
    )


def keep(ledger: Ledger, decisions: Sequence[Decided]) -> None:
    """Add all decisions, or none when that fails. Raises LedgerError."""
    ((last,),) = ledger.ask("SELECT coalesce(max(id), 0) FROM reviews")
    said = now()
    rows: dict[str, list[Row]] = {"reviews": [], "claims": [], "places": [], "actors": []}
    for id, made in enumerate(decisions, last + 1):
        span = made.claim.span
        words = (made.claim.document, span.start, span.end, made.claim.id)
        person = (made.verdict, made.who, said, made.note)
        rows["reviews"].append((id, *words, *person, made.coding, line(full(made.coded))))
        if made.verdict != "withdrawn":
            rows["claims"] += claim_rows(-id, (made.claim,))
            rows["places"] += place_rows(-id, (made.claim,))
            rows["actors"] += actor_rows(-id, (made.claim,))
    with ledger.transaction() as connection:
        for table, made_of_it in rows.items():
            insert(connection, table, made_of_it)
