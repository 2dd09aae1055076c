"""The cue words of figures (lexicon/en/figure_words.yaml), by kind."""

from __future__ import annotations

from functools import cache

from dateline.lexicon import Entry, entries

LEXICON = "figure_words"


@cache
def figure_words(kind: str) -> dict[str, Entry]:
    """Words of one kind, in lower case, each with its entry."""
    return {word: entry for entry in entries(LEXICON) if entry["kind"] == kind for word in entry["words"]}
