"""Claims as columns of numbers: what comparing a million of them needs, and no more."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import STATUSES
from dateline.claims.record import LOCATING_ROLES, Claim, Place
from dateline.link.record import Report
from dateline.link.words import PlaceName, family, place_name, words_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

NONE = np.iinfo(np.int32).min
"""An unknown day or number in an integer column."""
FINE, BROAD, PARTIES, WORDS, NUMBERS, MEANS = 3, 3, 3, 8, 3, 2
"""How many places, areas, actors, words, figures and means of a claim are compared: more are rare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Row k of every array is the k-th claim. Names are hashes (0: none); days are ordinals."""

    document: NDArray[np.int32]
    """Index of the report, in order of first appearance."""
    sentence: NDArray[np.int32]
    offset: NDArray[np.int32]
    scene: NDArray[np.int32]
    """Counts up within a report whenever a claim names another place or day than those before it."""
    title: NDArray[np.bool_]
    action: Ints
    family: Ints
    status: NDArray[np.int8]
    trigger: Ints
    fine: Ints
    broad: Ints
    lat: Floats
    lon: Floats
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    published: NDArray[np.int32]
    agents: Ints
    targets: Ints
    parties: Ints
    means: Ints
    speaker: Ints
    words: Ints
    measure: Ints
    low: Floats
    high: Floats
    cumulative: NDArray[np.bool_]
    told_measure: Ints
    """Figures of the claim, or where it has none those of its sentence: a strike's are its toll's."""
    told_low: Floats
    told_high: Floats

    def __len__(self) -> int:
        return len(self.document)


@lru_cache(maxsize=1 << 18)
def number_of(name: str) -> int:
    """A stable 63-bit number of a name, never 0."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big") >> 1 | 1


def encode(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Columns:
    """The columns of `claims` in their order; without its report a claim has no publication date."""
    documents: dict[str, int] = {}
    scenes: dict[str, Scene] = {}
    parts: list[list[NDArray[Any]]] = []
    for batch in _batches(claims):
        rows = [_row(claim, reports.get(claim.document), documents, scenes) for claim in batch]
        parts.append([np.array([row[k] for row in rows], _DTYPES[name]) for k, name in enumerate(_OWN)])
    if not parts:
        parts.append([np.zeros((0, *_shape(name)), _DTYPES[name]) for name in _OWN])
    made = {name: np.concatenate([part[k] for part in parts]) for k, name in enumerate(_OWN)}
    return Columns(**made, **_told(made))


BATCH = 20_000
"""Claims encoded at once: as Python numbers they take ten times the room of the columns."""


def _batches(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    waiting = iter(claims)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _shape(name: str) -> tuple[int, ...]:
    return (_WIDTHS[name],) if name in _WIDTHS else ()


def _told(made: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Figures by sentence: a claim without any takes those of the first claim of its sentence that has."""
    place = np.stack([made["document"], made["sentence"]], axis=1)
    _, sentence = (
        np.unique(place, axis=0, return_inverse=True) if len(place) else (None, np.zeros(0, np.int64))
    )
    has = made["measure"][:, 0] != 0
    giver = np.full(int(sentence.max(initial=-1)) + 1, -1, dtype=np.int64)
    giver[sentence[has][::-1]] = np.flatnonzero(has)[::-1]
    source = np.where(has, np.arange(len(has)), giver[sentence] if len(giver) else np.zeros(0, np.int64))
    found = source >= 0
    told: dict[str, NDArray[Any]] = {}
    for name, empty in (("measure", 0), ("low", np.nan), ("high", np.nan)):
        told[f"told_{name}"] = np.where(found[:, None], made[name][source], empty).astype(_DTYPES[name])
    return told


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


def join(first: Columns, second: Columns) -> Columns:
    """Both, one after the other; the second's reports count on from the first's."""
    shift = int(first.document.max()) + 1 if len(first) else 0
    made = {
        f.name: np.concatenate([getattr(first, f.name), getattr(second, f.name)]) for f in fields(Columns)
    }
    made["document"][len(first) :] += shift
    return Columns(**made)


_DERIVED = ("told_measure", "told_low", "told_high")
_OWN = tuple(f.name for f in fields(Columns) if f.name not in _DERIVED)
_WIDTHS = {
    "fine": FINE,
    "broad": BROAD,
    "agents": PARTIES,
    "targets": PARTIES,
    "parties": 2 * PARTIES,
    "means": MEANS,
    "words": WORDS,
    "measure": NUMBERS,
    "low": NUMBERS,
    "high": NUMBERS,
}
_DTYPES: dict[str, type] = {
    **dict.fromkeys(("document", "sentence", "offset", "scene", "start", "end", "published"), np.int32),
    **dict.fromkeys(("title", "cumulative"), np.bool_),
    **dict.fromkeys(("lat", "lon", "low", "high"), np.float32),
    **dict.fromkeys(
        ("action", "family", "trigger", "fine", "broad", "agents", "targets", "parties", "means", "speaker"),
        np.int64,
    ),
    "words": np.int64,
    "measure": np.int64,
    "status": np.int8,
}


def _row(
    claim: Claim, report: Report | None, documents: dict[str, int], scenes: dict[str, Scene]
) -> tuple[object, ...]:
    fine, broad, lat, lon = _where(claim.places)
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
        lat,
        lon,
        start,
        _day(time.end if dated and time else None),
        _day(report.published if report else None),
        _padded(agents, PARTIES),
        _padded(targets, PARTIES),
        _padded(agents[:PARTIES], PARTIES) + _padded(targets[:PARTIES], PARTIES),
        _padded(claim.means, MEANS),
        number_of(source.actor or source.text) if source else 0,
        _padded(_words(claim), WORDS),
        [number_of(f.measure) for f in figures] + [0] * (NUMBERS - len(figures)),
        [_number(f.low) for f in figures] + [np.nan] * (NUMBERS - len(figures)),
        [_number(f.high) for f in figures] + [np.nan] * (NUMBERS - len(figures)),
        any(f.cumulative for f in figures),
    )


def _where(places: Iterable[Place]) -> tuple[list[str], list[str], float, float]:
    """Keys of the places that locate the claim, keys of the areas around them, and the coordinates.

    `The base` and `a Syrian airbase` name no place: two reports' bases are neither one nor two by that.
    """
    fine: list[str] = []
    broad: list[str] = []
    lat = lon = float("nan")
    for place in places:
        name = _named(place)
        area = name.broad or place.precision == 3
        named = area or not name.generic
        if named and (area or place.role in ("in_part_of", "from", "toward")):
            broad.append(name.key)
        if not area and place.role not in ("from", "toward"):
            if named:
                fine.append(name.key)
            if place.lat is not None and place.lon is not None and lat != lat:
                lat, lon = place.lat, place.lon
        broad.extend(_around(place))
    return [k for k in fine if k], [k for k in broad if k], lat, lon


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
