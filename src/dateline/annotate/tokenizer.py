"""The tokenizer: spaCy's of English, with a few words more to split."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

TOKENIZER = "dateline.Tokenizer.v1"
"""The name that a model's settings know it by."""
UNITS = r"(?<=[0-9])(?:sq[./]?(?:km|mi?)|km2|m2|kms?|kgs?)"
"""What is split from the number before it: `500sq/km`, `40sq.km`."""


def register() -> None:
    """Make the tokenizer known to spaCy, for a model to be loaded with it and without its own.

    The model's own says the same but for the units; to change it afterwards is to read its 1,300 special
    cases three times, a twentieth of what coding one report takes.
    """
    from spacy.util import registry

    if TOKENIZER not in registry.tokenizers:
        registry.tokenizers.register(TOKENIZER, func=lambda: tokenizer_of)


def tokenizer_of(nlp: Language) -> Any:
    """The tokenizer of a model's language."""
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    known = nlp.Defaults
    return import_module("spacy.tokenizer").Tokenizer(
        nlp.vocab,
        rules=known.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(known.prefixes or ()).search,
        suffix_search=compile_suffix_regex([*(known.suffixes or ()), UNITS]).search,
        infix_finditer=compile_infix_regex(known.infixes or ()).finditer,
        token_match=known.token_match,
        url_match=known.url_match,
    )
