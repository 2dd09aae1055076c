"""What an attitude is about: the object, clause, infinitive or preposition's object after its word."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.mentions.quotes_spans import Tokens, has_that, phrase
from dateline.mentions.quotes_subjects import is_time

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "obj", "oprd"})
_CLAUSES = frozenset({"ccomp", "xcomp", "acl"})
NEAR = 2
"""Tokens between a word and its preposition; further off it belongs to something else."""


def complement(word: Token, takes: Collection[str], preps: Collection[str]) -> tuple[int, Tokens] | None:
    """Where the cue that ends with `word` ends, and the content after it."""
    for child in word.rights:
        end = child.right_edge.i + 1
        if is_time(child):
            continue
        if child.dep_ == "prep" and child.lower_ in preps and child.i - word.i <= NEAR and end > child.i + 1:
            return child.i + 1, (child.i + 1, end)
        if _is_infinitive(child) or child.dep_ in _CLAUSES:
            if _takes_clause(word, child, takes):
                return word.i + 1, (child.left_edge.i, end)
        elif child.dep_ in _OBJECTS and {"object", "pair"} & set(takes):
            more = [c for c in word.rights if c.i > child.i and _goes_with(c, takes, preps)]
            if "object" in takes or more:
                return word.i + 1, (child.left_edge.i, max([end, *(c.right_edge.i + 1 for c in more)]))
            return None
    return None


def gap(verb: Token, source: Tokens, sentence: Sentence) -> Tokens | None:
    """`the road that the guild opposes`: the noun before a relative clause that has no object of its own."""
    if verb.dep_ != "relcl" or source[0] <= verb.head.i:
        return None
    if any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.rights):
        return None
    return phrase(verb.head, low=sentence.first, high=max(verb.head.i + 1, verb.left_edge.i))


def _is_infinitive(clause: Token) -> bool:
    return clause.dep_ in ("xcomp", "acl", "ccomp", "advcl", "relcl") and any(
        c.tag_ == "TO" for c in clause.lefts
    )


def _takes_clause(word: Token, clause: Token, takes: Collection[str]) -> bool:
    if _is_infinitive(clause):
        told = "pair" in takes and any(c.dep_ == "nsubj" for c in clause.lefts)
        return told or "infinitive" in takes
    if "clause" in takes and (word.pos_ == "VERB" or has_that(clause)):
        return True
    return "pair" in takes or ("object" in takes and clause.tag_ == "VBG")


def _goes_with(child: Token, takes: Collection[str], preps: Collection[str]) -> bool:
    """`as a prison` after `regards the camp`, `to leave` after `persuades the guards`."""
    return (child.dep_ == "prep" and child.lower_ in preps) or (
        "pair" in takes and child.dep_ in ("oprd", "xcomp", "ccomp")
    )
