"""What the words of an act tell beyond its action: that it failed, or was a flight."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from dateline.claims.record import Claim
from dateline.lexicon import Entry, entries
from dateline.link.words import words_of


@lru_cache(maxsize=1)
def telling_words() -> dict[str, Entry]:
    """Each word and pair of words of lexicon `contradiction_words`, with its entry."""
    return {word: entry for entry in entries("contradiction_words") for word in entry["words"]}


def tells(claim: Claim, kind: str) -> bool:
    """True when the words of a claim's act are of a kind of `contradiction_words`."""
    said = words_of(claim.trigger)
    table = telling_words()
    return any(w in table and table[w]["kind"] == kind for w in (*said, *map(" ".join, pairwise(said))))
