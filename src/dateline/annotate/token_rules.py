"""spaCy's rules for word classes, asked once of each kind of token instead of each token.

The model's `attribute_ruler` tries 180 patterns on every token: a tenth of the parser's time. Nearly all of
them look at one token alone, so what they say of a tag, word and label holds wherever these come again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Span

Match = tuple[int, int, int, int]
"""A rule's number, its name's hash, and the tokens `[first, last)` that it fits."""
Kind = tuple[int, ...]

ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")
"""What a rule may ask of a token for its answer to be kept."""
KEPT = 50_000
"""Kinds of tokens whose rules are remembered; a report of 400 tokens has some 200."""


def remember(ruler: Any) -> None:
    """Make an attribute ruler remember what fits; one whose rules ask for more stays as it is."""
    patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
    if all(set(token) <= {*ASKED} for pattern in patterns for token in pattern):
        ruler.match = _Remembered(ruler).match


class _Remembered:
    """The rules of an attribute ruler, with those that fit each kind of token seen so far."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._names = ruler.vocab.strings
        self._all = ruler.matcher
        self._long = _long(ruler)
        self._fitting: dict[Kind, list[tuple[int, int]]] = {}

    def match(self, doc: Doc) -> list[Match]:
        """What `AttributeRuler.match` finds: all rules that fit, in the order they are applied in."""
        matches = self._matches(self._long, doc)
        for at, asked in enumerate(doc.to_array(list(ASKED)).tolist()):
            kind = tuple(asked)
            if kind not in self._fitting:
                if len(self._fitting) >= KEPT:
                    self._fitting.clear()
                fitting = self._matches(self._all, doc[at : at + 1])
                self._fitting[kind] = [(number, name) for number, name, _, _ in fitting]
            matches += [(number, name, at, at + 1) for number, name in self._fitting[kind]]
        return sorted(matches)

    def _matches(self, matcher: Matcher, tokens: Doc | Span) -> list[Match]:
        found: Any = matcher(tokens, allow_missing=True)
        return [(int(self._names[name]), name, first, last) for name, first, last in found]


def _long(ruler: AttributeRuler) -> Matcher:
    """The rules that look at more than one token."""
    from spacy.matcher import Matcher

    matcher = Matcher(ruler.vocab)
    rules: Any = ruler.patterns
    for number, rule in enumerate(rules):
        patterns = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
        if patterns:
            matcher.add(str(number), patterns)
    return matcher
