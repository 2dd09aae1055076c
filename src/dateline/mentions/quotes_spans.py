"""Noun phrases as an annotator marks a speaker, found around a head word despite parse errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tokens = tuple[int, int]
"""Token indices `[first, last)`."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LEFT = NOMINAL | {"ADJ", "DET", "ADP", "PART", "ADV", "SYM", "X", "INTJ"}
QUOTE_MARKS = frozenset({'"', "``", "''", "“", "”"})
_STOP = frozenset({"but", "that", "while", "because", "after", "before", "when", "as", "since", "if", "than"})
LONGEST = 45
"""Tokens; a speaker described at greater length is a parse gone wrong (PolNeAR's longest is 60)."""


def phrase(head: Token, *, low: int, high: int) -> Tokens:
    """The noun phrase of `head` within tokens `[low, high)`: modifiers, apposition, relative clause."""
    doc = head.doc
    first = _left(doc, head.i, max(low, head.left_edge.i))
    last = _right(doc, head, min(high, head.right_edge.i + 1))
    return first, last


def has_that(clause: Token) -> bool:
    """True of a clause that `that` opens."""
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def walk_left(doc: Doc, last: int, low: int) -> Tokens | None:
    """The noun phrase that ends right before token `last`, by tags alone; None if there is none."""
    head = last - 1
    if head < low or doc[head].pos_ not in NOMINAL or doc[head].ent_type_ in ("DATE", "TIME"):
        return None
    return _left(doc, head, low), last


def _left(doc: Doc, head: int, low: int) -> int:
    first = head
    while first > low:
        token = doc[first - 1]
        if token.text in QUOTE_MARKS or token.lower_ in _STOP or not _joins_left(doc, first - 1):
            break
        article = doc[first].pos_ == "DET" or doc[first].lower_ in ("the", "a", "an")
        if article and first < head and token.pos_ != "DET":
            break
        beside = doc[first].pos_ == "ADJ" and doc[first].text.islower() and token.pos_ in ("NOUN", "PROPN")
        if beside and not _opens_name(doc, first - 1, low):
            break
        if token.pos_ == "ADP" and not (
            doc[first].pos_ == "PROPN" and first > 1 and doc[first - 2].pos_ == "PROPN"
        ):
            break
        if doc[first].pos_ == "PRON" and token.pos_ != "DET":
            break
        first -= 1
    while first < head and (doc[first].pos_ in ("ADP", "PUNCT", "CCONJ", "SCONJ") or doc[first].is_space):
        first += 1
    return first


def _opens_name(doc: Doc, last: int, low: int) -> bool:
    """A name at a phrase's start: `the U.N. human rights office`, `Orvane's Oak Front militant group`."""
    first = last
    while first >= low and doc[first].pos_ == "PROPN":
        first -= 1
    return first < last and (first < low or doc[first].pos_ in ("DET", "PUNCT") or doc[first].tag_ == "POS")


def _joins_left(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.is_space or token.pos_ in _LEFT or token.tag_ in ("VBN", "VBG", "HYPH"):
        return True
    if token.pos_ == "CCONJ":
        return i > 0 and doc[i - 1].pos_ in NOMINAL and token.lower_ != "but"
    return (
        token.text in (",", "-", "'s", "’s", ".", "(", ")") and i > 0 and doc[i - 1].pos_ in ("ADJ", "PROPN")
    )


def _right(doc: Doc, head: Token, high: int) -> int:
    last = head.i + 1
    for i in range(head.i + 1, high):
        token = doc[i]
        if token.text in QUOTE_MARKS or i - head.i > LONGEST or _steps_aside(doc, i, high) or acts(token):
            break
        last = i + 1
    while last > head.i + 1 and (
        doc[last - 1].is_space or doc[last - 1].text in (",", "-", "--", ":", "_", "(", ".")
    ):
        last -= 1
    return _undated(doc, head.i, last)


def _steps_aside(doc: Doc, i: int, high: int) -> bool:
    """A comma after which the speaker is no longer described: `, speaking in the port`, `, like him`."""
    return (
        doc[i].text == ","
        and i + 1 < high
        and (
            (doc[i + 1].tag_ == "VBG" and doc[i + 1].lower_ != "including")
            or doc[i + 1].lower_ in ("like", "unlike", "along", "despite")
        )
    )


def acts(token: Token) -> bool:
    """`a blast claimed by the group killed nine`: what is passive has no object, so this is the next verb."""
    return (
        token.dep_ == "acl" and token.tag_ in ("VBD", "VBN") and any(c.dep_ == "dobj" for c in token.children)
    )


def _undated(doc: Doc, head: int, last: int) -> int:
    """The end without `in 2015` and `on Monday`: when somebody said it is no part of who did."""
    cut = last
    while cut > head + 1 and doc[cut - 1].ent_type_ == "DATE":
        cut -= 1
    if head + 1 < cut < last and doc[cut - 1].lower_ in ("in", "on"):
        return cut - 1
    beside = any(doc[i].dep_ == "npadvmod" for i in range(cut, last))
    return cut if head + 1 < cut < last and beside else last
