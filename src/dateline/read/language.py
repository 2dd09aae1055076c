"""Whether a text is plainly not in English, the one language that is coded."""

from __future__ import annotations

import re

COMMONEST = frozenset("the and of to that with by said from were has have which not".split())
"""Words without which hardly an English report is written, and which other languages hardly have."""
FEWEST = 0.03
"""Share of them below which a text is not English: of 1,012 English reports (gold, FA-KES, re3d) none of
`ENOUGH` words or more has less than 0.04, and of spaCy's examples in 28 languages none more than 0.032."""
ENOUGH = 30
"""Words from which the share says something."""
NOTE = "not English by its words: its claims will be few, and may be wrong"

_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = 20_000
"""Characters looked at."""


def is_foreign(text: str) -> bool:
    """True of a text whose letters are mostly not Latin, or which lacks the commonest English words.

    Short texts in Latin letters are given the benefit of the doubt.
    """
    words = _WORD.findall(text[:_BEGINNING].lower())
    if sum(word.isascii() for word in words) * 2 < len(words):
        return True
    return len(words) >= ENOUGH and sum(word in COMMONEST for word in words) < FEWEST * len(words)
