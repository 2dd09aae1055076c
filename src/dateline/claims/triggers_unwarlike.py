"""Warlike words that tell no act of war: `a gas explosion`, `charged with monitoring the truce`, a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.claims.syntax import PASSIVE_SUBJECTS, is_verbal
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEW = 5
"""Words within which the noun of a body's name follows: `Martyrs of the Orvane Brigade`."""


def is_unwarlike(trigger: Trigger, head: Token) -> bool:
    """True for a trigger that its own phrase shows to be no act."""
    table = mapping("roles")
    if _is_warning_shot(head):
        return True
    if trigger.action == "surrender":
        return _sets_terms(head)
    if trigger.action == "accuse":
        return _charges(head, table["tasks"])
    if trigger.action == "threaten":
        return _cautions(head)
    if trigger.action == "clash":
        return head.lower_ == "combat" and head.dep_ == "compound"
    if trigger.action == "hold":
        return _is_in_use(head)
    if trigger.action == "operate":
        return any(c.lower_ in table["peaceful_campaigns"] for c in _campaign(head).children)
    if trigger.action == "bombing":
        return any(
            c.lower_ in table["burning_stuff"] for c in head.children if c.dep_ in ("compound", "amod")
        )
    return trigger.action == "kill" and head.lower_ in ("martyr", "martyrs") and _names_body(head)


def _charges(verb: Token, tasks: Sequence[str]) -> bool:
    """`charged with monitoring the truce`: a task, and no accusation."""
    near = (verb, *(c for c in verb.children if c.dep_ == "dobj"))
    given = (t for w in near for c in w.children if c.lower_ == "with" for t in c.children)
    return any(t.tag_ == "VBG" and t.lemma_.lower() in tasks for t in given)


def _cautions(word: Token) -> bool:
    """`warned against travel to Orvane`, `lifted a travel warning`: advice to one's own citizens."""
    if word.lemma_.lower() not in ("warn", "warning"):
        return False
    against = (t for c in word.children if c.lower_ == "against" for t in c.children)
    named = (c for c in word.children if c.dep_ in ("compound", "amod"))
    return any(t.lemma_.lower() in mapping("roles")["cautioned"] for t in (*against, *named))


def _is_warning_shot(word: Token) -> bool:
    """The `warning` of `fired warning shots`: they were fired, and no more was said."""
    shot = word.head.lemma_.lower() in mapping("roles")["shots"]
    return word.lower_ == "warning" and word.dep_ in ("compound", "amod", "nmod") and shot


def _sets_terms(verb: Token) -> bool:
    """`laid down conditions`: it gave up nothing."""
    laid = (c.lemma_.lower() for c in verb.children if c.dep_ == "dobj")
    return verb.lemma_.lower() == "lay" and any(noun in mapping("roles")["terms"] for noun in laid)


def _is_in_use(verb: Token) -> bool:
    """`a bridge used by the rebels`: what it is for; whose ground it stands on is not told."""
    used = verb.lemma_.lower() == "use" and verb.tag_ == "VBN"
    return used and any(child.dep_ == "agent" for child in verb.children)


def _campaign(word: Token) -> Token:
    """The noun of `launched its election campaign`."""
    if not is_verbal(word):
        return word
    return next((c for c in word.children if c.dep_ in ("dobj", *PASSIVE_SUBJECTS)), word)


def _names_body(martyrs: Token) -> bool:
    """`Orvane Martyrs Brigade`, `Martyrs of Orvane Brigade`."""
    for word in martyrs.doc[martyrs.i + 1 : martyrs.i + 1 + _FEW]:
        if word.lower_ in _named_after():
            return True
        if not (word.text[0].isupper() or word.lower_ in ("of", "the", "al", "-")):
            return False
    return False


@cache
def _named_after() -> frozenset[str]:
    return frozenset(mapping("roles")["named_after_martyrs"])
