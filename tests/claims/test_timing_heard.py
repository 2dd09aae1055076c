"""The encoder's word on which of the times told is the event's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from dateline.annotate.evidence import ARGUMENT_ROLES
from dateline.annotate.parser import parse
from dateline.claims.timing import time_of
from dateline.claims.triggers import triggers
from dateline.document import Span
from dateline.mentions.times import times
from dateline.read.text import document_of

PUBLISHED = dt.date(2019, 5, 15)
"""A Wednesday."""


def when(text: str, word: str, likely: Mapping[str, float]) -> tuple[str, bool]:
    """The first day of the event that `word` tells, and whether it is inherited, by the encoder's chances."""
    parsed = parse(replace(document_of(text, name="t"), published=PUBLISHED))
    scores = np.zeros((len(parsed.doc), len(ARGUMENT_ROLES)), np.float32)
    for words, chance in likely.items():
        start = text.index(words)
        inside = [t.i for t in parsed.tokens_in(Span(start, start + len(words)))]
        scores[inside, ARGUMENT_ROLES.index("time")] = chance
    events = triggers(parsed)
    event = next(t for t in events if parsed.doc[t.head].text == word)
    found = time_of(parsed, event, events, tuple(times(parsed)), scores)
    assert found is not None
    return str(found.start), found.inherited


TOLD = "Troops shelled the mill on Monday. On Tuesday they left. The mill burned down."
CLAUSE = "Troops shelled the port on Monday. Shells hit the mill that the guild opened in 2004."


@pytest.mark.parametrize(
    ("text", "word", "likely", "day"),
    [
        (TOLD, "burned", {}, ("2019-05-14", True)),
        (TOLD, "burned", {"Monday": 0.5}, ("2019-05-13", True)),
        (TOLD, "burned", {"Monday": 0.3}, ("2019-05-14", True)),
        (TOLD, "burned", {"Monday": 0.9, "Tuesday": 0.6}, ("2019-05-14", True)),
        (CLAUSE, "hit", {}, ("2004-01-01", False)),
        (CLAUSE, "hit", {"Monday": 0.95}, ("2019-05-13", True)),
        (CLAUSE, "hit", {"Monday": 0.8}, ("2004-01-01", False)),
    ],
)
def test_the_time_heard_stands_where_grammar_is_doubted(
    text: str, word: str, likely: Mapping[str, float], day: tuple[str, bool]
) -> None:
    assert when(text, word, likely) == day
