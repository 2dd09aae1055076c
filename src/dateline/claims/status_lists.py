"""The words of status.yaml, by where they stand to an event's own word."""

from __future__ import annotations

from functools import cache

from dateline.lexicon import Entry, entries


@cache
def cue_words(where: str) -> dict[str, Entry]:
    """Words of status.yaml that count at one place to the event, in lower case, each with its entry."""
    return {word: e for e in entries("status") if e["where"] == where for word in e["words"]}
