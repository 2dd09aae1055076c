"""A `dateline` command line whose coder is a stub, so that no parser is loaded."""

from __future__ import annotations

import sys

import pytest
from builders import TEXT, capture, kill

from dateline.app import coding
from dateline.app.cli import run
from dateline.document import Document
from dateline.ledger import Fingerprint
from dateline.pipeline import run as pipeline
from dateline.pipeline.coder import Coded


def code(document: Document) -> Coded:
    """The two claims of the text of `builders`, none of any other."""
    claims = (capture(document), kill(document)) if document.text.startswith(TEXT) else ()
    return Coded(document=document, claims=claims)


@pytest.fixture
def dateline(monkeypatch, capsysbinary):
    """Runs a command: (exit code, stdout, stderr)."""
    monkeypatch.setattr(pipeline, "code", code)
    monkeypatch.setattr(coding, "fingerprint", lambda: Fingerprint(coder="1", settings="s", lexicon="x"))

    def call(*arguments):
        result = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capsysbinary.readouterr()
        return result, out.decode(), err.decode()

    return call
