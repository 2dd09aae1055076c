"""What a time expression is a time of: the event, the saying, a beginning, or only how long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate import Parse
from dateline.claims.triggers import Trigger
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.record import Time
from dateline.mentions.times_anchor import anchor_of

_SHORT = re.compile(r"P(?:T[\dX]+[HMS]|\d+D)")
_RECORD = re.compile(
    r"\b(?:in|for)\s+(?:(?:at\s+least|less\s+than|more\s+than|nearly|almost|over)\s+)*(?:the\s+)?\Z", re.I
)
_THEREWITH = re.compile(r"\s*,?\s*(?:when|after|with|(?:that|which)(?!\s+(?:has|have)\b))\b[^,.;]*", re.I)
_BEGINNING = frozenset({"begin", "start", "erupt", "break", "launch"})
_RANKED = re.compile(r"\b(?:first|second|third|fourth|fifth|\dth|\dnd|\drd|biggest|worst|deadliest)\b", re.I)

_WORST = re.compile(
    r"\b(?:biggest|worst|deadliest|bloodiest|heaviest|fiercest|largest|highest|lowest)\b[^.,;:]{0,40}"
    r"\b(?:in|for|since)\s+(?:(?:at\s+least|more\s+than|nearly|almost|over)\s+)?\Z",
    re.I,
)
"""What stands before the time that something was the worst of."""
REACH = 80
"""Characters before a time in which that is said."""


def tells_no_day(parse: Parse, time: Time) -> bool:
    """A clock time, `at dawn`, a few hours, `now`: the day is the one told before it."""
    if time.start is not None:
        return False
    if time.rule in ("time.clock", "time.part", "duration.long") or time.value == "PRESENT_REF":
        return True
    if time.rule in ("relative.recent", "relative.past", "relative.long_ago"):
        return (time.value or "").startswith("PT")
    return time.rule.startswith("duration") and (
        _SHORT.fullmatch(time.value or "") is not None or _ranks(parse, time)
    )


def times_of_events(parse: Parse, times: Sequence[Time]) -> list[Time]:
    """The times without those of `the worst violence in a decade`, which are no time of the violence."""
    return [time for time in times if not _is_of_worst(parse, time)]


def _is_of_worst(parse: Parse, time: Time) -> bool:
    """True for `the worst violence in a decade`, `the deadliest raid since 2010`."""
    start = time.span.start
    return _WORST.search(parse.document.text[max(0, start - REACH) : start]) is not None


def _ranks(parse: Parse, time: Time) -> bool:
    """`the first raid in two years`, `the second time in a week`."""
    tokens = parse.tokens_in(time.span)
    sentence = parse.sentence_of(tokens[0].i) if tokens else None
    if sentence is None:
        return False
    before = parse.document.text[sentence.span.start : time.span.start]
    return _RECORD.search(before) is not None and _RANKED.search(before) is not None


def is_of_saying(parse: Parse, time: Time) -> bool:
    """`said on Thursday`: when it was told, which is seldom when it was."""
    tokens = parse.tokens_in(time.span)
    if not tokens:
        return False
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[0]).head
    while head.pos_ == "ADP" and head.head != head:
        head = head.head
    return any(c.stance == "speech" for c in verb_cues(head))


def began(parse: Parse, trigger: Trigger, time: Time) -> Time:
    """The time without its stretch to the present, for what happened at its beginning.

    In `has fought since 2011, when the army fired on crowds` the fight goes on and the firing does not; so in
    `the first since a raid on Monday that killed nine`.
    """
    if time.said_end is None:
        return _goes_on(parse, trigger, time)
    text, at = parse.document.text, trigger.span(parse).start
    since = text.lower().rfind("since", trigger.sentence.span.start, time.span.start)
    within = since != -1 and since < at < time.span.start
    if within or _THEREWITH.fullmatch(text, time.span.end, at):
        return replace(time, end=time.said_end)
    return time


def _goes_on(parse: Parse, trigger: Trigger, time: Time) -> Time:
    """`have died in the war that began in 2011`: what has happened since the beginning told."""
    tokens = parse.tokens_in(time.span)
    anchor = anchor_of(parse)
    if not tokens or anchor is None or time.start is None or time.start > anchor.day:
        return time
    verb = next((t for t in tokens[0].ancestors if t.pos_ == "VERB"), None)
    mine = parse.doc[trigger.head]
    if verb is None or verb.lemma_ not in _BEGINNING or verb == mine:
        return time
    if any(c.lower_ in ("has", "have") and c.dep_ == "aux" for c in mine.children):
        return replace(time, end=anchor.day)
    return time
