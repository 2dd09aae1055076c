"""The places that a name may stand for, whatever text it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.lexicon.gazetteer import Candidate, Gazetteer, open_gazetteer, split_generic
from dateline.lexicon.gazetteer.generic import (
    barred,
    begins_named,
    may_be_generic,
    unabbreviated,
    without_kind,
)
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import mapping
from dateline.resolve.geometry import distance_km
from dateline.resolve.places_areas import area_heard, area_named, listed_area
from dateline.resolve.places_relations import compass_words

_APART = re.compile(r"\bE([sz])(?=\1)", re.I)
"""An article that has grown into its word: `Ezzor` is `ez-Zor`."""
_ARTICLE = re.compile(r"[ae](?:l|[dnrstz]|[sd]h|th)[\s-]+(?=\w)", re.I)
"""The Arabic article, before any letter or turned into the next."""
MOST = 60
"""Candidates kept of one name; `San Jose` has 300, of which the rest are hamlets."""
TOWN = 50_000
"""Inhabitants from which a town is spoken of all over its own country."""
SAME_KM = 10.0
"""Two entries of one name this near are one place, in two sources or as town and district."""
SHORTEST = 4
"""Letters of a name that may have lost an apostrophe."""
UNITS_SAID = frozenset({"province", "region", "district"})
"""Kinds that make a unit of a wide name: `Red Sea State`."""


@lru_cache(maxsize=4096)
def looked_up(text: str, feature: str | None, gazetteer: Gazetteer | None = None) -> tuple[Candidate, ...]:
    """Candidates of a name as written, else without its generic words, else by sound, else by consonants.

    A region of the world has none: `Middle East` is no village of Maryland. Who asks for name after name
    opens the gazetteer once and hands it over.
    """
    text = unabbreviated(text.strip())
    if fold(text) in barred("region") and feature not in UNITS_SAID:
        return ()
    gazetteer = gazetteer or open_gazetteer()
    if (area := listed_area(text)) is not None:
        # The Orvane Delta is not Orvane, nor what sounds like it.
        same = gazetteer.lookup(text, tiers=(1, 2))
        return area, *(c for c in same if c.tier == 1 or c.place.kind == "admin1")
    bare = said = text
    if may_be_generic(text):
        bare, said = _beside_compass(split_generic(text)[0], text), _beside_compass(without_kind(text), text)
    # As written and in another romanisation are one question to the index.
    held = [_as_written(c, text) for c in gazetteer.lookup(text, tiers=(1, 2))]
    found = {c.place.ref: c for c in held if c.tier == 1}
    whole = bool(found)
    if not whole and text.endswith("s") and (owner := _possessed(text, gazetteer)):
        return owner
    found = _in_forms(found, text, said, bare, gazetteer)
    if not any(map(_is_great, found.values())):
        # What some place is called as it is written need not be heard as well.
        area = area_named(said) or (None if whole else area_heard(said))
        if area is not None:
            found[area.place.ref] = area
    if (country := _people().get(text.lower())) is not None:
        countries = (c for c in gazetteer.lookup(country, tiers=(1,)) if c.place.kind == "country")
        found.update((c.place.ref, c) for c in countries)
    if len(found) < 2:
        return tuple(found.values())
    kept = sorted(
        _once(found.values()), key=lambda c: (c.tier, -c.place.picked, -c.place.population, c.place.ref)
    )
    return tuple(kept[:MOST])


def _in_forms(
    found: dict[str, Candidate], text: str, said: str, bare: str, gazetteer: Gazetteer
) -> dict[str, Candidate]:
    """What a name stands for in each of its forms, by id: what is `found` under it as written, then without
    its kind (`said`) and without all generic words (`bare`), the surest likeness first."""
    whole, named = bool(found), begins_named(said)
    apart = _APART.sub(r"e\1-", said) if _APART.search(said) else said
    forms = dict.fromkeys((text, said, apart, bare))
    if len(forms) == 1 and found:
        # Most names are one form, and found by it.
        held = gazetteer.lookup(text, tiers=(1, 2))
        return found if len(held) == len(found) else {c.place.ref: c for c in held} | found
    both = {
        # A Port Orvane that the gazetteer holds is not Orvane, the country.
        form: [
            c for c in gazetteer.lookup(form, tiers=(1, 2)) if not whole or form == text or not _is_country(c)
        ]
        for form in forms
    }
    exact = {form: [c for c in held if c.tier == 1] for form, held in both.items()}
    for form in (said, apart):
        if form != text:
            found = {c.place.ref: c for c in exact[form]} | found
    # Most names are one form: what is asked of it once need not be asked again.
    sought = dict.fromkeys((text, said) if named else (text, said, bare))
    for form in sought:
        found = {c.place.ref: c for c in both[form]} | found
    for form in () if found else sought:
        found = found or {c.place.ref: c for c in gazetteer.lookup(form, tiers=(3,))}
    if not found and named:
        # Some villages are filed without the word for a hill or ruin, and many more only sound like that.
        found = {c.place.ref: c._replace(tier=3) for c in both[bare] if c.place.population < TOWN}
    return found


def _as_written(found: Candidate, text: str) -> Candidate:
    """The candidate, as of the very name where the article alone is written by ear: `al-Tarn`, `At Tarn`."""
    own, written = _ARTICLE.match(text), _ARTICLE.match(found.place.name)
    if found.tier == 1 or own is None or written is None:
        return found
    same = fold(text[own.end() :]) == fold(found.place.name[written.end() :])
    return found._replace(tier=1) if same else found


def _beside_compass(less: str, text: str) -> str:
    """What is left of a name, or all of it: `Oil Field East` is in no province called East."""
    return text if less.lower() in compass_words() else less


def _possessed(text: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The country, province or town whose possessive has lost its apostrophe: `Orvanes capital`."""
    stem = text[:-1]
    if len(stem) < SHORTEST or stem[-1] in "s'’" or text.lower() in _people():
        return ()
    found = tuple(c for c in gazetteer.lookup(stem, tiers=(1,)) if _is_great(c))
    # Orvanians are people, whatever town is called Orvanian.
    is_people = stem.endswith("an") and all(c.place.kind != "country" for c in found)
    return () if is_people else found


def _is_great(candidate: Candidate) -> bool:
    """True of a country, province or large town of exactly the name."""
    place = candidate.place
    return candidate.tier == 1 and (place.kind in ("country", "admin1") or place.population >= TOWN)


def _is_country(candidate: Candidate) -> bool:
    return candidate.place.kind == "country"


def _once(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates without those of an added list that the base gazetteer holds too."""
    listed = list(found)
    if not any(c.place.added for c in listed):
        return listed
    held = [c.place for c in listed if not c.place.added and c.tier < 3 and c.place.kind == "place"]
    return [
        c
        for c in listed
        if not c.place.listed
        or not any(distance_km(c.place.lat, c.place.lon, p.lat, p.lon) <= SAME_KM for p in held)
    ]


@lru_cache(maxsize=1)
def _people() -> dict[str, str]:
    """Country name by adjective or people, lower case."""
    return {
        word.lower(): country["names"][0]
        for country in mapping("demonyms").values()
        for part in ("adjectives", "people", "names")
        for word in country.get(part, ())
        if country.get("names")
    }
