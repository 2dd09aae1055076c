"""Which of the times told the encoder takes for the event's, where grammar has another or none."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.document import Span
from dateline.mentions.record import Time

_TIME = ARGUMENT_ROLES.index("time")
HEARD = 0.4
"""A time likelier than this is the event's when the clause tells none (of unseen reports 42 to 4 right)."""
SURELY_HEARD = 0.9
"""And likelier than this when the clause tells another (14 to 0)."""
DOUBTED = 0.5
"""The time found by grammar stands unless the encoder thinks it less likely than this."""


def heard_time(
    parse: Parse, scores: Scores | None, times: Sequence[Time], found: Span | None, *, own: bool
) -> Time | None:
    """The dated time that the event has by the encoder, None where the one at `found` may stand.

    `own` says that the clause of the event tells the time at `found`.
    """
    dated = [t for t in times if t.start is not None]
    if scores is None or scores.shape[1] <= _TIME or not dated:
        return None
    if found is not None and _chance(parse, scores, found) >= DOUBTED:
        return None
    best = max(dated, key=lambda t: _chance(parse, scores, t.span))
    least = SURELY_HEARD if own else HEARD
    return best if best.span != found and _chance(parse, scores, best.span) >= least else None


def _chance(parse: Parse, scores: Scores, span: Span) -> float:
    ids = parse.ids_in(span)
    return max(scores[ids.start : ids.stop, _TIME].tolist(), default=0.0)
