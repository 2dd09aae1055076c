"""Amounts of time, clock times and repeated times: `two days ago`, `the past week`, `six months`, `daily`."""

from __future__ import annotations

import re

from dateline.mentions.numbers_words import alternatives
from dateline.mentions.record import Precision
from dateline.mentions.times_absolute import Rule
from dateline.mentions.times_calendar import (
    Reading,
    in_month,
    in_quarter,
    in_week,
    in_year,
    on,
    shifted,
)
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import (
    COUNT,
    UNIT,
    number_of,
    pattern,
    table,
    unit_of,
)


def _ago(m: re.Match[str], scene: Scene) -> Reading | None:
    unit, count = unit_of(m["unit"]), number_of(m["count"])
    reference = scene.anchor if m["way"] == "ago" else scene.last or scene.anchor
    if count is None or reference is None:
        return Reading("PAST_REF" if m["way"] in ("ago", "earlier", "before") else "FUTURE_REF")
    sign = -1 if m["way"] in ("ago", "earlier", "before", "previously") else 1
    day = shifted(reference, sign * count, unit)
    if day is None:
        return None
    if unit == "Y" and count == 1 and scene.quarter is not None:
        return in_quarter(scene.quarter[0] - 1, scene.quarter[1])
    if unit.endswith(("Y", "Q", "M")) and not unit.startswith("T"):
        return in_year(day.year) if unit.endswith("Y") else in_month(day.year, day.month)
    return in_week(day) if unit.endswith("W") else on(day)


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


def _past(m: re.Match[str], scene: Scene) -> Reading | None:
    unit = unit_of(m["unit"])
    count = number_of(m["count"]) if m["count"] else (None if m["unit"].endswith("s") else 1)
    value, anchor = duration_value(count, unit), scene.anchor
    if anchor is None or count is None:
        return Reading(value)
    ahead = m["which"].split()[-1] in ("next", "coming")
    day = shifted(anchor, count if ahead else -count, unit)
    if day is None:
        return Reading(value)
    start, end = (anchor, day) if ahead else (day, anchor)
    return Reading(value, start, end, _grain(unit))


def _grain(unit: str) -> Precision:
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


def _is_rate(m: re.Match[str], scene: Scene) -> bool:
    """`six flights a week` tells how often, `a second raid` which: neither how long."""
    if m["count"] not in ("a", "an"):
        return False
    if m["unit"] == "second":
        return _COUNTED.match(scene.folded, m.end()) is not None
    before = scene.folded[max(scene.sentence.start, m.start() - 20) : m.start()]
    return not m.group().endswith("s") and _RATED.search(before) is not None


_PERFECT = re.compile(r"\b(?:has|have|'ve)\b")


def _duration(m: re.Match[str], scene: Scene) -> Reading | None:
    count, unit = number_of(m["count"]), unit_of(m["unit"])
    if unit == "Q" and count == 1:
        return None  # a quarter of something
    if _is_rate(m, scene):
        return None
    value = duration_value(count, unit)
    if count is None or scene.anchor is None or not _is_until_now(m, scene):
        return Reading(value)
    start = shifted(scene.anchor, -count, unit)
    return Reading(value, start, scene.anchor, _grain(unit)) if start else Reading(value)


def _is_until_now(m: re.Match[str], scene: Scene) -> bool:
    """`has been cut off for two years`: the amount ends at the anchor day."""
    begin, end = scene.sentence
    if not _LASTING.search(scene.folded, max(begin, m.start() - 30), m.start()):
        return False
    return _PERFECT.search(scene.folded, max(begin, m.start() - 200), min(end, m.end() + 90)) is not None


def _vague(m: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(duration_value(None, unit_of(m["unit"])))


def _clock(m: re.Match[str], scene: Scene) -> Reading | None:
    hour = int(m["hour"] or m["military"][:2])
    minute = m["minute"] or (m["military"][2:] if m["military"] else "00")
    half = (m["half"] or "").replace(".", "").replace(" ", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if hour > 24:
        return None
    return Reading(f"T{hour:02d}:{minute}")


def _set(m: re.Match[str], scene: Scene) -> Reading | None:
    word = m["adverb"]
    if word:
        return Reading(table("frequency")[word])
    return Reading(duration_value(1, unit_of(m["unit"])))


def _reference(m: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(table("reference_words")[" ".join(m.group().split())])


_CLOCK = (
    r"(?:(?P<hour>[012]?\d)(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>a\.\s?m\.?|p\.\s?m\.?|am\b|pm\b)"
    r"|(?<=at\s)(?P<military>[012]\d[0-5]\d)(?=\s*(?:\(|gmt|hours|local|[,.;\s](?!people|men))))"
)


RULES: tuple[Rule, ...] = (
    (
        "relative.ago",
        pattern(
            rf"\b(?:(?:about|around|almost|nearly|more\s+than|over|some|at\s+least|just)\s+)?(?P<count>{COUNT})[\s-]+(?:more\s+)?(?P<unit>{UNIT})s?\s+(?:or\s+so\s+)?(?P<way>ago|earlier|before|later|previously)\b"
        ),
        _ago,
    ),
    (
        "relative.past",
        pattern(
            rf"\b(?:the\s+)?(?P<which>last|past|next|coming|previous)\s+(?:(?P<count>{COUNT})[\s-]+(?:of\s+)?)?(?P<unit>{UNIT})(?P<plural>s)?\b"
        ),
        _past,
    ),
    (
        "relative.recent",
        pattern(
            rf"\b(?:the\s+)?(?:most\s+)?(?:recent|coming|following|preceding|past|last)\s+(?:few\s+)?(?P<unit>{UNIT})s\b"
        ),
        _vague,
    ),
    (
        "duration",
        pattern(
            rf"(?<![\w$-])(?P<count>{COUNT})(?:[\s-]+(?:more\s+|full\s+|consecutive\s+|straight\s+)?)(?P<unit>{UNIT})s?\b(?<!-quarters)(?![\s-]+old|s?\s+of\s+age)"
        ),
        _duration,
    ),
    (
        "duration.vague",
        pattern(
            r"\b(?:for|after|over|in|within|lasted|took)\s+(?:the\s+)?(?P<unit>day|week|month|year|decade|hour|minute|centurie)s\b"
        ),
        _vague,
    ),
    ("time.clock", pattern(_CLOCK), _clock),
    (
        "set",
        pattern(rf"\b(?:(?P<adverb>{alternatives(table('frequency'))})|(?:every|each)\s+(?P<unit>{UNIT}))\b"),
        _set,
    ),
    (
        "reference",
        pattern(rf"\b(?:{alternatives(table('reference_words'))})\b"),
        _reference,
    ),
)
