"""Parsed articles of the corpora, kept in the machine's temporary folder between runs."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import DocBin

from benchmarks.places.corpora import NAMES, GoldToponym, articles
from dateline.annotate import Parse
from dateline.annotate.parser import language, parse
from dateline.document import Document
from dateline.read.text import document_of

Item = tuple[str, Parse, list[GoldToponym]]


def parsed(*, fresh: bool = False) -> Iterator[Item]:
    """(corpus, parse, gold) of each article, and of every second one in capitals, as wire copy."""
    path = Path(tempfile.gettempdir()) / "dateline-places-parsed.pickle"
    if fresh or not path.exists():
        items = [(corpus, parse(document), gold) for corpus, document, gold in _documents()]
        kept = [(c, p.document, p.sentences, g) for c, p, g in items]
        path.write_bytes(pickle.dumps((kept, DocBin(docs=[p.doc for _, p, _ in items]).to_bytes())))
    kept, packed = pickle.loads(path.read_bytes())
    for (corpus, document, sentences, gold), doc in zip(
        kept, DocBin().from_bytes(packed).get_docs(language().vocab), strict=True
    ):
        yield corpus, Parse(document, doc, sentences, None), gold


def _documents() -> Iterator[tuple[str, Document, list[GoldToponym]]]:
    for corpus in NAMES:
        for index, (document, gold) in enumerate(articles(corpus)):
            yield corpus, document, gold
            upper = document.text.upper()
            if index % 2 and len(upper) == len(document.text):
                yield f"{corpus} in capitals", document_of(upper, name=document.name), gold
