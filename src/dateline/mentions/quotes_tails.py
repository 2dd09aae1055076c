"""Tellers behind all that is told, also by others: `She said two barns burned, state radio reported`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.mentions.quotes_asides import ADJUNCT
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_spans import QUOTE_MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token


def tail(verb: Token, sentence: Sentence) -> int | None:
    """Where what is told ends before `, state radio reported`, the last words of a sentence; else None."""
    doc = verb.doc
    teller = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.right_edge.i + 1 == verb.i), None)
    if teller is None or not verb_cues(verb):
        return None
    end = teller.left_edge.i
    while end > sentence.first and (doc[end - 1].is_space or doc[end - 1].text in QUOTE_MARKS):
        end -= 1
    rest = doc[verb.i + 1 : sentence.last]
    closed = all(t.pos_ in ADJUNCT or t.pos_ == "PUNCT" for t in rest) and not any(
        t.text == "," for t in rest
    )
    return end - 1 if closed and end > sentence.first and doc[end - 1].text == "," else None


def told_twice(verb: Token, clause: Token, sentence: Sentence) -> tuple[Token, int] | None:
    """The clause said by `verb` and its end, where the parser takes for said who tells all of it behind."""
    end = tail(clause, sentence) if clause.dep_ == "ccomp" and clause.i > verb.i else None
    told = next((c for c in clause.lefts if c.dep_ == "ccomp"), None)
    return (told, end) if end is not None and told is not None and told.i > verb.i else None
