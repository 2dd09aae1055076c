"""Reviews of the ledger of `wars`, and a newer coder over the same reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from wars import codings

from dateline.claims.record import Claim
from dateline.ledger import Fingerprint, Ledger
from dateline.ledger.query import Query, entries
from dateline.ledger.reviews_write import Claims, Decision, decided, keep


def decide(ledger: Ledger, claim: Claim, verdict: Decision, **given: Any) -> None:
    """Ada decides on a claim."""
    found = Claims(ledger).named(claim.id)
    keep(ledger, [decided(found, verdict, who=given.pop("who", "ada"), **given)])


def said(ledger: Ledger, outlet: str, trigger: str) -> Claim:
    """The claim at a word of `news` or `radio`, as the wars tell it."""
    return next(c for k in codings() if k.document.name == outlet for c in k.claims if c.trigger == trigger)


def recode(ledger: Ledger, change: Callable[[Claim], Sequence[Claim]], *, version: str = "2") -> None:
    """Code the reports anew by a version of the coder that makes other claims of each claim."""
    run = ledger.start(Fingerprint(coder=version, settings="s", lexicon="x"))
    for coding in codings():
        ledger.add(replace(coding, claims=tuple(new for c in coding.claims for new in change(c))), run=run)


def standing(ledger: Ledger, **asked: Any) -> dict[tuple[str, str], Claim]:
    """(report, trigger) -> claim, of the claims that a query finds."""
    found = entries(ledger, Query(**asked))
    return {(document.name, claim.trigger): claim for document, claims in found for claim in claims}
