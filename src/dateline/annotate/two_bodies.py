"""Two bodies that the parser misreads: `the army and M23 rebels` are two, as are both sides of a fight."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

QUALIFYING = ("nmod", "amod", "compound")
"""How the parser hangs the first body on the second's fighters."""


def part_bodies(doc: Doc) -> None:
    """Make two of `the army and M23 rebels`, in place: the rebels are joined to the army, M23 is theirs; and
    give what is `between` two its second.

    Only where the first word is a body by itself and the second a name or people: `army and police units`
    are units of both.
    """
    for word in list(doc):
        if word.lower_ == "between":
            _join(word)
        if word.dep_ in QUALIFYING and word.lower_ in _words("whole_bodies"):
            fighters, name = word.head, _joined(word)
            if name is not None and name.i < fighters.i and fighters.lower_ in _words("named_fighters"):
                _part(word, name, fighters)


def _join(between: Token) -> None:
    """Give `fighting between M23 rebels and Congolese troops broke out` its second side back: the parser has
    the troops break out, and the fighting be the circumstance."""
    noun, first = between.head, next((c for c in between.children if c.dep_ == "pobj"), None)
    if first is None or noun.dep_ != "advcl" or any(c.dep_ == "conj" for c in first.children):
        return
    joint = next((c for c in first.children if c.lower_ == "and"), None)
    subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
    if joint is not None and subject is not None and subject.left_edge.i == joint.i + 1:
        subject.head, subject.dep_ = first, "conj"
        noun.dep_ = "nsubj"


def _joined(word: Token) -> Token | None:
    """The name that is joined to a word: `M23` of `army and M23`; None where something else is."""
    name = next((child for child in word.children if child.dep_ == "conj"), None)
    joint = next((child for child in word.children if child.dep_ == "cc"), None)
    if name is None or joint is None or joint.lower_ != "and" or name.pos_ not in ("PROPN", "ADJ"):
        return None
    return name if name.i > joint.i else None


def _part(word: Token, name: Token, fighters: Token) -> None:
    dep, above = fighters.dep_, fighters.head
    before = [child for child in fighters.children if child.i < word.i]
    word.head = above if above is not fighters else word
    word.dep_ = dep
    word.pos_ = "NOUN"
    for child in before:
        child.head = word
    name.head, name.dep_ = fighters, "compound" if name.pos_ == "PROPN" else "amod"
    fighters.head, fighters.dep_ = word, "conj"


@lru_cache(maxsize=2)
def _words(kind: str) -> frozenset[str]:
    words: str = mapping("actor_words_sets")[kind]
    return frozenset(words.split())
