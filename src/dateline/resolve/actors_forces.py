"""Whose forces and machines are that nobody's name stands before."""

from __future__ import annotations

import re
from itertools import islice

from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_groups import Choice
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
REACH = 8
"""Phrases back in which an army is near."""


def is_numbered(phrase: Phrase, scene: Scene) -> bool:
    """True for `the 4th Brigade`, `the 2nd and 7th divisions`: an army numbers its units."""
    return any(ORDINAL.fullmatch(word.key) for word in words_in(scene.text, *phrase.span))


def army_near(phrase: Phrase, memory: Memory) -> Choice | None:
    """The army last named near by, or None."""
    for referent in islice(memory.before(phrase.span.start), REACH):
        if referent.phrase.role == "military" and referent.phrase.country:
            span = referent.span
            return Choice(f"{referent.phrase.country}:military", f"anaphora@{span.start}-{span.end}")
    return None
