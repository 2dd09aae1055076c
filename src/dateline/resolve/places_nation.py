"""Places that only their nation tells: `the Orvanian capital`, `Orvanian soil`, `an Orvanian city`."""

from __future__ import annotations

from functools import cache

from dateline.claims.record import Place
from dateline.lexicon.gazetteer import GazetteerPlace, open_gazetteer
from dateline.lexicon.gazetteer.base import country_rows
from dateline.lexicon.gazetteer.countries import country_terms
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import mapping
from dateline.mentions.places_barred import adjectives
from dateline.resolve.places import PRECISION
from dateline.resolve.places_record import ResolvedPlace

GROUND = frozenset("territory territories soil land lands".split())
"""All that a nation has; its waters and airspace lie around it."""
INSIDE = frozenset("town towns city cities village villages province provinces countryside coast".split())
"""What lies in its nation's country, as a district or a base of Orvanians need not."""
DESCRIBING = 5
"""Words before a name that tell what it is, `of` among them: `the South African town of`."""
CLAIMED = ["de", "facto"]
"""Words before a capital that is none."""


def of_nation(place: Place, text: str) -> tuple[ResolvedPlace, str] | None:
    """The capital or country that the words of a place tell of, and what of them goes before it; or None.

    A town of the nation is somewhere in the country: it has no entry, and no point; nor has one of a name
    that no gazetteer knows, `the Orvanian town of Karim`.
    """
    *words, noun = _whole(place, text).lower().split()
    count = next((n for n in (2, 1) if " ".join(words[-n:]) in adjectives()), 0)
    before = words[: len(words) - count]
    iso2 = country_terms().get(fold(" ".join(words[-count:]))) if count else None
    if iso2 is None or before[-2:] == CLAIMED:
        return None
    if noun == "capital":
        seat = _capital(iso2)
        return None if seat is None else (_resolved(place, seat), " ".join([*before, ""]))
    country = open_gazetteer().place(country_rows()[iso2])
    if country is None or noun not in GROUND | INSIDE:
        return None
    if noun in INSIDE:
        return ResolvedPlace(span=place.span, text=place.text, country=country.country), ""
    return _resolved(place, country), " ".join([*before, ""])


def _whole(place: Place, text: str) -> str:
    """The words that describe the place, its own or those before it: of `the Orvanian town of Karim` the
    first three."""
    before = text[: place.span.start].rsplit("\n", 1)[-1].split()[-DESCRIBING:]
    described, of, _ = " ".join([*before, place.text]).rpartition(" of ")
    return described if of and described.split()[-1].lower() in INSIDE else place.text


@cache
def _capital(iso2: str) -> GazetteerPlace | None:
    """The country's capital as the gazetteer has it; None where it has several or none."""
    gazetteer = open_gazetteer()
    names = mapping("demonyms").get(gazetteer.iso3(iso2) or "", {}).get("capitals", ())
    found = (c.place for name in names for c in gazetteer.lookup(name, tiers=(1,)))
    towns = {p.ref: p for p in found if p.kind == "place" and p.iso2 == iso2}
    return max(towns.values(), key=lambda p: p.population, default=None)


def _resolved(place: Place, found: GazetteerPlace) -> ResolvedPlace:
    return ResolvedPlace(
        span=place.span,
        text=place.text,
        gazetteer=found.ref,
        name=found.name,
        kind=found.kind,
        country=found.country,
        admin1=found.admin1,
        lat=found.lat,
        lon=found.lon,
        precision=PRECISION[found.kind],
        radius_km=found.radius_km,
    )
