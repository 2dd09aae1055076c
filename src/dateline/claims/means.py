"""What an act was done with, when its clause says so."""

from __future__ import annotations

from functools import lru_cache

from dateline.annotate import Parse
from dateline.claims.triggers import Trigger
from dateline.lexicon import Entry, entries
from dateline.lexicon.actions import action_set

REACH = 12
"""Tokens either side of the trigger that are looked at, within its sentence."""


@lru_cache(maxsize=1)
def means_words() -> dict[str, Entry]:
    """Words of arms -> the entry that names their means."""
    return {word: entry for entry in entries("means") for word in entry["words"]}


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return frozenset(words.split()[0] for words in means_words())


def means_of(parse: Parse, trigger: Trigger) -> tuple[str, ...]:
    """The codebook's means in the order of the text, without repeats."""
    if trigger.action not in action_set("with_means"):
        return ()
    sentence = trigger.sentence
    first, last = max(sentence.first, trigger.first - REACH), min(sentence.last, trigger.last + REACH)
    words = parse.lowers[first:last]
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        if words[at] not in _openers():
            at += 1
            continue
        length = next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]) in means_words()), 0)
        if length:
            entry = means_words()[" ".join(words[at : at + length])]
            if trigger.action in entry.get("actions", (trigger.action,)):
                found[entry["means"]] = None
        at += max(length, 1)
    given = trigger.hit.entry.get("means", ()) if trigger.hit else ()
    return tuple(dict.fromkeys((*given, *found)))
