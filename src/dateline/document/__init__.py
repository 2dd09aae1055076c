"""The document: stored text, its identity, and its visible structure."""

from __future__ import annotations

from dateline.document.record import Block, BlockKind, Document, Span, digest

__all__ = ["Block", "BlockKind", "Document", "Span", "digest"]
