"""Events that go on as no end of them is told: `under siege since May`, `a coalition fighting rebels`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.claims.record import Status
from dateline.claims.status_lists import cue_words
from dateline.claims.status_words import PRESENT
from dateline.claims.syntax import is_verbal
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_AFTER = ("acl", "oprd", "acomp", "ccomp", "xcomp", "ROOT")


def lasting(head: Token) -> Iterator[tuple[Status, str]]:
    """`a coalition fighting the group`; `has been under siege since 2012`: no end is told."""
    if head.tag_ == "VBG" and head.dep_ == "acl" and head.lemma_.lower() in mapping("roles")["lasting_verbs"]:
        yield "ongoing", "tense.participle"
    state = cue_words("state").get(head.lemma_.lower()) if head.dep_ == "amod" else None
    if head.dep_ in _AFTER and not any(
        c.dep_ in ("auxpass", "aux", "dobj") and c.tag_ not in PRESENT for c in head.children
    ):
        state = cue_words("state_after").get(head.lemma_.lower())
    if state is not None and head.tag_ in ("VBN", "JJ"):
        yield state["sets"], state.id
    yield from _under(head)
    yield from _on_its_day(head)
    for word in (head, head.head, head.head.head):
        if any(c.tag_ in PRESENT and c.lemma_ == "have" for c in word.children) and any(
            c.lower_ in ("since", "for") and c.dep_ in ("prep", "mark") and _measures(c)
            for c in word.children
        ):
            if _lasts(head):
                yield "ongoing", "tense.since"
            return


def _lasts(event: Token) -> bool:
    """True of what has gone on since: `have waged a raid`, `under fire`; not of what others did it in."""
    if is_verbal(event):
        return event.lemma_.lower() in mapping("roles")["lasting_verbs"]
    if event.dep_ == "pobj":
        return event.head.lower_ == "under"
    if event.dep_ == "nsubj" and is_verbal(event.head):
        return event.head.lemma_.lower() in mapping("roles")["happening_verbs"]
    return True


def _under(head: Token) -> Iterator[tuple[Status, str]]:
    """`the town under siege`, whichever of the two words is the event's."""
    under = head if head.lower_ == "under" else head.head
    nouns = [c for c in under.children if c.dep_ == "pobj"] if under.lower_ == "under" else []
    for entry in (e for noun in nouns if (e := cue_words("under").get(noun.lemma_.lower()))):
        if under.head.lemma_.lower() not in entry["unless"]:
            yield entry["sets"], entry.id


def _on_its_day(event: Token) -> Iterator[tuple[Status, str]]:
    """`the third day of an offensive`, `the offensive entered its third day`."""
    entry = cue_words("nth_day").get(event.lemma_.lower())
    if entry is None:
        return
    of = event.dep_ == "pobj" and event.head.lower_ == "of"
    days = [event.head.head] if of else []
    if event.dep_ == "nsubj" and event.head.lemma_.lower() == "enter":
        days = [c for c in event.head.children if c.dep_ == "dobj"]
    counted = (c for day in days if day.lemma_.lower() in entry["units"] for c in day.children)
    if any(c.ent_type_ == "ORDINAL" or c.lower_ in _ORDINALS for c in counted):
        yield entry["sets"], entry.id


def _measures(preposition: Token) -> bool:
    """True for `since 2012` and `for two years`."""
    return preposition.lower_ == "since" or any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)
