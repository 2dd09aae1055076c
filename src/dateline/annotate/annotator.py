"""A document, annotated: parsed, and read by the encoder where its weights are installed."""

from __future__ import annotations

import importlib

from dateline.annotate.parse import Parse
from dateline.annotate.parser import parse
from dateline.document import Document


def annotate(document: Document) -> Parse:
    """The parse of `document`, with the encoder's evidence when there is an encoder."""
    parsed = parse(document)
    try:
        encoder = importlib.import_module("dateline.annotate.encoder")
    except ModuleNotFoundError as error:
        if error.name != "dateline.annotate.encoder":
            raise
        return parsed
    evidence = encoder.evidence_of(parsed.doc, document=document)
    return Parse(parsed.document, parsed.doc, parsed.sentences, evidence)
