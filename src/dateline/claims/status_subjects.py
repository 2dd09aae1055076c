"""What a verb says of the event that is its subject: `clashes continue`, `an end to the shelling`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.claims.record import Status
from dateline.claims.status_lists import cue_words
from dateline.claims.status_words import beside, governing, is_definite
from dateline.claims.syntax import is_verbal
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

_STILL = frozenset({"must", "should", "until", "unless"})
"""Words by which what is to stop has not stopped."""


def as_subject(head: Token) -> Iterator[tuple[Status, str]]:
    """`clashes continue`, `the toll may rise`, `talks are due to resume`: the verb says it of its subject."""
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass") or not is_verbal(verb):
        return
    over = (verb, *(c for c in verb.children if c.dep_ == "acomp"))
    for said in (verb, *(c for word in over for c in word.children if c.dep_ == "xcomp")):
        if said.lemma_.lower() in mapping("roles")["happening_verbs"]:
            yield from beside(said)
            if said is not verb:
                yield from governing(said.head)
    planned = cue_words("passive_of").get(verb.lemma_.lower()) if head.dep_ == "nsubjpass" else None
    if planned is not None and not is_definite(head):
        yield planned["sets"], planned.id
    yield from _underway(verb)
    denied = any(c.dep_ == "neg" for c in verb.children)
    cancelled = cue_words("cancelled").get(verb.lemma_.lower()) if head.dep_ == "nsubjpass" else None
    if cancelled is not None and not denied:
        yield cancelled["sets"], cancelled.id
    lasting = cue_words("unended" if denied else "verb_of").get(verb.lemma_.lower())
    if lasting is not None:
        yield lasting["sets"], lasting.id
        return
    count = cue_words("count").get(head.lemma_.lower())
    if count is not None and any(c.tag_ == "MD" or c.lower_ in count["open"] for c in (*verb.children, verb)):
        # A count of the dead that may still change is no event yet.
        yield count["sets"], count.id


def _underway(verb: Token) -> Iterator[tuple[Status, str]]:
    """`is underway`, `has been under way`, `was in progress`."""
    if verb.lemma_ == "be":
        said = (t for c in verb.rights for t in (c, *(g for g in c.children if c.lower_ in ("under", "in"))))
        entry = next((e for t in said if (e := cue_words("predicate").get(t.lower_)) is not None), None)
        if entry is not None:
            yield entry["sets"], entry.id


def to_end(event: Token) -> Iterator[tuple[Status, str]]:
    """`demanded an end to the shelling`, `urged them to stop it`, `until it stops`: it goes on."""
    governor = event.head.head if event.dep_ == "pobj" and event.head.lower_ == "to" else event.head
    entry = cue_words("ending").get(governor.lemma_.lower())
    if entry is not None and event.dep_ == "nsubj" and any(c.lower_ in _STILL for c in governor.children):
        yield entry["sets"], entry.id
    noun = governor.pos_ == "NOUN" and event.dep_ == "pobj"
    if entry is not None and (noun or (governor.tag_ == "VB" and event.dep_ in ("dobj", "xcomp"))):
        yield entry["sets"], entry.id
