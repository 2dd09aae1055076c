"""Records the ledger hands out: a run, what it depends on, and a coding of one document."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field

from dateline.claims.record import Claim
from dateline.document import Document
from dateline.mentions.record import Mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What decides the claims besides the document: coder version, settings hash, lexicon hash."""

    coder: str
    settings: str
    lexicon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One version of the coder over the documents it has seen; the only record that tells the time."""

    id: int
    fingerprint: Fingerprint
    started: dt.datetime
    finished: dt.datetime | None
    """When the last command that used this run came to its end; None when it was cut off."""
    documents: int
    claims: int
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be read or coded, and why, in one line."""

    input: str
    """The path as given, with the row where it has rows."""
    reason: str
    advice: str

    def __str__(self) -> str:
        return f"{self.reason}: {self.input}; {self.advice}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What one run found in one document."""

    document: Document
    claims: tuple[Claim, ...]
    mentions: Mentions = field(default_factory=Mentions)


def given(document: Document) -> str:
    """A hash of what was said of a document beside its text: a date corrected is coded again.

    Name and address are left out: one text in two files is one document.
    """
    said = (
        document.title,
        document.outlet,
        document.published.isoformat() if document.published else None,
        document.published_by,
        document.language,
        document.dateline,
        [(block.kind, block.span, block.heading) for block in document.blocks],
    )
    return hashlib.sha256(json.dumps(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]
