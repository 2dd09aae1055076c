"""A claim with a person's values in the place of the coder's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.claims.codec import Json, full
from dateline.claims.record import Claim
from dateline.ledger.links_form import claim_from
from dateline.ledger.reviews_read import differing
from dateline.resolve.codes import codes_of
from dateline.resolve.effects import effects_of

RULE = "review"
"""What found each value that a person gave (docs/rules.md)."""
CORRECTABLE = (
    "action",
    "status",
    "means",
    "agents",
    "targets",
    "places",
    "time",
    "quantities",
    "attribution",
)
"""Fields of the claim format that can be corrected; codes and effects follow from them."""


def corrected(claim: Claim, changes: Mapping[str, Any], *, text: str) -> Claim:
    """The claim with new values of some fields, its codes and effects made anew.

    Parts that a new list shares with the old one keep their rules. How sure the coding is becomes unknown: it
    is no coder's any more. Raises ValueError where a value is not of the claim format, or nothing is changed.
    """
    unknown = [key for key in changes if key not in CORRECTABLE]
    if unknown:
        raise ValueError(f"cannot be corrected: {', '.join(unknown)}; one of {', '.join(CORRECTABLE)}")
    whole = full(claim)
    new = {key: _parts(whole[key], value) for key, value in changes.items()}
    made = claim_from({**whole, **new}, sha256=claim.document, text=text, ordinal=claim.sentence)
    made = replace(made, sentence=claim.sentence, confidence=None)
    made = replace(made, codes=codes_of(made), effects=effects_of(made))
    told = tuple(key for key, _, _ in differing(claim, made) if key in changes)
    if not told:
        raise ValueError("nothing is corrected: the values are those that the claim has")
    why = tuple(pair for pair in claim.why if pair[0] not in told)
    return replace(made, why=(*why, *((key, RULE) for key in told)))


def _parts(old: Any, new: Any) -> Any:
    """A new value, its parts named as a person's; those that are as before keep what found them."""
    if isinstance(new, dict):
        return {**new, "rule": RULE}
    if not isinstance(new, list):
        return new
    return [_part(old, item) if isinstance(item, dict) else item for item in new]


def _part(old: Any, new: Json) -> Json:
    for item in old if isinstance(old, list) else ():
        if all(item.get(key) == value for key, value in new.items()):
            return dict(item)
    return {**new, "rule": RULE}
