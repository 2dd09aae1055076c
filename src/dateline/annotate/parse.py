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
    def tags(self) -> list[str]:
        """Each token's tag, of the Penn Treebank's."""
        return [token.tag_ for token in self.tokens]

    @cached_property
    def lemmas(self) -> list[str]:
        """Each token's lemma in lower case."""
        return [token.lemma_.lower() for token in self.tokens]

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

    @cached_property
    def depths(self) -> list[int]:
        """How many steps each token is below the root of its sentence."""
        found = [-1] * len(self.heads)
        for token in range(len(found)):
            path = []
            while found[token] < 0 and self.heads[token] != token:
                path.append(token)
                token = self.heads[token]
            found[token] = max(found[token], 0)
            for depth, below in enumerate(reversed(path), found[token] + 1):
                found[below] = depth
        return found

    @cached_property
    def _ranks(self) -> list[int]:
        """The depth of each token; marks and white space that nothing hangs on come after all words."""
        last = len(self.tokens)
        return [
            last if not self.children.get(i) and (token.is_space or token.is_punct) else depth
            for i, (token, depth) in enumerate(zip(self.tokens, self.depths, strict=True))
        ]

    def root_of(self, first: int, last: int) -> Token:
        """The token of `[first, last)` that the others hang on: what `doc[first:last].root` is, for less."""
        if last - first == 1:
            return self.tokens[first]
        heads, inside = self.heads, range(first, last)
        outside = [i for i in inside if heads[i] == i][:1] or [i for i in inside if heads[i] not in inside]
        return self.tokens[min(outside, key=self._ranks.__getitem__, default=first)]

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
    def ends(self) -> list[int]:
        """Where each token ends in the text."""
        return [start + len(token) for start, token in zip(self.starts, self.tokens, strict=True)]

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
        return Span(self.starts[first], self.ends[last - 1])

    def tokens_in(self, span: Span) -> list[Token]:
        """Tokens that share a character with `span`, in order."""
        ids = self.ids_in(span)
        return self.tokens[ids.start : ids.stop]

    def ids_in(self, span: Span) -> range:
        """The indices of the tokens that share a character with `span`."""
        start, end = span
        starts = self.starts
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
        first = first if first > 0 else 0
        # White space after a token is no part of it.
        if first < last and start >= self.ends[first]:
            first += 1
        return range(first, last)
