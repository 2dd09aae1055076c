"""Whether a claim coded elsewhere is one of the claim format: every value of its type, and in range."""

from __future__ import annotations

from typing import Any, get_args

from dateline.annotate.evidence import STATUSES
from dateline.claims.record import PlaceRole, SourceKind
from dateline.lexicon.actions import actions
from dateline.lexicon.registry import KINDS
from dateline.mentions.record import Bound, Precision

Json = dict[str, Any]

LONGEST = 5_000_000
"""Code points of a document that are believed without its text: no report is longer."""
CHOICES = {
    "action": actions(),
    "status": tuple(STATUSES),
    "role": get_args(PlaceRole),
    "bound": get_args(Bound),
}
TEXTS = (
    "id text trigger action status actor name kind role gazetteer country admin1 measure bound unit "
    "side cue rule precision start end acled plover cameo from to"
).split()
NUMBERS = "sentence lat lon radius_km score low high confidence part_of ucdp place".split()
SWITCHES = "inherited direct cumulative".split()
MOST = 1e15
"""No figure of a report is greater; what is would be infinite in the columns that are linked."""
RANGES = {
    "sentence": (0, LONGEST),
    "lat": (-90, 90),
    "lon": (-180, 180),
    "radius_km": (0, 20_040),
    "score": (0, 1),
    "confidence": (0, 1),
}
"""Bounds of what can be out of the world; other numbers lie within `MOST`."""
WHOLE = ("sentence", "part_of", "place")


def check(made: Json) -> None:
    """Every value of its type and, where the format lists them, one of those. Raises ValueError."""
    for key in ("action", "status"):
        if key not in made:
            raise ValueError(f"no `{key}`; give one of {', '.join(CHOICES[key])}")
    _types(made)
    _choices(made)
    for party in (*made["agents"], *made["targets"]):
        if party.get("kind") not in (None, *KINDS):
            raise ValueError(f"no such kind of party: {party['kind']}; one of {', '.join(KINDS)}")
    for part in (*made["places"], *made["attribution"]):
        _needs(part, "text")
    for part in made["places"]:
        _choices(part)
        if part.get("precision") not in (None, 1, 2, 3):
            raise ValueError(f"no such precision of a place: {part['precision']!r}")
    for part in made["quantities"]:
        _needs(part, "measure")
        _choices(part)
        _within(part.get("part_of"), made["quantities"], "part_of")
    for effect in made["effects"]:
        _within(effect["place"], made["places"], "place")
    for source in made["attribution"]:
        if source.get("kind") not in get_args(SourceKind):
            raise ValueError(f"no such kind of source: {source.get('kind')}")
    if made["time"] and made["time"]["precision"] not in get_args(Precision):
        raise ValueError(f"no such precision: {made['time']['precision']}")


def _needs(part: Json, key: str) -> None:
    if not isinstance(part.get(key), str):
        raise ValueError(f"a part without {key}")


def _choices(part: Json) -> None:
    for key, known in CHOICES.items():
        if key in part and part[key] not in known:
            raise ValueError(f"no such {key}: {part[key]}")


def _within(index: int | None, listed: list[Json], key: str) -> None:
    if index is not None and not 0 <= index < len(listed):
        raise ValueError(f"{key} is no index: {index}")


def _types(value: Any) -> None:
    if isinstance(value, list):
        for item in value:
            _types(item)
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        if item is not None:
            _type(key, item)
        if key not in ("why", "accept"):
            _types(item)


def _type(key: str, item: Any) -> None:
    number = isinstance(item, int | float) and not isinstance(item, bool)
    if key in NUMBERS and not (number and _in_range(key, item)):
        raise ValueError(f"{key} is no number that can be: {item!r}")
    if key in TEXTS and not isinstance(item, str) and not (key == "precision" and number):
        raise ValueError(f"{key} is no text: {item!r}")
    if key in SWITCHES and not isinstance(item, bool):
        raise ValueError(f"{key} is neither true nor false: {item!r}")
    if key in ("span", "cue_span") and not _is_span(item):
        raise ValueError(f"not a span: {item!r}")


def _in_range(key: str, number: float) -> bool:
    """False of numbers out of range, and of NaN, which JSON does not have and Python reads."""
    low, high = RANGES.get(key, (-MOST, MOST))
    return low <= number <= high and (key not in WHOLE or isinstance(number, int))


def _is_span(item: Any) -> bool:
    return (
        isinstance(item, list)
        and len(item) == 2
        and all(isinstance(end, int) and 0 <= end <= LONGEST for end in item)
    )
