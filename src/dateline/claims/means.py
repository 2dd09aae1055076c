"""What an act was done with, when its clause says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.annotate import Parse
from dateline.claims.locations_roles import owner
from dateline.claims.syntax import is_passive, is_verbal, objects, phrase, surface_subjects
from dateline.claims.triggers import Trigger
from dateline.lexicon import Entry, entries
from dateline.lexicon.actions import action_set

REACH = 12
"""Tokens either side of the trigger that are looked at, within its sentence."""
LONGEST = 4
"""Tokens of the longest name of arms in means.yaml."""


@lru_cache(maxsize=1)
def means_words() -> dict[str, Entry | None]:
    """Words of arms -> the entry that names their means; None for longer names that are no arms."""
    barred = {words: None for entry in entries("means") for words in entry.get("unless", ())}
    return {**barred, **{word: entry for entry in entries("means") for word in entry["words"]}}


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return frozenset(words.split()[0] for words in means_words())


def means_of(parse: Parse, trigger: Trigger, peers: Sequence[Trigger]) -> tuple[str, ...]:
    """The codebook's means in the order of the text, without repeats; `peers` are all events of the sentence.

    Arms that another act of the sentence was done with, or that were themselves destroyed, are no means.
    """
    if trigger.action not in action_set("with_means"):
        return ()
    found = [
        entry["means"]
        for first, last, entry in _named(parse, trigger)
        if trigger.action in entry.get("actions", (trigger.action,))
        and not _is_of_another(parse, range(first, last), trigger, peers)
        and not _suffers(parse, range(first, last), trigger, peers)
    ]
    given = trigger.hit.entry.get("means", ()) if trigger.hit else ()
    return tuple(dict.fromkeys((*given, *found)))


def _named(parse: Parse, trigger: Trigger) -> Iterator[tuple[int, int, Entry]]:
    """Tokens `[first, last)` near the trigger that name arms, with their entries; the longest name wins."""
    sentence = trigger.sentence
    at, end = max(sentence.first, trigger.first - REACH), min(sentence.last, trigger.last + REACH)
    while at < end:
        length = 0
        if parse.lowers[at] in _openers():
            words = parse.lowers[at : min(at + LONGEST, end)]
            length = next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in means_words()), 0)
        entry = means_words()[" ".join(parse.lowers[at : at + length])] if length else None
        if entry is not None:
            yield at, at + length, entry
        at += max(length, 1)


def _is_of_another(parse: Parse, words: range, trigger: Trigger, peers: Sequence[Trigger]) -> bool:
    """`shells` of `shells fell and a raid began` is none of the raid's; harm is done with what the act is."""
    others = [p for p in peers if p.head != trigger.head and p.action in action_set("fire")]
    if not others or trigger.action not in action_set("fire"):
        return False
    named = any(p.first <= at < p.last for p in others for at in words)
    return named or owner(parse, words[-1], peers) in {p.head for p in others}


def _suffers(parse: Parse, words: range, trigger: Trigger, peers: Sequence[Trigger]) -> bool:
    """`destroyed two tanks`, `killed a tank's crew`; of `fired two mortars` the mortars are the means."""
    head = parse.doc[trigger.head]
    harmed = [p for p in peers if p.action in action_set("counting") and p.head != trigger.head]
    if any(_is_object(parse, words, p) for p in harmed):
        return True  # `raids kill seven gunmen`: the gunmen fire at nobody
    if trigger.action in action_set("fire") or not is_verbal(head):
        return False
    return _is_object(parse, words, trigger)


def _is_object(parse: Parse, words: range, trigger: Trigger) -> bool:
    """The words stand in the phrase of what the event's verb is done to."""
    head = parse.doc[trigger.head]
    if not is_verbal(head):
        return False
    things = surface_subjects(head) if is_passive(head) else objects(head)
    return any(first <= at < last for first, last in map(phrase, things) for at in words)
