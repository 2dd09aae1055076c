"""Did it happen, as the source puts it: occurred, ongoing, planned, conditional, possible, denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dateline.annotate import Parse
from dateline.annotate.evidence import STATUSES, mean_of
from dateline.claims.record import Status
from dateline.claims.status_cues import cues_over
from dateline.claims.syntax import is_verbal
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

STRENGTH = ("denied", "conditional", "possible", "planned", "ongoing", "occurred")
"""When several cues stand over one event the first of these wins."""
CUE_WEIGHT = 0.85
"""What a cue adds to its status beside the encoder's probabilities (gold, corpora apart; unseen reports)."""
DEFAULT_WEIGHT = 0.45
"""The same for `occurred` where no cue stands (gold, corpora apart)."""


def status_of(parse: Parse, trigger: Trigger) -> tuple[Status, str]:
    """The status and the rule that set it (`model` when the encoder overrode the cues)."""
    head = parse.doc[trigger.head]
    # A pattern's own `not` and a refusal's `will not` say what was done; what the encoder took in does not.
    said = trigger.hit is not None or trigger.action in mapping("action_groups")["politics"]
    found = list(cues_over(head, inside=range(trigger.first, trigger.last) if said else range(0)))
    if _refuses(trigger):
        found = [("occurred", "status.refusal"), *(c for c in found if c[0] not in ("denied", "planned"))]
    fixed = trigger.hit.entry.get("status") if trigger.hit and trigger.action == trigger.hit.action else None
    if not found and fixed and _is_present(head):
        found.append((cast(Status, fixed), trigger.rule))
    by_rule, rule = min(found, key=lambda f: STRENGTH.index(f[0]), default=("occurred", "status.default"))
    if parse.evidence is None:
        return by_rule, rule
    row = mean_of(parse.evidence.status[trigger.first : trigger.last]).copy()
    if trigger.action == "reject" and not found:
        # Who denies something has denied it: the encoder hears the verb's own sense.
        row[STATUSES.index("denied")] = 0.0
    row[STATUSES.index(by_rule)] += CUE_WEIGHT if found else DEFAULT_WEIGHT
    best = STATUSES[int(row.argmax())]
    return cast(Status, best), rule if best == by_rule else "model"


def _refuses(trigger: Trigger) -> bool:
    """`has not permitted a convoy`: a refusal by what is not done, which the encoder took for one."""
    return trigger.action == "reject" and (trigger.hit is None or trigger.hit.action != "reject")


def _is_present(head: Token) -> bool:
    """False for a state said of the past (`had held`, `was under the control`)."""
    chain = (head, head.head, head.head.head)
    return not any(t.tag_ == "VBD" and is_verbal(t) for t in chain[: 1 if is_verbal(head) else 3])
