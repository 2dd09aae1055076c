"""The annotated document: tokens, dependencies, sentences, and the encoder's evidence."""

from __future__ import annotations

from dateline.annotate.parse import Parse, Sentence

__all__ = ["Parse", "Sentence"]
