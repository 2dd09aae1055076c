"""Printers of claims, a document at a time: JSON lines, CSV, a table for people."""

from __future__ import annotations

from typing import Protocol

from dateline.app.formats import ClaimFormat
from dateline.app.terminal import say
from dateline.export.jsonl import Entry, lines


class Printer(Protocol):
    """Prints entries as they come."""

    def entry(self, entry: Entry) -> None:
        """Print one document and its claims."""

    def end(self) -> None:
        """Print what comes after the last."""


class Lines:
    """JSON lines."""

    def __init__(self, *, loose: bool) -> None:
        self.loose = loose

    def entry(self, entry: Entry) -> None:
        """Print the document's line and its claims'."""
        for text in lines(entry, loose=self.loose):
            say(text)

    def end(self) -> None:
        """Nothing comes after."""


def printer(format: ClaimFormat, *, loose: bool) -> Printer:
    """The printer of a format; `loose` documents go by name, those of a ledger by SHA-256."""
    return Lines(loose=loose)
