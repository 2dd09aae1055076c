"""The places each name of a document may stand for, and where the document lets them stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.document import Document
from dateline.lexicon.gazetteer import Candidate, Gazetteer, countries_in, open_gazetteer
from dateline.lexicon.gazetteer.generic import begins_named
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import mapping
from dateline.mentions.actors_lexicon import named_bodies
from dateline.mentions.places_barred import adjectives
from dateline.mentions.record import Toponym
from dateline.resolve.places_lookup import TOWN, looked_up
from dateline.resolve.places_relations import distance_before
from dateline.resolve.places_told import Told, told

LEVELS = {"province": "admin1", "district": "admin2", "village": "place", "city": "place", "quarter": "place"}


@dataclass(slots=True)
class Name:
    """One name of a document, wherever it stands, and its candidates; one name means one place."""

    key: str
    toponyms: list[Toponym] = field(default_factory=list)
    candidates: tuple[Candidate, ...] = ()
    parents: list[str] = field(default_factory=list)
    """Keys of names that follow after a comma, or hold it in words (`in X province`)."""
    told: list[Told] = field(default_factory=list)
    """What the words after it say it lies in or beside, where they leave no doubt."""
    heading: bool = False
    town: bool = False
    """True if some words before it fit a town alone: `near`, `25 km west of`, `on the outskirts of`."""
    units: frozenset[int] = frozenset()
    """Rows of the provinces and districts that bear exactly this name."""
    lands: frozenset[str] = frozenset()
    """ISO2 of the countries that it may stand for."""


@dataclass(slots=True)
class Setting:
    """What the whole document says of where it plays."""

    countries: Counter[str]
    """Mentions by ISO2, of names and adjectives alike."""
    names: dict[str, Name]
    units: Counter[int]
    """How many names of the document may stand for each province and district."""


def setting_of(document: Document, toponyms: Sequence[Toponym]) -> Setting:
    """The names of a document with their candidates and mutual hints."""
    names: dict[str, Name] = {}
    keys = [key_of(t) for t in toponyms]
    text = document.text
    headings = [b.span for b in document.blocks if b.kind == "heading"]
    for index, (key, toponym) in enumerate(zip(keys, toponyms, strict=True)):
        if (name := names.get(key)) is None:
            name = names[key] = Name(key)
        span = toponym.span
        name.toponyms.append(toponym)
        name.town |= _of_a_town(text[max(0, span.start - 60) : span.start])
        name.heading |= bool(headings) and any(h.covers(span) for h in headings)
        if index + 1 == len(toponyms):
            continue
        following, key = toponyms[index + 1].span, keys[index + 1]
        gap = text[span.end : following.start]
        if "." in gap:
            continue  # nothing said in another sentence holds of the name
        if _inside(gap):
            name.parents.append(key)
        if key != name.key and (said := told(gap, key, text[following.end : following.end + 20])) is not None:
            name.told.append(said)
    _tell_each_other(names.values())
    _look_up(names.values())
    _at_desk(document, names.values())
    countries = _countries(document)
    _only_there(names.values(), set(countries) or _likely(names.values()))
    for name in names.values():
        wide = [c for c in name.candidates if c.place.kind in ("country", "admin1", "admin2")]
        if wide:
            exact = [c.place for c in wide if c.tier == 1 and c.place.kind != "country"]
            name.units = frozenset(place.row for place in exact)
            name.lands = frozenset(c.place.iso2 for c in wide if c.place.kind == "country")
    return Setting(countries, names, Counter(row for name in names.values() for row in name.units))


def _tell_each_other(names: Iterable[Name]) -> None:
    """What is told of `Orvane` once (`Orvane in Bria province`) holds for `the village of Orvane` too."""
    listed = list(names)
    if not any(name.told for name in listed):
        return
    told: dict[str, list[Told]] = {}
    for name in listed:
        told.setdefault(name.key.partition("|")[0], []).extend(name.told)
    for name in listed:
        name.told = name.told or told[name.key.partition("|")[0]]


def _countries(document: Document) -> Counter[str]:
    """Mentions of countries by ISO2, without those that are part of a group's name: an Islamic State of
    Orvane may fight anywhere. An adjective in a name (`Orvanian Army`) still tells where its bearer is.
    """
    text = document.text
    counted = countries_in(text)
    for body in named_bodies(document):
        counted -= countries_in(
            " ".join(w for w in text[body.start : body.end].split() if w.lower() not in adjectives())
        )
    return counted


def _only_there(names: Iterable[Name], countries: set[str]) -> None:
    """Drops places that lie in no country of the text if they only sound like a name, or a site's name.

    Of 84 choices of the first kind on LGL and TR-News none was right.
    """
    for name in names:
        site = name.toponyms[0].feature in SITES
        kept = [c for c in name.candidates if c.place.iso2 in countries or _is_plain(c, site=site)]
        if len(kept) < len(name.candidates):
            name.candidates = tuple(kept)


def _is_plain(found: Candidate, *, site: bool) -> bool:
    """True of a place of the very name; where the text names a site, of such a site."""
    return found.tier == 1 and (not site or found.place.kind == "feature")


def _likely(names: Iterable[Name]) -> set[str]:
    """Countries of the largest place of each name, for a text that names no country."""
    exact = [[c for c in name.candidates if c.tier == 1] for name in names]
    return {max(held, key=lambda c: c.place.population).place.iso2 for held in exact if held}


def _of_a_town(words: str) -> bool:
    # Nearly no words before a name end so, and their last letters tell soonest.
    ending = words.rstrip()
    if not ending[-1:].isalnum():
        return False
    beside = ending.lower().endswith(_BESIDE_ENDS) and _BESIDE.search(words) is not None
    return beside or distance_before(words) is not None


_BESIDE = re.compile(r"\b(?:near|outside|outskirts of|suburbs of|close to|(?:down)?town)\s+$", re.I)
_BESIDE_ENDS = ("near", "outside", "of", "to", "town")


def key_of(toponym: Toponym) -> str:
    """The key under which mentions of one name meet: its folded text and kind."""
    return _key(toponym.text, toponym.feature)


@lru_cache(maxsize=4096)
def _key(text: str, feature: str | None) -> str:
    return f"{fold(text)}|{LEVELS.get(feature or '', '')}"


def _inside(gap: str) -> bool:
    """True if the words between two names of one sentence say that the first lies in the second."""
    low = gap.strip().lower()
    if low in (",", "(", "in", "in the", ", in", ", in the"):
        return True
    words = low.replace(",", " ").split()
    return bool(words) and words[-1] in ("in", "of", "s", "the") and len(words) <= 5 and "in" in words


DECISIVE = frozenset({"province", "village"})
"""Features that leave no doubt; a city may be filed as a district, and a district as a town."""
GREAT = 500_000
"""People of a city whose name is taken for it, however near another bearer of the name is."""
SITES = frozenset({"base", "road"})
"""Features whose name may be anyone's: a `Orvane checkpoint` need not be near Orvane the country."""


def _without_overshadowed(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Candidates without the towns that bear a great city's name beside their own: nobody means those."""
    if len(found) < 2:
        return found
    cities = [c for c in found if c.place.population >= GREAT and c.place.kind == "place"]
    great = max([c.place.population for c in cities if c.main and c.tier == 1], default=0)
    if not great:
        return found
    return tuple(c for c in found if c.main or c.place.kind != "place" or c.place.population >= great)


def _look_up(names: Iterable[Name]) -> None:
    """Gives each name its candidates."""
    gazetteer = open_gazetteer()
    written = {name.key: " ".join(name.toponyms[0].text.split()) for name in names}
    gazetteer.ahead(written.values())
    for name in names:
        name.candidates = _candidates(written[name.key], name.toponyms[0], gazetteer)


def _at_desk(document: Document, names: Iterable[Name]) -> None:
    """Drops small towns with the name of a capital that a report is filed from: with `MONROVIA, 6 August` no
    town of California is meant, whoever the report tells of; of those it would say the state."""
    line = document.dateline
    for name in () if line is None else names:
        filed = line is not None and fold(document.quote(line)) == fold(name.toponyms[0].text)
        if filed and not name.parents and any(is_capital(c) for c in name.candidates):
            name.candidates = tuple(c for c in name.candidates if is_capital(c) or _is_known(c))


def _is_known(found: Candidate) -> bool:
    """A large town of the very name, or what an analyst has picked."""
    return found.place.picked or (found.tier == 1 and found.place.population >= TOWN)


def is_capital(candidate: Candidate) -> bool:
    """True of the capital of a country under its own name."""
    place = candidate.place
    if place.population < TOWN or place.kind != "place" or not candidate.main:
        return False
    return place.name in mapping("demonyms").get(place.country or "", {}).get("capitals", ())


def _candidates(written: str, first: Toponym, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Candidates of the kind that the text says, where there are any; of every kind where it says none."""
    found = looked_up(written, first.feature, gazetteer)
    if first.feature in SITES:
        found = tuple(c for c in found if c.place.kind not in ("region", "country"))
    found = _without_overshadowed(found)
    if first.feature == "region":
        found = _without_seats(found)
    # What is called `Deir` or `Kafr` was a village once; it may have given a province its name.
    if first.feature not in DECISIVE or begins_named(first.text):
        return found
    level = LEVELS.get(first.feature or "")
    return tuple(c for c in found if c.place.kind == level) or found


def _without_seats(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Candidates without the towns of a province of their own name: the Orvane region is no town."""
    provinces = {c.place.row for c in found if c.place.kind == "admin1"}
    return tuple(c for c in found if c.place.kind != "place" or c.place.admin1_row not in provinces)
