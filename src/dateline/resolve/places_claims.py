"""Fills the places of claims with what the document's toponyms were resolved to."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.claims.record import Claim, Place
from dateline.document import Document, Span
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.resolve import geometry
from dateline.resolve.geometry import Area
from dateline.resolve.places_record import ResolvedPlace
from dateline.resolve.places_relations import Relation, relation_before

AREAS = {"country", "admin1", "admin2"}
WIDE = {"region", "country"}
"""Kinds of which even a part is larger than a province."""


def resolve_places(
    claims: Sequence[Claim], *, parse: Parse, resolved: Sequence[ResolvedPlace]
) -> tuple[Claim, ...]:
    """The claims with gazetteer entry, coordinates, radius and precision in each place that resolves.

    A place whose own name no source holds takes its parent's area when its words name the parent
    (`Tal Orvane in Homs province`), with the parent's radius and score halved; else it stays null.
    """
    document, sentences = parse.document, tuple(s.span for s in parse.sentences)
    return tuple(
        dataclasses.replace(claim, places=places_filled(claim.places, document, sentences, resolved))
        for claim in claims
    )


def places_filled(
    places: Sequence[Place],
    document: Document,
    sentences: Sequence[Span],
    resolved: Sequence[ResolvedPlace],
) -> tuple[Place, ...]:
    """Places filled one by one, then those that the event lies between moved to their middle."""
    done = tuple(_filled(p, document, sentences, resolved) for p in places)
    ends = [
        Area(p.lat, p.lon, p.radius_km or 1.0)
        for p in done
        if p.role == "between" and p.lat is not None and p.lon is not None
    ]
    if len(ends) < 2:
        return done
    middle = geometry.enclosing(ends) if len(ends) > 2 else geometry.between(*ends)
    return tuple(_placed(p, middle, 2) if p.role == "between" and p.lat is not None else p for p in done)


def _placed(place: Place, area: Area, precision: int) -> Place:
    lat, lon, radius = round(area.lat, 5), round(area.lon, 5), round(area.radius_km, 1)
    return dataclasses.replace(place, lat=lat, lon=lon, radius_km=radius, precision=precision)


def _filled(
    place: Place, document: Document, sentences: Sequence[Span], resolved: Sequence[ResolvedPlace]
) -> Place:
    """`place` with what its words resolve to, unchanged when they resolve to nothing."""
    inside = [r for r in resolved if r.span.overlaps(place.span)]
    if not inside:
        inside = _meant(place, resolved)
    found = [r for r in inside if r.lat is not None]
    if not found:
        return place
    first = found[0]
    start = max((s.start for s in sentences if s.start <= first.span.start), default=0)
    # The relation may stand in the place's words or before them.
    area, precision = _located(place, document.text[start : first.span.start], inside, found)
    score = first.score if first is inside[0] else round((first.score or 0.0) / 2, 3)
    named = dataclasses.replace(
        place,
        gazetteer=first.gazetteer,
        name=first.name,
        country=first.country,
        admin1=first.admin1,
        score=score,
    )
    return _placed(named, area, precision)


_DESCRIBED = re.compile(
    r"^(?:the|this|that|his|her|their|its)\s+(?:\w+\s+)?(city|town|village|province|governorate|country|district)$",
    re.I,
)
_KINDS = {
    "city": ("place",),
    "town": ("place",),
    "village": ("place",),
    "province": ("admin1",),
    "governorate": ("admin1",),
    "district": ("admin2",),
    "country": ("country",),
}


def _meant(place: Place, resolved: Sequence[ResolvedPlace]) -> list[ResolvedPlace]:
    """What `the city` stands for: the last named place of that kind before it; `the country`, of which the
    report speaks all along while others act in it, for the one named most often."""
    hit = _DESCRIBED.match(" ".join(place.text.split()))
    if hit is None:
        return []
    kinds = _KINDS[hit.group(1).lower()]
    before = [r for r in resolved if r.span.end <= place.span.start and r.kind in kinds]
    if kinds == ("country",):
        counted = Counter(r.gazetteer for r in before)
        before.sort(key=lambda r: (counted[r.gazetteer], r.span))
    return before[-1:]


def _located(
    place: Place, before: str, inside: Sequence[ResolvedPlace], found: Sequence[ResolvedPlace]
) -> tuple[Area, int]:
    """Where the event is to its named place, and ACLED's geo_precision of that."""
    first = found[0]
    area = _area(first)
    own = first.precision or 1
    if first is not inside[0]:
        return area, max(2, own)
    if place.role == "between" and len(found) > 1:
        return geometry.between(area, _area(found[1])), 2
    if place.role == "along" and len(found) > 1:
        return geometry.enclosing([_area(f) for f in found]), 2
    relation = relation_before(before)
    if relation is not None:
        return _related(area, relation, first, own)
    if place.role == "near" and first.kind not in AREAS:
        return geometry.around(area), 2
    if place.role == "in_part_of":
        return area, 3 if first.kind in WIDE else 2
    return area, own


def _related(area: Area, relation: Relation, first: ResolvedPlace, own: int) -> tuple[Area, int]:
    if relation.km is not None and relation.bearing is None:
        return geometry.ring(area, km=relation.km), max(2, own)
    if relation.inner:
        moved = None
        if relation.bearing is not None and first.shape is None and first.kind in AREAS:
            inside = open_gazetteer().settlements(first.gazetteer or "")
            moved = geometry.side(area, inside, bearing=relation.bearing)
        moved = moved or geometry.part(area, bearing=relation.bearing, outline=first.shape)
        return moved, 3 if first.kind == "country" else 2
    assert relation.bearing is not None
    return geometry.offset(area, bearing=relation.bearing, km=relation.km), max(2, own)


def _area(resolved: ResolvedPlace) -> Area:
    assert resolved.lat is not None and resolved.lon is not None
    return Area(resolved.lat, resolved.lon, resolved.radius_km or 1.0)
