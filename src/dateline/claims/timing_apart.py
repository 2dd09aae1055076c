"""Times of an event's sentence that are another's: of a thing, of what was to come, of what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.status import status_of
from dateline.claims.syntax import is_verbal
from dateline.claims.triggers import Trigger
from dateline.lexicon.actions import action_set
from dateline.mentions.record import Time
from dateline.mentions.times_anchor import anchor_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_WHICH = frozenset({"nummod", "compound", "amod", "nmod"})
"""How a year hangs on the noun after it that it tells from others."""
_TIMED = frozenset({"in", "during", "after", "before", "since", "from", "until", "at", "on"})
"""Prepositions by which what has a year tells when something was."""
_SAID = frozenset({"ccomp", "xcomp", "pcomp"})
_TO_COME = frozenset({"before", "until", "till"})
"""Words that lead to what came later than the event."""
_AHEAD_OF = re.compile(
    r"\b(?:ahead\s+of|prior\s+to|in\s+the\s+run[\s-]up\s+to)\s+(?:the|an?|its|his|her|their|\w+['’]s)\s+"
    r"(?:[\w'’-]+\s+){1,4}(?:on|in|at|for)\s+\Z",
    re.I,
)
"""What stands before the day of what came later: parsers hang the day on the event before it."""


def is_apart(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for a time of the event's sentence that is not when the event was."""
    if _is_to_come(parse, trigger, time):
        return True
    return time.span.overlaps(trigger.sentence.span) and (
        _of_what_is_said(parse, trigger, time)
        or _of_a_thing(parse, trigger, time)
        or _of_what_was_to_come(parse, trigger, time)
    )


def is_before_it(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for the year of `seized a port which raiders had held since 2015`: it is told as past by then."""
    return any(
        word.dep_ == "relcl" and any(c.lower_ == "had" and c.dep_ == "aux" for c in word.children)
        for word in _words_between(parse, trigger, time)
    )


def _words_between(parse: Parse, trigger: Trigger, time: Time) -> list[Token]:
    """Words that a time hangs on by grammar, up to the event's; none where it does not hang on the event."""
    tokens = parse.tokens_in(time.span)
    path = list(parse.path_up(tokens[0].i)) if tokens else []
    return [parse.tokens[i] for i in path[: path.index(trigger.head)]] if trigger.head in path else []


def _words_above(parse: Parse, trigger: Trigger, time: Time) -> Iterator[Token]:
    """Words that a time hangs on by grammar, up to the first that the event is or hangs on too."""
    tokens = parse.tokens_in(time.span)
    above = {trigger.head, *parse.path_up(trigger.head)}
    for i in parse.path_up(tokens[0].i) if tokens else ():
        if i in above:
            return
        yield parse.tokens[i]


def _of_what_is_said(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for the day of `accuse each other of starting the war in 2020`: nobody says when they do.

    Of 15 such days of accusations, demands and refusals in coded reports one is the event's.
    """
    if trigger.action not in action_set("told"):
        return False
    return any(word.dep_ in _SAID and word.pos_ == "VERB" for word in _words_between(parse, trigger, time))


def _of_a_thing(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for the year of `signatories of the 2016 accord were killed`, not of `died in the 2016 siege`: it
    tells which accord, not when they died. The year is that of the event, and of what did it. So with
    `a 19th-century fort`."""
    tokens = parse.tokens_in(time.span)
    century = bool(tokens) and tokens[-1].lower_ == "century"
    told = century or (len(tokens) == 1 and _YEAR.fullmatch(time.text) is not None)
    if not told or tokens[-1].dep_ not in _WHICH:
        return False
    noun = tokens[-1].head
    timed = noun.dep_ == "pobj" and noun.head.lower_ in _TIMED
    of_act = noun.head.i == trigger.head and not century
    event = of_act or noun.i in (trigger.head, *parse.path_up(trigger.head))
    return noun.pos_ in ("NOUN", "PROPN") and noun.i > tokens[-1].i and not timed and not event


def _is_to_come(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for a day after the report's of what is told as done."""
    anchor = anchor_of(parse)
    later = anchor is not None and time.start is not None and time.start > anchor.day
    told = is_verbal(parse.tokens[trigger.head]) or trigger.action in action_set("harms")
    return later and told and status_of(parse, trigger)[0] == "occurred"


def _of_what_was_to_come(parse: Parse, trigger: Trigger, time: Time) -> bool:
    """True for the day of `raids ahead of the vote on 28 May`, of `shelled it before the truce of May`."""
    at, text = trigger.span(parse).start, parse.document.text
    led = _AHEAD_OF.search(text, trigger.sentence.span.start, time.span.start)
    if led is not None and not led.start() <= at < time.span.end:
        return True
    words = list(_words_above(parse, trigger, time))
    inside = set(parse.ids_in(time.span))
    marked = any(c.dep_ == "mark" and c.lower_ in _TO_COME for word in words for c in word.children)
    return marked or any(
        word.lower_ in _TO_COME and below.dep_ == "pobj" and below.i not in inside
        for below, word in pairwise(words)
    )
