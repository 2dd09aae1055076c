"""Every error this package raises.

DatelineError
├── ReadError        a source could not become a document
├── LexiconError     a lexicon file is malformed
├── ModelError       a parser or a weights file is missing or damaged
├── GazetteerError   a place file could not be used
├── LedgerError      the store refused a read or a write
├── LinkError        claims could not be linked
├── EngineError      a worker process died
└── UsageError       the caller asked for something that does not exist

A message is one line that says where, what, and what to do.
"""

from __future__ import annotations


class DatelineError(Exception):
    """The root: catch this to catch all of them."""


class ReadError(DatelineError):
    """A source could not become a document."""


class LexiconError(DatelineError):
    """A lexicon file is malformed."""


class ModelError(DatelineError):
    """A parser or a weights file is missing or damaged."""


class GazetteerError(DatelineError):
    """A place file could not be used."""


class LedgerError(DatelineError):
    """The store refused a read or a write."""


class LinkError(DatelineError):
    """Claims could not be linked."""


class EngineError(DatelineError):
    """A worker process died."""


class UsageError(DatelineError):
    """The caller asked for something that does not exist."""
