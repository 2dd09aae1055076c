"""What a time expression is a time of: the event, the saying, a beginning, or only how long."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.triggers import Trigger
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.record import Time
from dateline.mentions.times_anchor import anchor_of

if TYPE_CHECKING:
    from spacy.tokens import Token

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
_SINCE_WORST = re.compile(
    r"\b(?:first|biggest|worst|deadliest|bloodiest|heaviest|fiercest|largest|highest|lowest)\b[^.,;:]{0,60}\bsince\b",
    re.I,
)
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
        _SHORT.fullmatch(time.value or "") is not None or tells_which(parse, time)
    )


def is_of_worst(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for `the worst violence in a decade`, `the first raid since gas killed nine in 2010`: no time of
    the violence, nor of the raid."""
    start = time.span.start
    if time.said_end is not None:
        told = _SINCE_WORST.search(parse.document.text, trigger.sentence.span.start, start)
        if told is not None and trigger.span(parse).start < told.end():
            return True
    return _WORST.search(parse.document.text[max(0, start - REACH) : start]) is not None


def tells_which(parse: Parse, time: Time) -> bool:
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
    head = parse.doc[trigger.head]
    within = within or (head.dep_ == "pobj" and head.head.lower_ == "since")
    going = head.tag_ == "VBG" and text[time.span.end :].lstrip(" ,").startswith("with ")
    if within or (not going and _THEREWITH.fullmatch(text, time.span.end, at)):
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
    return replace(time, end=anchor.day) if has_been(mine) else time


def has_been(verb: Token) -> bool:
    """True for `have died`, `have been killed and forced to flee`."""
    while not any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children):
        if verb.dep_ not in ("conj", "xcomp") or verb.head.pos_ not in ("VERB", "AUX"):
            return False
        own = "aux" if verb.tag_ == "VBN" else "nsubj"
        if verb.dep_ == "conj" and any(c.dep_ in ("aux", own) for c in verb.children):
            return False
        verb = verb.head
    return True
