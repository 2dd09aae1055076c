"""A parsed document. spaCy objects live here and may be read by `mentions` and `claims` only."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.document import Block, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from dateline.annotate.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its characters, its tokens `[first, last)`, and the block it stands in."""

    index: int
    span: Span
    first: int
    last: int
    block: int


class Parse:
    """A document with its tokens, dependencies and sentences.

    `doc` is a spaCy Doc over a text of the same length as the stored text: edits made for the
    parser's sake (case, hyphens, apostrophes) never move a character, so `token.idx` is an offset
    into the stored text. Take words to show from `document.quote(...)`, never from `doc`.
    Only sentences of `title` and `paragraph` blocks are in `sentences`.
    """

    def __init__(
        self, document: Document, doc: Doc, sentences: tuple[Sentence, ...], evidence: Evidence | None
    ) -> None:
        self.document = document
        self.doc = doc
        self.sentences = sentences
        self.evidence = evidence

    # Each look at a spaCy token makes an object anew; what is asked over and over is kept in lists.

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of `doc`."""
        return list(self.doc)

    @cached_property
    def lowers(self) -> list[str]:
        """Each token in lower case."""
        return [token.lower_ for token in self.tokens]

    @cached_property
    def deps(self) -> list[str]:
        """Each token's label in the tree of its sentence."""
        return [token.dep_ for token in self.tokens]

    @cached_property
    def heads(self) -> list[int]:
        """The index of each token's head; a root is its own."""
        return [token.head.i for token in self.tokens]

    @cached_property
    def children(self) -> defaultdict[int, list[int]]:
        """The indices of the tokens under each token, in text order."""
        under: defaultdict[int, list[int]] = defaultdict(list)
        for i, head in enumerate(self.heads):
            if i != head:
                under[head].append(i)
        return under

    @cached_property
    def sentence_starts(self) -> list[int]:
        """By token, the first token of what the parser takes for its sentence."""
        return [start for s in self.doc.sents for start in [s.start] * len(s)]

    def path_up(self, token: int) -> Iterator[int]:
        """`token`, its head, the head of that, up to the root."""
        yield token
        while (head := self.heads[token]) != token:
            token = head
            yield token

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins in the text."""
        return [token.idx for token in self.tokens]

    @cached_property
    def _sentence_of(self) -> list[int | None]:
        owner: list[int | None] = [None] * len(self.doc)
        for sentence in self.sentences:
            owner[sentence.first : sentence.last] = [sentence.index] * (sentence.last - sentence.first)
        return owner

    def sentence_of(self, token: int) -> Sentence | None:
        """The sentence that holds token `token`, or None for headings, marks and white space."""
        index = self._sentence_of[token]
        return None if index is None else self.sentences[index]

    def block_of(self, sentence: Sentence) -> Block:
        """The block a sentence stands in."""
        return self.document.blocks[sentence.block]

    def span_of(self, first: int, last: int) -> Span:
        """Characters of tokens `[first, last)`."""
        return Span(self.starts[first], self.starts[last - 1] + len(self.tokens[last - 1]))

    def tokens_in(self, span: Span) -> list[Token]:
        """Tokens that share a character with `span`, in order."""
        first = bisect_right(self.starts, span.start) - 1
        first = first if first > 0 else 0
        last = bisect_right(self.starts, span.end - 1)
        found = self.tokens[first:last]
        # White space after a token is no part of it.
        if found and span.start >= found[0].idx + len(found[0]):
            return found[1:]
        return found
