"""When an event was: the time expression of its clause, else an inherited one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate import Parse
from dateline.annotate.evidence import Scores
from dateline.claims.locations_roles import owner
from dateline.claims.record import ClaimTime
from dateline.claims.timing_counted import counted
from dateline.claims.timing_heard import heard_time
from dateline.claims.timing_spans import began, is_of_saying, tells_no_day
from dateline.claims.triggers import Trigger
from dateline.lexicon.actions import action_set
from dateline.mentions.record import Time
from dateline.mentions.times_anchor import anchor_of

_SINCE_THEN = re.compile(r"\bsince then\b", re.IGNORECASE)


def time_of(
    parse: Parse,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    times: Sequence[Time],
    scores: Scores | None = None,
) -> ClaimTime | None:
    """The time said for the event, inherited from sentence, paragraph or publication, or None.

    `times` are those of the document that may be an event's (`times_of_events`); `scores` are the encoder's
    for the event's arguments: they tell where grammar took the wrong time.
    """
    times = [
        t for t in times if not _of_what_is_said(parse, trigger, t) and not _of_a_thing(parse, trigger, t)
    ]
    found = _by_grammar(parse, trigger, triggers, times)
    own = found is not None and not found.inherited
    told = [t for t in times if not _before_it(parse, trigger, t)]
    heard = heard_time(parse, scores, told, found.span if found is not None else None, own=own)
    if heard is None:
        return found
    said = trigger.sentence.span.covers(heard.span)
    return _said(began(parse, trigger, heard) if said else heard, inherited=not said)


def _by_grammar(
    parse: Parse, trigger: Trigger, triggers: Sequence[Trigger], times: Sequence[Time]
) -> ClaimTime | None:
    sentence = [t for t in times if t.span.overlaps(trigger.sentence.span)]
    own = [t for t in sentence if _owned(parse, trigger, triggers, t)]
    if not own and (since := _since_then(parse, trigger, times)) is not None:
        return _said(since, inherited=True)
    if (found := counted(parse, trigger, times)) is not None:
        return _said(found, inherited=False)
    shared = [t for t in sentence if not _aside(parse, trigger, t)]
    for group in (own, shared):
        telling = [t for t in group if not tells_no_day(parse, t)]
        if telling:
            return _said(began(parse, trigger, _nearest(parse, trigger, telling)), inherited=False)
    inherited = _inherited(parse, trigger, times)
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


_YEAR = re.compile(r"(?:19|20)\d\d")
_WHICH = frozenset({"nummod", "compound", "amod", "nmod"})
"""How a year hangs on the noun after it that it tells from others."""
_TIMED = frozenset({"in", "during", "after", "before", "since", "from", "until", "at", "on"})
"""Prepositions by which what has a year tells when something was."""
_SAID = frozenset({"ccomp", "xcomp", "pcomp"})
_OTHER_CLAUSE = frozenset({"ccomp", "xcomp", "relcl", "acl", "pcomp", "conj", "parataxis"})


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


def _words_between(parse: Parse, trigger: Trigger, time: Time) -> Sequence[int]:
    """Words that a time hangs on by grammar, up to the event's; none where it does not hang on the event."""
    if not time.span.overlaps(trigger.sentence.span):
        return ()
    tokens = parse.ids_in(time.span)
    path = list(parse.path_up(tokens[0])) if tokens else []
    return path[: path.index(trigger.head)] if trigger.head in path else ()


def _before_it(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for the year of `seized a port which raiders had held since 2015`: it is told as past by then."""
    return any(
        parse.deps[i] == "relcl"
        and any(c.lower_ == "had" and c.dep_ == "aux" for c in parse.tokens[i].children)
        for i in _words_between(parse, trigger, time)
    )


def _of_what_is_said(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for the day of `accuse each other of starting the war in 2020`: nobody says when they do.

    Of 15 such days of accusations, demands and refusals in coded reports one is the event's.
    """
    if trigger.action not in action_set("told"):
        return False
    return any(
        parse.deps[i] in _SAID and parse.tokens[i].pos_ == "VERB"
        for i in _words_between(parse, trigger, time)
    )


def _of_a_thing(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for the year of `signatories of the 2016 accord were killed`, not of `died in the 2016 siege`: it
    tells which accord, not when they died. The year is that of the event, and of what did it. So with
    `a 19th-century fort`."""
    tokens = parse.ids_in(time.span)
    century = bool(tokens) and parse.lowers[tokens[-1]] == "century"
    told = century or (len(tokens) == 1 and _YEAR.fullmatch(time.text) is not None)
    if not told or parse.deps[tokens[-1]] not in _WHICH:
        return False
    noun = parse.tokens[tokens[-1]].head
    timed = noun.dep_ == "pobj" and noun.head.lower_ in _TIMED
    of_act = noun.head.i == trigger.head and not century
    event = of_act or noun.i in (trigger.head, *parse.path_up(trigger.head))
    return noun.pos_ in ("NOUN", "PROPN") and noun.i > tokens[-1] and not timed and not event


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
        rule="time.published",
    )
