"""When an event was: the time expression of its clause, else an inherited one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate import Parse
from dateline.annotate.evidence import Scores
from dateline.claims.locations_roles import owner
from dateline.claims.record import ClaimTime
from dateline.claims.timing_apart import is_apart, is_before_it
from dateline.claims.timing_counted import counted
from dateline.claims.timing_heard import heard_time
from dateline.claims.timing_running import from_first_day, lasted, until_now
from dateline.claims.timing_spans import began, is_of_saying, is_of_worst, tells_no_day, tells_which
from dateline.claims.triggers import Trigger
from dateline.mentions.record import Time
from dateline.mentions.times_anchor import anchor_of

PUBLISHED = "time.published"
_SINCE_THEN = re.compile(r"\bsince then\b", re.IGNORECASE)


def time_of(
    parse: Parse,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    times: Sequence[Time],
    scores: Scores | None = None,
) -> ClaimTime | None:
    """The time said for the event, inherited from sentence, paragraph or publication, or None.

    `scores` are the encoder's for the event's arguments: they tell where grammar took the wrong time.
    """
    times = [t for t in times if not is_of_worst(parse, trigger, t) and not is_apart(parse, trigger, t)]
    found = from_first_day(parse, trigger, _by_grammar(parse, trigger, triggers, times))
    own = found is not None and not found.inherited
    told = [t for t in times if not is_before_it(parse, trigger, t)]
    heard = heard_time(parse, scores, told, found.span if found is not None else None, own=own)
    if heard is None:
        return until_now(parse, trigger, found)
    said = trigger.sentence.span.covers(heard.span)
    found = _said(began(parse, trigger, heard) if said else heard, inherited=not said)
    return until_now(parse, trigger, found)


def _by_grammar(
    parse: Parse, trigger: Trigger, triggers: Sequence[Trigger], times: Sequence[Time]
) -> ClaimTime | None:
    sentence = [t for t in times if t.span.overlaps(trigger.sentence.span)]
    own = [t for t in sentence if _owned(parse, trigger, triggers, t)]
    if not own and (since := _since_then(parse, trigger, times)) is not None:
        return _said(since, inherited=True)
    if (found := counted(parse, trigger, times)) is not None:
        return _said(found, inherited=False)
    its = [t for t in sentence if _of_its_verb(parse, trigger, triggers, t)]
    shared = [t for t in sentence if not _aside(parse, trigger, t)]
    inherited = _inherited(parse, trigger, times)
    if inherited is not None and inherited.rule == PUBLISHED and all(t.start is None for t in shared):
        took = lasted(parse, [t for t in (*own, *its) if not tells_which(parse, t)])
        if took is not None:
            time, start, end = took
            return replace(_said(time, inherited=False), start=start, end=end, precision="day")
    for group in (own, its, shared):
        telling = [t for t in group if not tells_no_day(parse, t)]
        if telling:
            return _said(began(parse, trigger, _nearest(parse, trigger, telling)), inherited=False)
    if inherited is None and (own or shared):
        return _said(_nearest(parse, trigger, own or shared), inherited=False)
    return inherited


def _since_then(parse: Parse, trigger: Trigger, times: Sequence[Time]) -> Time | None:
    """`Since then a hundred have died`: from the time last told to the report's day."""
    anchor, sentence = anchor_of(parse), trigger.sentence.span
    if anchor is None or not _SINCE_THEN.search(parse.document.text, sentence.start, sentence.end):
        return None
    told = _told_before(parse, trigger, times)
    if not told or told[-1].start is None or told[-1].start > anchor.day:
        return None
    return replace(told[-1], end=anchor.day)


def _told_before(parse: Parse, trigger: Trigger, times: Sequence[Time]) -> list[Time]:
    """Dated expressions of the sentences before, within the paragraph."""
    start = parse.document.blocks[trigger.sentence.block].span.start
    return [t for t in times if t.start is not None and start <= t.span.start < trigger.sentence.span.start]


def _owned(parse: Parse, trigger: Trigger, triggers: Sequence[Trigger], time: Time) -> bool:
    """True for the time of the event's clause, and of a clause with `since` that hangs on the event."""
    tokens = parse.tokens_in(time.span)
    if not tokens:
        return False
    since = time.said_end is not None and trigger.last <= tokens[0].i
    if since and _hangs_on(parse, tokens[0].i, trigger.head):
        return True
    return owner(parse, tokens[0].i, triggers) == trigger.head


_SHARING = frozenset({"nsubj", "nsubjpass", "agent", "pobj", "prep", "compound"})
"""How an event's noun hangs on a verb that tells what came of it: `a bombing killed nine on Monday`."""
_OTHER_CLAUSE = frozenset({"ccomp", "xcomp", "relcl", "acl", "pcomp", "conj", "parataxis"})


def _of_its_verb(parse: Parse, trigger: Trigger, triggers: Sequence[Trigger], time: Time) -> bool:
    """True for Monday of `a bombing killed nine on Monday` as the time of the bombing."""
    tokens = parse.tokens_in(time.span)
    word = parse.tokens[trigger.head]
    while word.dep_ in _SHARING and word.head.pos_ != "VERB":
        word = word.head
    if not tokens or word.dep_ not in _SHARING:
        return False
    return owner(parse, tokens[0].i, triggers) == word.head.i


def _hangs_on(parse: Parse, token: int, head: int) -> bool:
    """`killed since troops took the port on 1 May`: the day hangs on `killed`, through one clause of time."""
    for above in parse.path_up(token):
        if above == head:
            return True
        if parse.deps[above] in _OTHER_CLAUSE:
            return False
    return False


def _aside(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True in a relative clause that the event stands outside of.

    `The army, which has fought them since 2023, said it had killed 70`: the years are those of the fighting.
    Those of what began then and goes on are the event's: `70 have died in the fight that began in 2023`.
    """
    if began(parse, trigger, time) != time:
        return False
    tokens = parse.tokens_in(time.span)
    clauses = [i for i in parse.path_up(tokens[0].i) if parse.deps[i] == "relcl"] if tokens else []
    return bool(clauses) and clauses[0] not in parse.path_up(trigger.head)


def _nearest(parse: Parse, trigger: Trigger, times: Sequence[Time]) -> Time:
    """The nearest dated expression; an undated one only when there is no other."""
    at = trigger.span(parse).start
    return min(times, key=lambda t: (t.start is None, is_of_saying(parse, t), abs(t.span.start - at)))


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


def _sets_month(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """A month told in the sentence before: `403 died in May. Most were killed in the towns.`"""
    tokens = parse.tokens_in(time.span)
    told = parse.sentence_of(tokens[0].i) if tokens else None
    just_before = told is not None and told.last == trigger.sentence.first
    return just_before and time.precision == "month" and time.said_end is None


def _leads_on(parse: Parse, time: Time) -> bool:
    """`since April`: how long something has gone on, which is no day of what is told after it."""
    tokens = parse.tokens_in(time.span)
    return bool(tokens) and "since" in parse.lowers[max(tokens[0].i - 1, 0) : tokens[0].i + 1]


def _inherited(parse: Parse, trigger: Trigger, times: Sequence[Time]) -> ClaimTime | None:
    anchor = anchor_of(parse)
    published = anchor.day if anchor is not None else None
    told = [t for t in _told_before(parse, trigger, times) if not _leads_on(parse, t)]
    before = [t for t in told if t.precision == "day" or (t is told[-1] and _sets_month(parse, trigger, t))]
    before = [t for t in before if not is_of_saying(parse, t)] or before
    if before:
        return _said(before[-1], inherited=True)
    if published is None:
        return None
    return ClaimTime(
        text=None,
        span=None,
        start=published,
        end=published,
        precision="unknown",
        inherited=True,
        rule=PUBLISHED,
    )
