"""dateline: reads war reports and writes a ledger of attributed claims.

What most programs need stands here; the rest is in the rooms that docs/architecture.md lists, each with its
own `__all__` or records. `dateline.read.read` reads files, as docs/reading.md says.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.claims.record import Claim
    from dateline.document import Document, Span
    from dateline.errors import DatelineError
    from dateline.ledger import Ledger
    from dateline.link.record import Incident, Report
    from dateline.pipeline.coder import Coded, code
    from dateline.read import ReadOptions, Unread, document_of

__all__ = [
    "Claim",
    "Coded",
    "DatelineError",
    "Document",
    "Incident",
    "Ledger",
    "ReadOptions",
    "Report",
    "Span",
    "Unread",
    "__version__",
    "code",
    "document_of",
]

_HOMES = {
    "Claim": "dateline.claims.record",
    "Coded": "dateline.pipeline.coder",
    "DatelineError": "dateline.errors",
    "Document": "dateline.document",
    "Incident": "dateline.link.record",
    "Ledger": "dateline.ledger",
    "ReadOptions": "dateline.read",
    "Report": "dateline.link.record",
    "Span": "dateline.document",
    "Unread": "dateline.read",
    "code": "dateline.pipeline.coder",
    "document_of": "dateline.read",
}
"""Where each name lives; loaded when it is asked for, so that a command waits for what it needs alone."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
