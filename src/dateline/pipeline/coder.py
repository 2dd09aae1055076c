"""The coder: one document in, its claims out."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.annotate.annotator import annotate
from dateline.claims.build import claims_in
from dateline.claims.record import Claim
from dateline.document import Document, Span
from dateline.mentions.record import Mentions
from dateline.pipeline.finders import mentions_in
from dateline.resolve.actors import resolve_actors
from dateline.resolve.codes import codes_of
from dateline.resolve.effects import effects_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A document with what was found in it. Picklable: no parse leaves the process that made it."""

    document: Document
    claims: tuple[Claim, ...] = ()
    mentions: Mentions = field(default_factory=Mentions)
    sentences: tuple[Span, ...] = ()


def _landed(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError):
        return None


def code(document: Document) -> Coded:
    """The claims of a document, its mentions, and where its sentences stand."""
    parse = annotate(document)
    mentions = mentions_in(parse)
    claims = claims_in(parse, mentions)
    claims = resolve_actors(claims, parse=parse, mentions=mentions)
    resolve_places = _landed("dateline.resolve.places", "resolve_places")
    if resolve_places:
        resolved = _landed("dateline.resolve.places", "resolve_toponyms")(parse, mentions.places)
        claims = resolve_places(claims, parse=parse, resolved=resolved)
    claims = tuple(replace(claim, codes=codes_of(claim), effects=effects_of(claim)) for claim in claims)
    sentences = tuple(sentence.span for sentence in parse.sentences)
    return Coded(document=document, claims=tuple(claims), mentions=mentions, sentences=sentences)
