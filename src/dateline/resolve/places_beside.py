"""Where a place is by what stands beside its name: offsets, parts, the known place named after it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from dateline.claims.record import Place
from dateline.lexicon.gazetteer import country_terms, open_gazetteer
from dateline.mentions.places_barred import adjectives
from dateline.resolve import geometry
from dateline.resolve.geometry import Area
from dateline.resolve.places_record import ResolvedPlace
from dateline.resolve.places_relations import Relation, compass_words, relation_before, without_conversions

AREAS = {"country", "admin1", "admin2"}
UNITS = {"admin1", "admin2"}
WIDE = {"region", "country"}
"""Kinds of which even a part is larger than a province."""
_OPENING = r"\s*[,(]?\s*(?:(?:which|that)\s+(?:is|lies)\s+)?(?:(?:located|situated|just|some|about)\s+)*"
_NAME = r"(?-i:[A-Z][\w'’-]*)(?:[ -](?-i:[A-Z]|al-|el-)[\w'’-]*){0,3}"
_LIST = rf"(?:\s*(?:,\s*and|,|and)\s+(?:the\s+)?{_NAME})*"
"""Further members of a list: `Orvane, Tell Mera and Bria in Homs province` are all there."""
_WITHIN = re.compile(rf"{_LIST}{_OPENING}(?:in|of|inside)", re.I)
_NEAR = re.compile(rf"{_OPENING}(?:near|outside|close to|not far from|next to)", re.I)
_OFF = re.compile(rf"{_OPENING}[\w\s.-]{{2,45}}\b(?:of|from)", re.I)
_TIE_ENDS = re.compile(r"(?:in|of|inside|near|outside|to|from)(?!\S)", re.I)
"""The last word of each of these."""
_WORD = re.compile(r"\S+")
_OWNER = re.compile(r"\w+(?:\s\w+){0,3}['’]s")
_OWNING = re.compile(r"(?:['’]s?|\s[a-z]+['’]s?)\s+(?:[a-z-]+\s+)?(?:[a-z]+\s+of\s+)?")
"""Between an owner and what is its: `'s`, `province's southern`."""
OWNED = 30
"""Characters within which that is said."""
NEXT = 5
"""Known places after a name that may be members of its list, or own the one that tells."""
REACH = 200
"""Characters within which such words are looked for."""


def beside(place: Place, text: str, resolved: Sequence[ResolvedPlace]) -> Place:
    """A place of no known name where the next words say in, near or how far from which known place it is, or
    in the one whose it is; a quarter without such words lies in the town named last.

    It stays without an entry of its own: what is done to the village is not done to its province.
    """
    told = _told_after(place, text, resolved) or _owned(place, text, resolved)
    if told is None and any(r.feature == "quarter" and r.span.overlaps(place.span) for r in resolved):
        towns = [r for r in resolved if r.kind == "place" and r.span.end <= place.span.start]
        told = (towns[-1], area(towns[-1]), 2) if towns else None
    if told is None:
        return place
    by, where, precision = told
    score = round((by.score or 0.0) / 2, 3)
    held = dataclasses.replace(place, country=by.country, admin1=by.admin1, score=score)
    return placed(held, where, precision)


def _told_after(
    place: Place, text: str, resolved: Sequence[ResolvedPlace]
) -> tuple[ResolvedPlace, Area, int] | None:
    """The known place that the words after a place tie it to, where it then is, and how precisely."""
    begin = place.span.end
    known = (r for r in resolved if r.lat is not None and begin <= r.span.start <= begin + REACH)
    after = list(islice(known, NEXT))
    near = after[:2] if after and after[0].kind == "country" else after[:1]
    for one in near:
        if one.kind != "country" and (told := _tied(place, text, one)) is not None:
            return told
    for one in after:
        gap = text[place.span.end : one.span.start]
        if one.kind in UNITS and _leads(_WITHIN, gap):
            return one, area(one), max(2, one.precision or 1)
    return None


def _owned(
    place: Place, text: str, resolved: Sequence[ResolvedPlace]
) -> tuple[ResolvedPlace, Area, int] | None:
    """The known place that is said right before as the owner: `Mora` of `Orvane's Mora quarter`."""
    for one in resolved:
        if one.lat is None or one.kind == "country" or not 0 < place.span.start - one.span.end <= OWNED:
            continue
        if _OWNING.fullmatch(text, one.span.end, place.span.start):
            return one, area(one), max(2, one.precision or 1)
    return None


def _tied(place: Place, text: str, after: ResolvedPlace) -> tuple[ResolvedPlace, Area, int] | None:
    """Where the words between a place and the known one right after it put it."""
    gap = without_conversions(text[place.span.end : after.span.start])
    own = after.precision or 1
    relation = relation_before(gap) if _leads(_OFF, gap) else None
    if relation is not None and not relation.inner:
        return after, *related(area(after), relation, after, own)
    if _leads(_NEAR, gap):
        return after, geometry.around(area(after)), max(2, own)
    held = gap.strip() == "(" and text.startswith(")", after.span.end)
    if held or _leads(_WITHIN, gap) or (gap.strip() == "," and after.kind in UNITS):
        return after, area(after), max(2, own)
    return None


def _leads(tie: re.Pattern[str], gap: str) -> bool:
    """True if a gap is what ties a place to another, then only words that may stand before the name."""
    ends = (hit.end() for hit in _TIE_ENDS.finditer(gap))
    return any(tie.fullmatch(gap, 0, end) and _only_kinds(gap[end:]) for end in ends)


def _only_kinds(words: str) -> bool:
    """True for ` the northern Orvanian province of `, ` Orvane's `: kinds of place, and whose it is."""
    # No pattern: one of all these words takes a tenth of a second to compile.
    said = list(_WORD.finditer(words))
    fits = [True]
    for last in range(len(said)):
        # Up to this word it fits if some part that ends here does, and all before that part.
        parts = (words[said[k].start() : said[last].end()] for k in range(last + 1) if fits[k])
        fits.append(any(part.lower() in _kinds() or _OWNER.fullmatch(part) for part in parts))
    return fits[-1]


@cache
def _kinds() -> frozenset[str]:
    """Kinds of place, where and whose they are: `province`, `northern`, `Orvanian`, `Orvanes`."""
    kinds = "the city town village of rural nearby province governorate region district state county area"
    owners = (f"{name}s" for name in country_terms())
    return frozenset((*kinds.split(), *compass_words(), *adjectives(), *owners))


def placed(place: Place, where: Area, precision: int) -> Place:
    lat, lon, radius = round(where.lat, 5), round(where.lon, 5), round(where.radius_km, 1)
    return dataclasses.replace(place, lat=lat, lon=lon, radius_km=radius, precision=precision)


def named(place: Place, by: ResolvedPlace, score: float | None) -> Place:
    return dataclasses.replace(
        place, gazetteer=by.gazetteer, name=by.name, country=by.country, admin1=by.admin1, score=score
    )


def area(resolved: ResolvedPlace) -> Area:
    assert resolved.lat is not None and resolved.lon is not None
    return Area(resolved.lat, resolved.lon, resolved.radius_km or 1.0)


def related(origin: Area, relation: Relation, first: ResolvedPlace, own: int) -> tuple[Area, int]:
    if relation.km is not None and relation.bearing is None:
        return geometry.ring(origin, km=relation.km), max(2, own)
    # North of a province is told of its north; only a distance leads out of it.
    if relation.inner or (first.kind in UNITS and relation.km is None):
        moved = None
        if relation.bearing is not None and first.shape is None and first.kind in AREAS:
            inside = open_gazetteer().settlements(first.gazetteer or "")
            moved = geometry.side(inside, bearing=relation.bearing)
        moved = moved or geometry.part(origin, bearing=relation.bearing, outline=first.shape)
        return moved, 3 if first.kind in WIDE else 2
    assert relation.bearing is not None
    return geometry.offset(origin, bearing=relation.bearing, km=relation.km), max(2, own)
