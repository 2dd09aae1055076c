"""Printers of claims, a document at a time: JSON lines, CSV, a table for people."""

from __future__ import annotations

from typing import Protocol

from dateline.app import words
from dateline.app.formats import ClaimFormat
from dateline.app.tables import print_table
from dateline.app.terminal import console, say
from dateline.claims.record import Claim
from dateline.document import Document
from dateline.export.jsonl import Entry, lines
from dateline.export.neutral import printable
from dateline.export.sheet import csv_lines, header

HEADINGS = ("when", "action", "status", "who", "to whom", "where", "how many", "says", "p")


class Printer(Protocol):
    """Prints entries as they come."""

    def entry(self, entry: Entry) -> None:
        """Print one document and its claims."""


class Nothing:
    """Prints nothing: the ledger is what is wanted."""

    def entry(self, entry: Entry) -> None:
        """Print nothing."""


class Lines:
    """JSON lines in the claim format."""

    def __init__(self, *, loose: bool) -> None:
        self.loose = loose

    def entry(self, entry: Entry) -> None:
        """Print the document's line and its claims'."""
        for text in lines(entry, loose=self.loose):
            say(text)


class Sheet:
    """CSV: the header at once, so that no claims make a valid file too."""

    def __init__(self) -> None:
        say(header())

    def entry(self, entry: Entry) -> None:
        """Print a line for each claim."""
        for text in csv_lines(entry):
            say(text)


class Tables:
    """A table for each document."""

    def __init__(self) -> None:
        self.console = console()

    def entry(self, entry: Entry) -> None:
        """Print a document's heading and its claims as a table."""
        from rich.text import Text

        document, claims = entry
        self.console.print(Text(_heading(document, len(claims)), style="bold"))
        if not claims:
            return
        rows = [[Text(cell, style=style) for cell, style in _cells(claim)] for claim in claims]
        headings: tuple[str, ...] = HEADINGS
        # A column of its own only where somebody reviewed something: the screen is narrow.
        if any(claim.review for claim in claims):
            headings = (*HEADINGS, "review")
            rows = [[*row, Text(words.reviewed(claim))] for row, claim in zip(rows, claims, strict=True)]
        print_table(headings, rows)


def _heading(document: Document, claims: int) -> str:
    known = (document.name, document.title, document.outlet, document.published or document.stated)
    said = " · ".join(str(part) for part in known if part)
    return printable(f"{said} · {claims} claim{'' if claims == 1 else 's'}")


def _cells(claim: Claim) -> list[tuple[str, str]]:
    unsure = "" if claim.status in ("occurred", "ongoing") else "italic"
    return [
        (words.when(claim), "cyan"),
        (claim.action, "bold"),
        (claim.status, unsure),
        (words.parties(claim.agents), "blue"),
        (words.parties(claim.targets), "magenta"),
        (words.where(claim), "green"),
        (words.how_many(claim), "yellow"),
        (words.who_says(claim) or "own voice", "" if claim.attribution else "dim"),
        ("" if claim.confidence is None else f"{claim.confidence:.2f}", "dim"),
    ]


def printer(format: ClaimFormat, *, loose: bool) -> Printer:
    """The printer of a format; `loose` documents go by name, those of a ledger by SHA-256."""
    match format:
        case ClaimFormat.jsonl:
            return Lines(loose=loose)
        case ClaimFormat.csv:
            return Sheet()
        case ClaimFormat.table:
            return Tables()
        case _:
            return Nothing()
