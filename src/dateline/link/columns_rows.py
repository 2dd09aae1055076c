"""One claim as a row of the columns, and the numbers that stand for names."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np

from dateline.annotate.evidence import STATUSES
from dateline.claims.record import LOCATING_ROLES, Claim, Place
from dateline.link.record import Report
from dateline.link.sides import is_bystander
from dateline.link.words import PlaceName, family, place_name, words_of

NONE = np.iinfo(np.int32).min
"""An unknown day or number in an integer column."""
FINE, BROAD, PARTIES, WORDS, NUMBERS, MEANS = 3, 3, 3, 8, 3, 2
"""How many places, areas, actors, words, figures and means of a claim are compared: more are rare."""


@lru_cache(maxsize=1 << 18)
def number_of(name: str) -> int:
    """A stable 63-bit number of a name, never 0."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big") >> 1 | 1


@dataclass(slots=True)
class Scene:
    """Where and when a report is, claim after claim."""

    number: int = 0
    places: frozenset[str] = frozenset()
    day: int = NONE

    def enter(self, places: frozenset[str], areas: frozenset[str], day: int) -> int:
        """The number of the scene after a claim with these places and this day."""
        moved = bool(places and self.places and not (places | areas) & self.places)
        later = day not in (NONE, self.day) and self.day != NONE
        self.number += moved or later
        self.places = places or (frozenset() if later else self.places)
        self.day = self.day if day == NONE else day
        return self.number


def row_of(
    claim: Claim, report: Report | None, documents: dict[str, int], scenes: dict[str, Scene]
) -> tuple[object, ...]:
    """The values of one claim, in the order of the columns; `documents` and `scenes` grow with it."""
    fine, broad = _where(claim.places)
    discs = _discs(claim.places)
    agents = [p.actor for p in claim.agents if p.actor]
    targets = [p.actor for p in claim.targets if p.actor]
    figures = claim.quantities[:NUMBERS]
    time = claim.time
    dated = time is not None and time.precision != "unknown"
    source = claim.attribution[-1] if claim.attribution else None
    title = report.title if report is not None else None
    start = _day(time.start if dated and time else None)
    scene = scenes.setdefault(claim.document, Scene())
    return (
        documents.setdefault(claim.document, len(documents)),
        claim.sentence,
        claim.span.start,
        scene.enter(frozenset(fine), frozenset(broad), start),
        claim.span.start < len(title or ""),
        number_of(claim.action),
        number_of(family(claim.action)),
        STATUSES.index(claim.status),
        number_of(_stem(claim.trigger)),
        _padded(fine, FINE),
        _padded(broad, BROAD),
        *discs,
        start,
        _day(time.end if dated and time else None),
        dated and not (time and time.inherited),
        _day(report.published if report else None),
        _padded(agents, PARTIES),
        _padded(targets, PARTIES),
        _padded(agents[:PARTIES], PARTIES) + _padded(targets[:PARTIES], PARTIES),
        _padded(claim.means, MEANS),
        bool(targets) and all(map(is_bystander, targets)),
        number_of(source.actor or source.text) if source else 0,
        _padded(_words(claim), WORDS),
        [number_of(f.measure) for f in figures] + [0] * (NUMBERS - len(figures)),
        [_number(f.low) for f in figures] + [np.nan] * (NUMBERS - len(figures)),
        [_number(f.high) for f in figures] + [np.nan] * (NUMBERS - len(figures)),
        any(f.cumulative for f in figures),
    )


def _where(places: Iterable[Place]) -> tuple[list[str], list[str]]:
    """Keys of the places that locate the claim, and keys of the areas around them.

    `The base` and `a Syrian airbase` name no place: two reports' bases are neither one nor two by that.
    """
    fine: list[str] = []
    broad: list[str] = []
    for place in places:
        name = _named(place)
        area = name.broad or place.precision == 3
        named = area or not name.generic
        if named and (area or place.role in ("in_part_of", "from", "toward")):
            broad.append(name.key)
        if not area and named and place.role not in ("from", "toward"):
            fine.append(name.key)
        broad.extend(_around(place))
    return [k for k in fine if k], [k for k in broad if k]


def _discs(places: Iterable[Place]) -> tuple[list[float], list[float], list[float]]:
    """Latitudes, longitudes and radii (km) of the places that locate a claim: the points, else the areas."""
    found = [p for p in places if p.lat is not None and p.lon is not None and p.role in LOCATING_ROLES]
    points = [p for p in found if p.precision != 3 and not place_name(p.text).broad]
    used = list(dict.fromkeys((p.lat, p.lon, p.radius_km or 0.0) for p in points or found))[:FINE]
    padded = [*used, *[(float("nan"),) * 3] * (FINE - len(used))]
    lat, lon, radius = (list(column) for column in zip(*padded, strict=True))
    return lat, lon, radius


def _named(place: Place) -> PlaceName:
    """The key of the gazetteer's name, where the words were resolved: `the town` is then its town's."""
    return place_name(place.name if place.gazetteer and place.name else place.text)


def _around(place: Place) -> list[str]:
    return [place_name(area).key for area in (place.admin1,) if area and place.role in LOCATING_ROLES]


def _words(claim: Claim) -> list[str]:
    texts = chain(
        (p.text for p in claim.targets), (p.text for p in claim.agents), (p.text for p in claim.places)
    )
    return [w for text in texts for w in words_of(text) if len(w) > 2 and w not in _COMMON]


_COMMON = frozenset(("the", "and", "from", "near", "with", "its", "their", "his", "some", "other", "others"))


def _stem(trigger: str) -> str:
    listed = words_of(trigger)
    longest = max(listed, key=len, default="")
    return longest[:5]


def _padded(names: Iterable[str | None], width: int) -> list[int]:
    made = [number_of(name) for name in dict.fromkeys(names) if name][:width]
    return made + [0] * (width - len(made))


def _day(day: dt.date | None) -> int:
    return NONE if day is None else day.toordinal()


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)
