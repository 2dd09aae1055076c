"""What is answered to what was said, which no speaker tells of himself: `, which the army denied`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.lexicon import mapping
from dateline.mentions.quotes_spans import QUOTE_MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token


def before_answer(verb: Token, after: int, end: int) -> int:
    """Where behind what `verb` tells somebody else's answer to it stands within tokens `[after, end)`; else
    `end`."""
    doc = verb.doc
    for i in range(after + 1, end - 1):
        if doc[i].text in QUOTE_MARKS:
            break
        if doc[i].text == "," and any(_answers(t) for t in doc[i + 1 : end] if _opens(t) == i + 1):
            return i
    return end


def _answers(word: Token) -> bool:
    """True of `denied` in `which the army denied`, `a charge (that) the army denied`."""
    if word.lemma_.lower() not in mapping("roles")["answers"] or word.dep_ != "relcl":
        return False
    if not any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in word.lefts):
        return False
    return _is_answered(word) and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in word.rights)


def _is_answered(word: Token) -> bool:
    which = any(c.lower_ == "which" and c.dep_ == "dobj" for c in word.lefts)
    return which or word.head.lower_ in mapping("roles")["answered"]


def _opens(word: Token) -> int:
    """The first word of an answer: the `which` or the `charge` that it is to."""
    named = word.dep_ == "relcl" and word.head.lower_ in mapping("roles")["answered"]
    return word.head.left_edge.i if named else word.left_edge.i
