"""A `dateline` process whose coder is a stub: it finds one claim a document, in no time.

Started by tests that kill it, fill its disk or look at its terminal: `coding_process.py ARGUMENT...`.
"""

from __future__ import annotations

import os
import signal
import sys
import time

from dateline.app.cli import run
from dateline.claims.record import Claim
from dateline.document import Document, Span
from dateline.pipeline import run as pipeline
from dateline.pipeline.coder import Coded


def code(document: Document) -> Coded:
    """One claim: the document's first word. `PAUSE` seconds later, so that a kill can fall between."""
    time.sleep(float(os.environ.get("PAUSE", "0")))
    if "INTERRUPT" in document.text:
        signal.raise_signal(signal.SIGINT)
    if "BREAK" in document.text:
        raise ValueError("stub")
    word = document.text.split()[0]
    claim = Claim(
        document=document.id,
        sentence=0,
        span=Span(0, len(word)),
        trigger=word,
        action="attack",
        status="occurred",
    )
    return Coded(document=document, claims=(claim,))


if __name__ == "__main__":
    # A shell that starts tests in the background has its children ignore SIGINT.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    pipeline.code = code
    sys.exit(run(sys.argv[1:]))
