"""What a parse keeps in lists is what spaCy would say of each word."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.claims.syntax import APART, steps_between
from dateline.document import Span
from dateline.read.text import document_of

TEXTS = (
    "The army said on Monday that it had shelled two villages (Orvane and Mora), killing ten.",
    "Rebels, who hold Telo, left; the governor - Jane Harwell - stayed.  Nobody was hurt.",
    'ORVANE: "We fled," a farmer said.',
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_root_of_any_words_is_spacys(text):
    read = parse(document_of(text, name="t"))
    size = len(read.doc)
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size + 1)]
    assert [read.root_of(a, b).i for a, b in pairs] == [read.doc[a:b].root.i for a, b in pairs]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_in_a_span_share_a_character_with_it(text):
    read = parse(document_of(text, name="t"))
    size = len(text)
    for span in (Span(a, b) for a in range(size) for b in range(a + 1, size + 1)):
        shared = [t.i for t in read.doc if t.idx < span.end and span.start < t.idx + len(t)]
        assert list(read.ids_in(span)) == shared == [t.i for t in read.tokens_in(span)]


@pytest.mark.parametrize("text", TEXTS)
def test_steps_between_words_meet_at_the_nearest_word_above_both(text):
    read = parse(document_of(text, name="t"))
    for a in range(len(read.doc)):
        above = {token: k for k, token in enumerate(read.path_up(a))}
        for b in range(len(read.doc)):
            ways = [k + above[token] for k, token in enumerate(read.path_up(b)) if token in above]
            assert steps_between(read, a, b) == min(ways, default=APART)
