"""When an event was: the time expression of its clause, else an inherited one."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.claims.locations_roles import owner
from dateline.claims.record import ClaimTime
from dateline.claims.triggers import Trigger
from dateline.mentions.record import Time


def time_of(
    parse: Parse, trigger: Trigger, triggers: Sequence[Trigger], times: Sequence[Time]
) -> ClaimTime | None:
    """The time said for the event, inherited from sentence, paragraph or publication, or None."""
    sentence = [t for t in times if t.span.overlaps(trigger.sentence.span)]
    own = [t for t in sentence if _owned(parse, trigger, triggers, t)]
    for group in (own, sentence):
        if group:
            return _said(_nearest(parse, trigger, group), inherited=False)
    return _inherited(parse, trigger, times)


def _owned(parse: Parse, trigger: Trigger, triggers: Sequence[Trigger], time: Time) -> bool:
    tokens = parse.tokens_in(time.span)
    return bool(tokens) and owner(parse, tokens[0].i, triggers) == trigger.head


def _nearest(parse: Parse, trigger: Trigger, times: Sequence[Time]) -> Time:
    """The nearest dated expression; an undated one only when there is no other."""
    at = trigger.span(parse).start
    return min(times, key=lambda t: (t.start is None, abs(t.span.start - at)))


def _said(time: Time, *, inherited: bool) -> ClaimTime:
    return ClaimTime(
        text=time.text,
        span=time.span,
        start=time.start,
        end=time.end,
        precision=time.precision,
        inherited=inherited,
        rule=time.rule,
    )


def _inherited(parse: Parse, trigger: Trigger, times: Sequence[Time]) -> ClaimTime | None:
    block = parse.document.blocks[trigger.sentence.block].span
    before = [
        t
        for t in times
        if t.start is not None
        and t.precision == "day"
        and block.start <= t.span.start < trigger.sentence.span.start
    ]
    if before:
        return _said(before[-1], inherited=True)
    published = parse.document.published
    if published is None:
        return None
    return ClaimTime(
        text=None,
        span=None,
        start=published,
        end=published,
        precision="unknown",
        inherited=True,
        rule="time.published",
    )
