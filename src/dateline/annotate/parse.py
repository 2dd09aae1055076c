"""A parsed document. spaCy objects live here and may be read by `mentions` and `claims` only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.document import Block, Document, Span

if TYPE_CHECKING:
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
        end = self.doc[last - 1]
        return Span(self.doc[first].idx, end.idx + len(end))

    def tokens_in(self, span: Span) -> list[Token]:
        """Tokens that share a character with `span`, in order."""
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return [] if found is None else list(found)
