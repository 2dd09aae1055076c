"""Where a name that no source holds lies by what the text says of it elsewhere."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from dateline.claims.record import Place
from dateline.document import Span
from dateline.lexicon.gazetteer import generic_words
from dateline.lexicon.gazetteer.generic import bare_name
from dateline.mentions.places_barred import no_place
from dateline.resolve.places_beside import beside
from dateline.resolve.places_record import ResolvedPlace
from dateline.resolve.places_relations import compass_words

SHORTEST = 4
"""Letters of a name that is looked for elsewhere in the text."""
_LEAD = re.compile(r"^(?:the\s+)?(?:[a-z]+\s+of\s+)?(?:the\s+)?")
_NAME = re.compile(r"[^\W\d_][\w'’]*(?:[ -][^\W\d_][\w'’]*)*")
_KIND = re.compile(r"\s+([A-Za-z]+)\b")


def told_again(place: Place, text: str, resolved: Sequence[ResolvedPlace]) -> Place:
    """The place as the text places its name elsewhere: a village told of in Orvane once lies there.

    Told to lie in two provinces it is two villages, and a river flows through many: they stay as they are.
    """
    name = _own_name(place, resolved)
    # Capitals among small letters are the short form of a body.
    if name is None or (name.isupper() and not text.isupper()):
        return place
    seats = list(_seats(name, text))
    if any(kind == "water" for _, kind in seats):
        return place
    asked = [dataclasses.replace(place, span=seat) for seat, _ in seats if not seat.overlaps(place.span)]
    found = [told for one in asked if (told := beside(one, text, resolved)).lat is not None]
    if len({told.admin1 for told in found}) != 1:
        return place
    return dataclasses.replace(found[0], span=place.span)


def _own_name(place: Place, resolved: Sequence[ResolvedPlace]) -> str | None:
    """The name in a place's words: the one found there that no source holds, or they themselves."""
    inside = next((r.text for r in resolved if r.span.overlaps(place.span)), place.text)
    name = _LEAD.sub("", bare_name(inside))
    words = re.split(r"[ -]", name)
    named = any(w[:1].isupper() for w in words) and all(w[:1].isupper() or len(w) < SHORTEST for w in words)
    told = named and len(name) >= SHORTEST and _NAME.fullmatch(name) is not None
    return name if told and not no_place(name) and name.lower() not in compass_words() else None


def _seats(name: str, text: str) -> Iterator[tuple[Span, str | None]]:
    """Each place where the name stands, the kind said right after it within, and what kind that is."""
    for hit in re.finditer(rf"\b{re.escape(name)}\b", text):
        after = _KIND.match(text, hit.end())
        kind = generic_words().get(after.group(1).lower(), ("", ""))[0] if after else ""
        yield Span(hit.start(), after.end() if after and kind else hit.end()), kind or None
