"""The grammar of amounts of time, clock times and repeated times: `two days ago`, `the past week`."""

from __future__ import annotations

import re

from dateline.lexicon.calendar import table
from dateline.mentions.numbers_words import alternatives
from dateline.mentions.times_absolute import Rule
from dateline.mentions.times_calendar import Reading, in_quarter, shifted, to_unit
from dateline.mentions.times_durations import duration, duration_value, grain
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import (
    COUNT,
    MONTH,
    UNIT,
    YEAR,
    number_of,
    part_of,
    pattern,
    unit_of,
)

SAME_DAY = 6
"""Hours ago that are still of the day the report is told on."""


def _ago(m: re.Match[str], scene: Scene) -> Reading | None:
    unit, count = unit_of(m["unit"]), number_of(m["count"])
    told = scene.spoken if unit[-1] in "MQY" and not unit.startswith("T") else scene.last
    reference = scene.anchor if m["way"] == "ago" else told or scene.anchor
    if count is None or reference is None:
        return Reading("PAST_REF" if m["way"] in ("ago", "earlier", "before") else "FUTURE_REF")
    sign = -1 if m["way"] in ("ago", "earlier", "before", "previously") else 1
    soon = unit == "TH" and count <= SAME_DAY
    day = reference if soon else shifted(reference, sign * count, unit)
    if day is None:
        return None
    if unit == "Y" and count == 1 and scene.quarter is not None:
        return in_quarter(scene.quarter[0] - 1, scene.quarter[1])
    return to_unit(day, unit)


# `the last two weeks of April` end with April.
_OF_A_PERIOD = re.compile(rf"\s+of\s+(?:the\s+|last\s+)?(?:{MONTH}|{YEAR}|year|month)\b")


def _past(m: re.Match[str], scene: Scene) -> Reading | None:
    unit = unit_of(m["unit"])
    count = number_of(m["count"]) if m["count"] else (None if m["plural"] else 1)
    value, anchor = duration_value(count, unit), scene.anchor
    # Of `the last hours` the first may be yesterday's; `the past few hours` are today's.
    reach = 1 if not m["count"] and unit.startswith("T") else count
    if anchor is None or reach is None or _OF_A_PERIOD.match(scene.folded, m.end()):
        return Reading(value)
    ahead = m["which"].split()[-1] in ("next", "coming")
    day = shifted(anchor, reach if ahead else -reach, unit)
    if day is None:
        return Reading(value)
    start, end = (anchor, day) if ahead else (day, anchor)
    return Reading(value, start, end, grain(unit))


def _vague(m: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(duration_value(None, unit_of(m["unit"])))


def _long(m: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(duration_value(None if m["plural"] else 1, unit_of(m["unit"])))


def _part(m: re.Match[str], scene: Scene) -> Reading | None:
    """`in the morning`, `at noon`: a part of a day that the words do not name."""
    return Reading(f"T{part_of(m['part'] or m['point'])}")


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
        "relative.long_ago",
        pattern(rf"(?<![\w-])(?P<unit>{UNIT})s\s+(?:ago|earlier|later)\b"),
        _vague,
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
            rf"(?<![\w$-])(?P<count>{COUNT})(?:[\s-]+(?:more\s+|full\s+|consecutive\s+|straight\s+)?)(?P<unit>{UNIT})s?(?P<half>\s+and\s+a\s+half)?\b(?<!-quarters)(?![\s-]+old|s?\s+of\s+age)"
        ),
        duration,
    ),
    (
        "duration.vague",
        pattern(
            r"\b(?:for|after|over|in|within|lasted|took)\s+(?:the\s+)?(?P<unit>day|week|month|year|decade|hour|minute|centurie)s\b"
        ),
        _vague,
    ),
    ("duration.long", pattern(rf"\b(?P<unit>{UNIT})(?P<plural>s)?-?long\b"), _long),
    ("time.clock", pattern(_CLOCK), _clock),
    (
        "time.part",
        pattern(
            r"\b(?:in\s+the|by|during\s+the)\s+(?:early\s+|late\s+|mid[\s-]+)?(?P<part>morning|afternoon|evening)\b"
            r"|\b(?:at|by|around|before|until)\s+(?P<point>dawn|daybreak|noon|midday|dusk|sunset|midnight)\b"
        ),
        _part,
    ),
    (
        "set",
        pattern(
            rf"\b(?:(?P<adverb>{alternatives(table('frequency'))})|(?:every|each)\s+(?P<unit>{UNIT}))\b(?!-)"
        ),
        _set,
    ),
    (
        "reference",
        pattern(rf"\b(?:{alternatives(table('reference_words'))})\b"),
        _reference,
    ),
)
