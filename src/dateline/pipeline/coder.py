"""The coder: one document in, its claims out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.annotate import Parse
from dateline.annotate.annotator import annotate
from dateline.claims.build import claims_in
from dateline.claims.record import Claim
from dateline.document import Document, Span
from dateline.lexicon.actions import may_hold_claims
from dateline.mentions.record import Mentions, Toponym
from dateline.pipeline.finders import mentions_in
from dateline.resolve.actors import resolve_actors
from dateline.resolve.codes import codes_of
from dateline.resolve.confidence import confidences
from dateline.resolve.effects import effects_of
from dateline.resolve.places import resolve_toponyms
from dateline.resolve.places_acting import without_actors
from dateline.resolve.places_claims import resolve_places


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A document with what was found in it. Picklable: no parse leaves the process that made it."""

    document: Document
    claims: tuple[Claim, ...] = ()
    mentions: Mentions = field(default_factory=Mentions)
    sentences: tuple[Span, ...] = ()


def code(document: Document) -> Coded:
    """The claims of a document, its mentions, and where its sentences stand.

    A document without any word of the action lexicon is never parsed: it comes back empty.
    """
    if not may_hold_claims(_words(document.text)):
        return Coded(document=document)
    return coded(annotate(document))


def coded(parse: Parse) -> Coded:
    """The same for a document that is already annotated."""
    mentions = mentions_in(parse)
    # Places first: whose civilians or police are meant may hang on where the event was.
    claims = placed(claims_in(parse, mentions), parse=parse, mentions=mentions)
    claims = without_actors(resolve_actors(claims, parse=parse, mentions=mentions))
    claims = tuple(
        replace(claim, confidence=sure, codes=codes_of(claim), effects=effects_of(claim))
        for claim, sure in zip(claims, confidences(claims, parse), strict=True)
    )
    sentences = tuple(sentence.span for sentence in parse.sentences)
    return Coded(document=parse.document, claims=claims, mentions=mentions, sentences=sentences)


def placed(claims: Sequence[Claim], *, parse: Parse, mentions: Mentions) -> tuple[Claim, ...]:
    """The claims with their places found on the map."""
    places = _no_outlets(mentions, parse.document.text)
    return resolve_places(claims, parse=parse, resolved=resolve_toponyms(parse, places))


def _no_outlets(mentions: Mentions, text: str) -> list[Toponym]:
    """Toponyms that are not an outlet's name: `SANA` told it, and Sanaa is far."""
    outlets = [a.span for a in mentions.actors if a.actor is not None and a.actor.startswith("outlet:")]

    def names_one(place: Span) -> bool:
        # `in Orvane [Anadolu]`: the brackets hold who told it, and the place stands before them.
        return any(
            o.overlaps(place) and not text[place.end : o.end].lstrip().startswith(("[", "(")) for o in outlets
        )

    return [place for place in mentions.places if not names_one(place.span)]


def _words(text: str) -> set[str]:
    """Lower-case words, those with hyphens both whole and in parts."""
    whole = set(re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower()))
    return whole | {part for word in whole for part in word.split("-")}
