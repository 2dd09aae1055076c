"""Lists that a page ran into a report's prose: its tags, the headlines of other stories."""

from __future__ import annotations

import re
from functools import cache

from dateline.document import Span
from dateline.lexicon import mapping

TAGS = re.compile(r"(?<=[.!?\"”] )Tags:? (?=[A-Za-z])")
TAGGED = 40
"""Words looked through for the end of a list of tags."""
SENTENCE = re.compile(r"[a-z]{2}[\"”)]*[.!?][\"”)]*(?=\s|$)")
"""The end of a sentence; headlines have none."""
PROSE = 2
"""Sentences from which what follows a list is prose again."""


def tag_list(text: str, start: int, end: int) -> Span | None:
    """A run-in list of tags (`Tags river army `) before the sentence that follows it, or None."""
    found = TAGS.search(text, start, end)
    if found is None:
        return None
    words = list(re.finditer(r"\S+", text[found.end() : end]))[:TAGGED]
    known = mapping("headings")
    for i, word in enumerate(words):
        if word.group() in known["openers"] and i:
            return Span(found.start(), found.end() + word.start())
        if word.group() in known["verbs"] or (i and word.group() in known["inside"]):
            capital = next((w for w in reversed(words[1:i]) if w.group()[0].isupper()), None)
            return None if capital is None else Span(found.start(), found.end() + capital.start())
    return None


@cache
def _stories() -> re.Pattern[str]:
    return re.compile(mapping("headings")["stories"])


def story_list(text: str, start: int, end: int) -> Span | None:
    """The first run-in list of other stories' headlines with prose behind it, or None.

    It ends where the last word stands that opens a sentence, before the first full stop; else with the
    sentence: some of the report's words are lost then, and no headline of another story is read as its own.
    """
    found = _stories().search(text, start, end)
    if found is None:
        return None
    stops = list(SENTENCE.finditer(text, found.end(), end))
    if len(stops) < PROSE:
        return None
    openers = set(mapping("headings")["openers"])
    words = re.finditer(r"\S+", text[found.end() : stops[0].end()])
    opened = [found.end() + word.start() for word in words if word.group() in openers]
    return Span(found.start(), opened[-1] if opened else stops[0].end())
