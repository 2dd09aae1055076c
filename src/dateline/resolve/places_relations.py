"""What the words before a place say of where the event is to it: `25 km west of`, `southern`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.gazetteer.generic import compass_short
from dateline.lexicon.load import entries


@dataclass(frozen=True, slots=True)
class Relation:
    """A direction from or within a place, and a distance in kilometres; None where unsaid.

    `inner` tells a part of the place (`southern Orvane`) from a direction off it (`south of Orvane`).
    """

    bearing: float | None
    km: float | None
    inner: bool


_NUMBER = r"(?P<number>\d{1,4}(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?)"
_SMALL = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
        "fifty sixty seventy eighty ninety hundred".split(),
        (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100),
        strict=True,
    )
)


def relation_before(text: str) -> Relation | None:
    """The relation that the last words of `text` put before a place, or None."""
    if (far := distance_before(text)) is not None:
        return far
    words = _last_words(text)
    if (hit := _off().search(words)) is not None:
        return Relation(_bearings()[hit["compass"]], None, inner=False)
    if (hit := _inner().search(words)) is not None:
        bearing = _bearings()[hit["compass"]]
        return Relation(bearing, None, inner=True)
    if (letters := _LETTERS.search(text)) is not None and (point := compass_short(letters[1])) is not None:
        return Relation(_bearings()[point], None, inner=True)
    return None


_LETTERS = re.compile(r"(?<![\w.])([NESW]\.?[NESW]?\.?)\s*$")


def distance_before(text: str) -> Relation | None:
    """The relation where it tells a distance (`25 km west of`), else None."""
    # Nearly no words before a name end as a distance does, and this tells so soonest.
    if not text.rstrip().lower().endswith(_ends()):
        return None
    words = _last_words(text)
    if _unit().search(words) is None:
        return None
    hit = _far().search(words)
    km = None if hit is None else _km(hit)
    if hit is None or km is None:
        return None
    return Relation(_bearings().get((hit["compass"] or "").strip()), km, inner=False)


def _last_words(text: str) -> str:
    return " ".join(without_conversions(text[-110:]).split()).lower()


def without_conversions(text: str) -> str:
    """The text without lengths said again in another unit: `25 kilometres (15 miles) west of`."""
    return text if "(" not in text and "[" not in text else _converted().sub("", text)


@cache
def _converted() -> re.Pattern[str]:
    return re.compile(rf"\s*[(\[]\s*(?:about\s+)?{_NUMBER}[\s-]*(?:{_listed(list(_units()))})\s*[)\]]", re.I)


def _km(hit: re.Match[str]) -> float | None:
    said = hit["number"].replace(",", ".")
    amount = float(said) if said[0].isdigit() else _SMALL.get(said)
    return None if amount is None else amount * _units()[hit["unit"]]


@cache
def _bearings() -> dict[str, float | None]:
    return {
        w: e["bearing"] for e in entries("place_relations") if e.id.startswith("compass.") for w in e["words"]
    }


@cache
def compass_words() -> frozenset[str]:
    """`east`, `northern`, `central`: words of direction, lower case; none names a place by itself."""
    return frozenset(_bearings())


@cache
def _units() -> dict[str, float]:
    return {
        w: float(e["km"]) for e in entries("place_relations") if e.id.startswith("unit.") for w in e["words"]
    }


def _listed(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_KINDS = "the of city town village capital port province governorate district".split()
_NAMELESS = rf"(?:\s+(?:{'|'.join(_KINDS)})){{0,4}}"
_MORE = "away further to the due outside".split()
_OFF = "of from outside".split()


@cache
def _far() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_NUMBER}[\s-]*(?P<unit>{_listed(list(_units()))})\b"
        rf"(?:\s+(?:{'|'.join(_MORE)})){{0,2}}"
        rf"(?:\s+(?P<compass>{_listed(list(_bearings()))}))?\s*(?:{'|'.join(_OFF)})?{_NAMELESS}\s*$"
    )


@cache
def _ends() -> tuple[str, ...]:
    """Every word that what `_far` finds may end with."""
    return tuple(dict.fromkeys((*_units(), *_MORE, *_bearings(), *_OFF, *_KINDS)))


@cache
def _unit() -> re.Pattern[str]:
    """Most words before a name hold no unit of length, and this tells so soonest."""
    return re.compile(rf"(?<![a-z])(?:{_listed(list(_units()))})\b")


@cache
def _off() -> re.Pattern[str]:
    plain = [w for w, b in _bearings().items() if b is not None and not w.endswith("ern")]
    return re.compile(rf"\b(?P<compass>{_listed(plain)})\s+(?:of|from){_NAMELESS}\s*$")


@cache
def _inner() -> re.Pattern[str]:
    kinds = (
        "(?:parts?|portions?|areas?|side|countryside|outskirts|suburbs?|districts?|region|edges?|half|front)"
    )
    listed = _listed(list(_bearings()))
    joined = rf"(?:(?:{listed})\s+and\s+)?(?P<compass>{listed})"
    return re.compile(rf"\b{joined}(?:\s+{kinds})?(?:\s+of)?{_NAMELESS}\s*$")
