"""Which mention of a place an event is shown, and how recent it is."""

from __future__ import annotations

import numpy as np

from dateline.annotate import Sentence
from dateline.claims.locations_candidates import Candidate, Mentioned
from dateline.claims.locations_told import FAR, NEVER, Line, told_of
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.mentions.record import Toponym

LENGTH = 10


def sentence(index: int) -> Sentence:
    return Sentence(index, Span(0, 1), index * LENGTH, (index + 1) * LENGTH, 0)


def place(kind: str, *words: int) -> Candidate:
    """A place told at `words`, each of a sentence of ten."""
    nowhere = Toponym(span=Span(0, 1), text="Orvane", rule="places.known")
    return Candidate(kind, tuple(Mentioned(nowhere, w, w + 1, w // LENGTH, None) for w in words))


def test_the_own_sentence_comes_first_then_what_is_before_then_what_is_after() -> None:
    places = (place("name", 2, 14, 18), place("site", 5), place("name", 33), place("name", 3, 7))
    event = Trigger(15, 16, 15, sentence(1), "attack", 0.9, "model")
    line = Line.of(places)
    at = np.array([[0, 0.3, 0.8, 0, 0, 0, 0]], np.float32)
    told = told_of([event], line, at)
    assert [line.mentions[m].first for m in told.shown[0]] == [18, 5, 33, 7]
    assert told.here.tolist() == [[True, False, False, False]]
    assert told.recency[0].tolist() == [
        [1, FAR, 0, 0],
        [1, FAR, 2, NEVER],
        [FAR, 2, NEVER, NEVER],
        [1, FAR, 1, 1],
    ]
