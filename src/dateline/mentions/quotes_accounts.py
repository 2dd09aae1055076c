"""What somebody tells or counts without a reporting verb: `by the army's account`, `by its own count`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.mentions.quotes_cues import accounts
from dateline.mentions.quotes_found import Found
from dateline.mentions.quotes_spans import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOME = frozenset("one some most many several other another all official unofficial".split())


def account_quote(token: Token, sentence: Sentence) -> Found | None:
    """What the phrase of this noun hangs on, around it: `killed, by the army's account, nine men`."""
    by, teller = token.head, _teller(token)
    if by.lower_ != "by" or by.head == by:
        return None
    if teller is None:
        return _of_some(token, by, sentence)
    end = teller.i if teller.i < token.i else teller.right_edge.i
    first, last = by.i, max(token.i, end) + 1
    over: Token = by.head
    low, high = max(sentence.first, over.left_edge.i), min(sentence.last, over.right_edge.i + 1)
    low = max([low, *(t.i + 1 for t in token.doc[low:first] if t.text == ";")])
    content = tuple(piece for piece in ((low, first), (last, high)) if piece[0] < piece[1])
    source = phrase(teller, low=first + 1, high=end + 1)
    return Found(f"{accounts()[token.lower_]}.around", (first, token.i + 1), source, content, "around")


def _of_some(token: Token, by: Token, sentence: Sentence) -> Found | None:
    """What is told `by one count`, `by most estimates`: nobody more is named."""
    if token.i + 1 == sentence.last or not any(c.lower_ in _SOME for c in token.lefts):
        return None
    content = tuple(p for p in ((sentence.first, by.i), (token.i + 1, sentence.last)) if p[1] - p[0] > 1)
    if not content:
        return None
    return Found(
        f"{accounts()[token.lower_]}.around", (by.i, by.i + 1), (by.i + 1, token.i + 1), content, "around"
    )


def _teller(token: Token) -> Token | None:
    """The army of `the army's account` and of `the account of the army`."""
    of = [child for word in token.rights if word.lower_ == "of" for child in word.children]
    named = [c for c in token.lefts if c.dep_ == "poss"] + [c for c in of if c.dep_ == "pobj"]
    return named[0] if named else None
