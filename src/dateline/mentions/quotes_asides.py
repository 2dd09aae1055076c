"""Tellers set between commas inside what they tell: `The raiders, the mayor said, burned two barns`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_spans import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ADJUNCT = frozenset({"ADP", "DET", "ADV", "PROPN", "NOUN", "NUM", "ADJ", "PART", "PRON", "SPACE", "CCONJ"})
"""Tags of words that go with a reporting verb: when, where and to whom it was said."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def opens(doc: Doc, first: int, sentence: Sentence) -> bool:
    """True where an aside starts at `first` behind the word that opens a clause (`because,`) or a sentence
    (`Instead,`)."""
    if first - 2 < sentence.first or doc[first - 1].text != ",":
        return False
    before = doc[first - 2]
    leads = before.pos_ == "ADV" and first - 2 == sentence.first
    return leads or before.tag_ in ("WDT", "WP", "WRB") or (before.tag_ == "IN" and before.dep_ == "mark")


def around_aside(verb: Token, told: Tokens, sentence: Sentence) -> list[Tokens]:
    """What stands on both sides of the tokens `told` of teller and verb; empty where they are no aside.

    Behind a word that opens a clause what follows alone is told: `a valley where, they say, mills burned`.
    """
    doc, (first, last) = verb.doc, told
    while last < sentence.last and doc[last].pos_ in ADJUNCT:
        last += 1
    if last < sentence.last and doc[last].text == "," and opens(doc, first, sentence):
        return [(last, sentence.last)]
    if not sentence.first < first - 1 < last < sentence.last - 1:
        return []
    if not doc[first - 1].text == doc[last].text == ",":
        return []
    predicate = next((t for t in doc[last + 1 : sentence.last] if t.pos_ != "ADV"), doc[last])
    if predicate.tag_ not in _FINITE or verb_cues(predicate):
        return []
    led = any(verb_cues(t) for t in doc[sentence.first : first])
    start = predicate.left_edge.i if led and predicate.left_edge.i < first else sentence.first
    return [(start, first), (last, sentence.last)]


def as_told(verb: Token, told: Tokens, sentence: Sentence) -> list[Tokens]:
    """What stands on both sides of `as the mayor noted`; empty for other words."""
    doc = verb.doc
    mark = next((c for c in verb.lefts if c.lower_ == "as" and c.dep_ in ("mark", "advmod")), None)
    more = any(c.dep_ in ("dobj", "xcomp", "ccomp") and c.i >= told[1] for c in verb.rights)
    if verb.dep_ != "advcl" or mark is None or mark.i + 1 != told[0] or more:
        return []
    first, last = mark.i, told[1]
    while last < sentence.last and doc[last].pos_ in ADJUNCT:
        last += 1
    opened = first == sentence.first or doc[first - 1].text == ","
    closed = last >= sentence.last or doc[last].pos_ == "PUNCT"
    if not (opened and closed):
        return []
    after = (min(last + 1, sentence.last), sentence.last)
    return [piece for piece in ((sentence.first, first), after) if piece[0] < piece[1]]


def meanwhile(doc: Doc, at: int, end: int) -> bool:
    """True where behind a teller `, as the envoy arrived` tells what else went on, which the outlet tells."""
    while at < end and doc[at].pos_ in ("PUNCT", "SPACE"):
        at += 1
    opened = doc[at : at + 1]
    return any(t.lower_ in ("as", "while") and t.dep_ == "mark" and t.head.dep_ == "advcl" for t in opened)
