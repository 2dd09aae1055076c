"""Fills the places of claims with what the document's toponyms were resolved to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.annotate import Parse
from dateline.claims.record import Claim, Place
from dateline.document import Document, Span
from dateline.lexicon.gazetteer import countries_in
from dateline.mentions.quotes_cues import reporting_forms
from dateline.resolve import geometry
from dateline.resolve.geometry import Area
from dateline.resolve.places_again import told_again
from dateline.resolve.places_beside import (
    AREAS,
    UNITS,
    WIDE,
    area,
    beside,
    named,
    placed,
    related,
)
from dateline.resolve.places_borders import Bordering, borders_in, on_border
from dateline.resolve.places_described import is_capital, meant
from dateline.resolve.places_ends import Ends, ends_in
from dateline.resolve.places_filed import spoken_of, with_desk, without_far_dateline
from dateline.resolve.places_nation import of_nation
from dateline.resolve.places_passed import passed_over
from dateline.resolve.places_record import ResolvedPlace
from dateline.resolve.places_relations import relation_before


@dataclass(frozen=True, slots=True)
class Ground:
    """A document's words for where its events were, found once for all places of its claims."""

    document: Document
    sentences: tuple[Span, ...]
    resolved: tuple[ResolvedPlace, ...]
    ends: Mapping[Span, Ends]
    """By the span of each name that the words make an end of a road or stretch, that stretch."""
    borders: tuple[Bordering, ...]
    country: str | None = None
    """ISO3 of the country that the document tells of most."""
    filled: dict[Place, Place] = field(default_factory=dict, repr=False, compare=False)
    """Places filled so far: events of one sentence share theirs."""


def ground_of(document: Document, sentences: Iterable[Span], resolved: Sequence[ResolvedPlace]) -> Ground:
    """The ground of a document whose names are resolved."""
    text = document.text
    resolved = without_far_dateline(document, resolved)
    ends = {m.span: ends for ends in ends_in(text, resolved) for m in ends.members}
    borders = borders_in(text, countries_in(text))
    country = next((iso3 for iso3, _ in spoken_of(document, resolved).most_common(1)), None)
    return Ground(document, tuple(sentences), resolved, ends, borders, country)


def resolve_places(
    claims: Sequence[Claim], *, parse: Parse, resolved: Sequence[ResolvedPlace]
) -> tuple[Claim, ...]:
    """The claims with gazetteer entry, coordinates, radius and precision in each place that resolves.

    A place whose own name no source holds takes its parent's area when its words, or those right after it,
    name the parent (`Tal Orvane in Homs province`), with the parent's radius and score halved; else it
    stays null.
    """
    ground = ground_of(parse.document, (s.span for s in parse.sentences), resolved)
    return tuple(
        dataclasses.replace(claim, places=_whole(_without_governments(claim), ground))
        if claim.places
        else claim
        for claim in claims
    )


def _without_governments(claim: Claim) -> list[Place]:
    """Where a claim says it was; the capital by which it names who speaks or acts is no such place (gold and
    unseen reports: in 8 of 9)."""
    doing = {party.span for party in claim.agents} | {source.span for source in claim.attribution}
    return [place for place in claim.places if place.span not in doing or not is_capital(place.text)]


def _whole(places: Sequence[Place], ground: Ground) -> tuple[Place, ...]:
    return with_desk(places_filled(places, ground), ground.document, ground.resolved)


def places_filled(places: Sequence[Place], ground: Ground) -> tuple[Place, ...]:
    """Places filled one by one, then those that the event lies between moved to their middle."""
    done = tuple(_filled(p, ground) for p in places)
    done = tuple(_at_ends(p, _ends_of(p, ground.ends), done) for p in done)
    ends = [
        Area(p.lat, p.lon, p.radius_km or 1.0)
        for p in done
        if p.role == "between" and p.lat is not None and p.lon is not None and not _ends_of(p, ground.ends)
    ]
    if len(ends) < 2:
        return done
    middle = geometry.enclosing(ends) if len(ends) > 2 else geometry.between(*ends)
    return tuple(
        placed(p, middle, 2)
        if p.role == "between" and p.lat is not None and not _ends_of(p, ground.ends)
        else p
        for p in done
    )


def _ends_of(place: Place, grouped: Mapping[Span, Ends]) -> Ends | None:
    return next((ends for span, ends in grouped.items() if place.span.overlaps(span)), None)


def _at_ends(place: Place, ends: Ends | None, places: Sequence[Place]) -> Place:
    """A place that the words make one end of a road or stretch, moved to its middle.

    An event that inherits one end alone was there, and not along the road.
    """
    if ends is None or place.lat is None:
        return place
    if place.inherited and sum(any(p.span.overlaps(m.span) for p in places) for m in ends.members) < 2:
        return place
    return placed(dataclasses.replace(place, role=ends.role), ends.area, 2)


def _filled(place: Place, ground: Ground) -> Place:
    """`place` with what its words resolve to, unchanged when they resolve to nothing."""
    if place not in ground.filled:
        ground.filled[place] = _found(place, ground)
    return ground.filled[place]


def _found(place: Place, ground: Ground) -> Place:
    text = ground.document.text
    inside = [r for r in ground.resolved if r.span.overlaps(place.span)]
    line = next((b for b in ground.borders if b.span.overlaps(place.span)), None)
    if line is not None and all(r.kind in (None, "country") for r in inside):
        return on_border(place, line)
    if not inside:
        return _described(place, ground)
    found = [r for r in inside if r.lat is not None]
    if not found:
        return _by_words(place, ground)
    first = found[0]
    start = max((s.start for s in ground.sentences if s.start <= first.span.start), default=0)
    # The relation may stand in the place's words or before them.
    where, precision = _located(place, text[start : first.span.start], inside, found)
    score = first.score if first is inside[0] else round((first.score or 0.0) / 2, 3)
    return placed(named(place, first, score), where, precision)


def _by_words(place: Place, ground: Ground) -> Place:
    """A place of no known name where the words after it say, or those after its name elsewhere."""
    told = beside(place, ground.document.text, ground.resolved)
    if told.lat is None:
        told = told_again(place, ground.document.text, ground.resolved)
    # What follows a name in small letters is in it: an `Orvane school` is, an `Orvane Dam` may be anywhere.
    kind = place.text.split()[-1:]
    if told.lat is not None:
        return told
    return _passed(place, ground) if kind and kind[0].islower() else _in_nation(told, ground)


def _described(place: Place, ground: Ground) -> Place:
    """A place without a name: where the words after it say, or the named one that it stands for."""
    text = ground.document.text
    named_before = [r for r in ground.resolved if r.span.end <= place.span.start and not _speaks(r, text)]
    described = meant(place.text, named_before, ground.country)
    told = _by_words(place, ground)
    # `the northern countryside of Orvane` is not the countryside of the province named last.
    if described is None and told.lat is None:
        return _passed(place, ground)
    if described is None or (told.lat is not None and described[0].kind in UNITS):
        return told
    first, before = described
    return placed(named(place, first, first.score), *_located(place, before, [first], [first]))


def _speaks(place: ResolvedPlace, text: str) -> bool:
    """True for the government in `Orvane said its troops held the city`: the city is another."""
    if not is_capital(place.text) or text[: place.span.start].rstrip()[-1:].isalnum():
        return False  # `hit Orvane, said a monitor` is not what Orvane says
    after = text[place.span.end :].split(maxsplit=1)[:1]
    return bool(after) and after[0] in reporting_forms()


def _passed(place: Place, ground: Ground) -> Place:
    """A place by its name elsewhere in the report; what only begins with the name lies there, with no entry
    of its own."""
    passed = passed_over(place, ground.resolved)
    if passed is None:
        return _in_nation(place, ground)
    first, score = passed.found, passed.found.score or 0.0
    where, precision = _located(place, passed.before, [first], [first])
    if passed.whole:
        return placed(named(place, first, first.score), where, precision)
    inside = dataclasses.replace(place, country=first.country, admin1=first.admin1, score=round(score / 2, 3))
    return placed(inside, where, max(2, precision))


def _in_nation(place: Place, ground: Ground) -> Place:
    """A place that no list has in the country whose nation its words tell."""
    nation = of_nation(place, ground.document.text)
    if nation is None:
        return place
    by, before = nation
    if by.lat is None:
        return dataclasses.replace(place, country=by.country)
    return placed(named(place, by, by.score), *_located(place, before, [by], [by]))


def _located(
    place: Place, before: str, inside: Sequence[ResolvedPlace], found: Sequence[ResolvedPlace]
) -> tuple[Area, int]:
    """Where the event is to its named place, and ACLED's geo_precision of that."""
    first = found[0]
    where = area(first)
    own = first.precision or 1
    if first is not inside[0]:
        return where, max(2, own)
    if place.role == "between" and len(found) > 1:
        return geometry.between(where, area(found[1])), 2
    if place.role == "along" and len(found) > 1:
        return geometry.enclosing([area(f) for f in found]), 2
    relation = relation_before(before)
    if relation is not None:
        return related(where, relation, first, own)
    if place.role == "near" and first.kind not in AREAS:
        return geometry.around(where), 2
    if place.role == "in_part_of":
        return where, 3 if first.kind in WIDE else 2
    return where, own
