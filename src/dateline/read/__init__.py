"""Reading: files, pages, tables, folders and standard input to documents."""

from __future__ import annotations

from dateline.read.read import read
from dateline.read.record import ReadOptions, Unread
from dateline.read.text import document_of

__all__ = ["ReadOptions", "Unread", "document_of", "read"]
