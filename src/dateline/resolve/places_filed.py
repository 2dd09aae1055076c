"""Whether what no words place may have been where the report was filed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.claims.record import LOCATING_ROLES, Place
from dateline.document import Document
from dateline.lexicon.gazetteer import countries_in, open_gazetteer
from dateline.resolve.places_beside import area, named, placed
from dateline.resolve.places_record import ResolvedPlace

RATHER = 2
"""How many times as often another country may be spoken of."""
OFTEN = 5
"""Mentions of another country from which a report that never names its own tells of that one. A local report
need not name its own: up to four, the dateline is the place of claims in nine of eleven own reports."""


def without_far_dateline(document: Document, resolved: Sequence[ResolvedPlace]) -> tuple[ResolvedPlace, ...]:
    """The places without the dateline's, where the report tells of another country.

    `MOSCOW (Orv) - Orvanian jets ...`: an event that no words place was not in Moscow for that.
    """
    line = document.dateline
    if line is None:
        return tuple(resolved)
    filed = [place for place in resolved if place.span.overlaps(line)]
    country = next((place.country for place in filed if place.country), None)
    told = spoken_of(document, [place for place in resolved if not place.span.overlaps(line)])
    told.subtract(_named(document.quote(line)))
    most = max(told.values(), default=0)
    if country is None or told[country] * RATHER >= most or (told[country] <= 0 and most < OFTEN):
        return tuple(resolved)
    return tuple(place for place in resolved if not place.span.overlaps(line))


def with_desk(
    places: tuple[Place, ...], document: Document, resolved: Sequence[ResolvedPlace]
) -> tuple[Place, ...]:
    """The places, and where the report was filed beside those that no source knows: `at the union's hall`.

    The last of the codebook's sources of a place; marked inherited, and no nearer than its surroundings.
    `resolved` has no dateline that is far from what the report tells.
    """
    line = document.dateline
    if line is None or any(p.lat is not None or p.role not in LOCATING_ROLES for p in places):
        return places
    desk = next((r for r in resolved if r.lat is not None and r.span.overlaps(line)), None)
    if desk is None:
        return places
    rule = "inherit.dateline"
    beside = Place(text=desk.text, span=desk.span, role="at", inherited=True, rule=rule)
    return (*places, placed(named(beside, desk, desk.score), area(desk), max(2, desk.precision or 1)))


def _named(text: str) -> Counter[str]:
    """Mentions of countries by ISO3."""
    codes = {iso2: open_gazetteer().iso3(iso2) or iso2 for iso2 in countries_in(text)}
    return Counter({codes[iso2]: count for iso2, count in countries_in(text).items()})


def spoken_of(document: Document, resolved: Sequence[ResolvedPlace]) -> Counter[str]:
    """Mentions of countries by ISO3, with those of the towns and provinces that are named."""
    told = _named(document.text)
    told.update(place.country for place in resolved if place.country and place.kind != "country")
    return told
