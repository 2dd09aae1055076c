"""How long something lasts: `six months`, `for two years`, which reaches to the anchor day."""

from __future__ import annotations

import re

from dateline.mentions.record import Precision
from dateline.mentions.times_calendar import Reading, shifted
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import number_of, unit_of


def duration_value(count: float | None, unit: str) -> str:
    """`P2D`, `PT24H`, `PXW`: the TIMEX3 value of an amount of time."""
    factor, letter = int(unit[:-1]) if unit[:-1].isdigit() else 1, unit[-1]
    time = "T" if unit.startswith("T") else ""
    if count is None:
        return f"P{time}X{letter}"
    amount = count * factor
    if amount == int(amount):
        return f"P{time}{int(amount)}{letter}"
    finer = {("", "Y"): (12, "M"), ("T", "H"): (60, "M"), ("T", "M"): (60, "S")}.get((time, letter))
    if finer is None:
        return f"P{time}{amount:g}{letter}"
    whole = int(amount)
    rest = f"{round((amount - whole) * finer[0])}{finer[1]}"
    return f"P{time}{whole}{letter}{rest}" if whole else f"P{time}{rest}"


def grain(unit: str) -> Precision:
    """How exactly an amount in this unit says a day: `three weeks ago` to the week."""
    if unit.startswith("T") or unit == "D":
        return "day"
    return "week" if unit[-1] == "W" else "month" if unit[-1] == "M" else "year"


_LASTING = re.compile(
    r"\b(?:for|in|over|during|within)\s+(?:(?:at\s+least|more\s+than|less\s+than|over|nearly|almost|about|around|the)\s+)*\Z"
)
_RATED = re.compile(
    r"(?:\d[\d,.]*\w*|\b(?!(?:has|lasts|takes|was|is|spends|this|as|less|plus|days|us)\b)[a-z]{3,}s"
    r"|million|billion|percent)\s+\Z"
)
_COUNTED = re.compile(r"\s+(?!(?:later|earlier|before|after|ago|or|and|in|of|to|per)\b)[a-z]")


_COUNTS_FROM = re.compile(r"\s+(?:after|before)\b")
"""`it comes a day after the raid` tells when, not how often."""


def _is_rate(m: re.Match[str], scene: Scene) -> bool:
    """`six flights a week` tells how often, `a second raid` which: neither how long."""
    if m["count"] not in ("a", "an"):
        return False
    if m["unit"] == "second":
        return _COUNTED.match(scene.folded, m.end()) is not None
    if _COUNTS_FROM.match(scene.folded, m.end()):
        return False
    before = scene.folded[max(scene.sentence.start, m.start() - 20) : m.start()]
    return not m.group().endswith("s") and _RATED.search(before) is not None


_PERFECT = re.compile(r"\b(?:has|have|'ve)\b")


def duration(m: re.Match[str], scene: Scene) -> Reading | None:
    """An amount of time; with days where it lasts until the anchor; None of a rate and of no amount."""
    count, unit = number_of(m["count"]), unit_of(m["unit"])
    if count is not None and m["half"]:
        count += 0.5
    if unit == "Q" and count == 1:
        return None  # a quarter of something
    if _is_rate(m, scene):
        return None
    value = duration_value(count, unit)
    if count is None or scene.anchor is None or not _is_until_now(m, scene):
        return Reading(value)
    start = shifted(scene.anchor, -count, unit)
    return Reading(value, start, scene.anchor, grain(unit)) if start else Reading(value)


def _is_until_now(m: re.Match[str], scene: Scene) -> bool:
    """`has been cut off for two years`: the amount ends at the anchor day."""
    begin, end = scene.sentence
    if not _LASTING.search(scene.folded, max(begin, m.start() - 30), m.start()):
        return False
    return _PERFECT.search(scene.folded, max(begin, m.start() - 200), min(end, m.end() + 90)) is not None
