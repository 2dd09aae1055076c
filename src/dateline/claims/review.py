"""What a person decided of a claim, as it goes with the claim when a ledger is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Verdict = Literal["confirmed", "corrected", "rejected"]
Since = Literal["same", "otherwise", "moved", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last word on one claim: its values are then what `who` signed, whatever a coder says later."""

    verdict: Verdict
    who: str
    when: dt.datetime
    note: str = ""
    since: Since = "same"
    """What the coder has made of the words since: the `same`, a claim that says something `otherwise`, one at
    words that overlap these (`moved`), or none (`gone`)."""
    machine: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Field of the claim format -> the coder's value, of each that differs from what was signed."""


def review_json(review: Review) -> dict[str, Any]:
    """`review` of the claim format."""
    return {
        "verdict": review.verdict,
        "by": review.who,
        "when": review.when.isoformat(sep=" ", timespec="seconds"),
        "note": review.note,
        "since": review.since,
        "machine": dict(review.machine),
    }
