"""Finds expressions of time and the days they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.annotate import Parse
from dateline.document import Span
from dateline.lexicon.calendar import MONTH_STEMS, MONTHS, WEEKDAYS, table
from dateline.mentions import times_absolute, times_amounts, times_fiscal, times_relative, times_weekdays
from dateline.mentions.numbers_words import lower_in_place
from dateline.mentions.record import Time
from dateline.mentions.times_anchor import Anchor, anchor_of
from dateline.mentions.times_joined import joined
from dateline.mentions.times_scene import Scene

__all__ = ["Anchor", "anchor_of", "times"]

RULES = (
    *times_absolute.RULES,
    *times_relative.RULES,
    *times_weekdays.RULES,
    *times_fiscal.RULES,
    *times_amounts.RULES,
)

_OF_DATELINES = ("date.day_month", "date.month_day", "date.iso")
# A sentence without any of these is never scanned by the grammar.
_MAYBE = re.compile(
    rf"\b(?:nineteen|thousand|{MONTH_STEMS}|{'|'.join(WEEKDAYS)}|today|tonight|"
    r"yesterday|tomorrow|(?:19|20)\d\d|now|soon|future|past|recent|currently|present|previously|formerly|lately|"
    r"overnight|dai|night|week|month|year|annual|hour|quarter|day|morning|noon|midday|midnight|afternoon|evening|dawn|"
    r"decade|centur|spring|summer|autumn|fall|winter|christmas|thanksgiving|minute|second|moment|time|weekend|fortnight|"
    r"dusk|sunset|near\sterm|short\sterm|(?:in|of|since|until)\s1[5-8]\d\d)|\d\d?[:.]\d\d|\d\s?[ap]\.?m|"
    r"\d0'?s\b|\bat\s\d{4}|\d-(?:day|year|week|month|hour|minute)|\d/\d|the\s\d\d?(?:st|nd|rd|th)\b"
)


_DIGIT = re.compile(r"\d")
_HINTS: dict[str, tuple[str, ...]] = {
    "month": tuple(name[:3] for name in MONTHS),
    "weekday": WEEKDAYS,
    "season": tuple(table("season")),
    "holiday": (*(name.split()[0] for name in table("holiday")), "thanksgiving"),
    "part": (*table("part_of_day"), "overnight"),
    "weekend": ("weekend",),
    "year": ("year",),
    "quarter": ("quarter", "period", "year-"),
    "half": ("half",),
    "century": ("century",),
    "thousand": ("nineteen", "thousand"),
    "ago": ("ago", "earlier", "before", "later", "previously"),
    "long": ("long",),
}
"""Letters of which one stands in all that a rule finds, by the name of the hint."""
_NEEDS = {
    "date.iso": "digit",
    "date.day_month": "month",
    "date.month_day": "month",
    "date.day": "digit",
    "date.slashes": "digit",
    "date.month_year": "month",
    "date.month_part": "month",
    "date.month": "month",
    "date.year": "digit",
    "date.word_year": "thousand",
    "date.decade": "digit",
    "date.century": "century",
    "date.quarter": "quarter",
    "date.half": "half",
    "date.season": "season",
    "date.holiday": "holiday",
    "relative.part": "part",
    "relative.weekday": "weekday",
    "relative.weekend": "weekend",
    "relative.quarter": "quarter",
    "relative.fiscal_year": "year",
    "relative.year_end": "year",
    "relative.ago": "ago",
    "relative.long_ago": "ago",
    "duration.long": "long",
    "time.part": "part",
}
"""The hint that a rule needs: a look at the letters of a sentence costs less than the rule."""


def times(parse: Parse) -> Iterator[Time]:
    """Time expressions in a document's dateline and prose, in text order, none inside another.

    `start` and `end` are null where no date anchors the words, and for durations and clock times.
    """
    text = parse.document.text
    folded = lower_in_place(text)
    anchor = anchor_of(parse)
    scene = Scene(text=text, folded=folded, anchor=anchor.day if anchor else None, sentence=Span(0, 0))
    scene.day_first = _day_first(folded)
    first = parse.sentences[0].span.start if parse.sentences else len(text)
    for block in parse.document.blocks:
        if block.kind == "mark" and block.span.start < first:
            yield from (t for t in _in_sentence(block.span, scene) if t.rule in _OF_DATELINES)
    for sentence in parse.sentences:
        if _MAYBE.search(folded, sentence.span.start, sentence.span.end):
            yield from _in_sentence(sentence.span, scene)


def _day_first(folded: str) -> bool | None:
    """Whether the text's slashed dates put the day first, where one of them shows it."""
    pairs = [(int(a), int(b)) for a, b in re.findall(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:19|20)\d\d", folded)]
    day, month = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    return None if day == month else day


def _in_sentence(span: Span, scene: Scene) -> list[Time]:
    scene.sentence = span
    found = []
    for match, rule in _longest(scene.folded, span):
        reading = RULES[rule][2](match, scene)
        if reading is None:
            continue
        span = Span(*match.span())
        found.append(
            Time(
                span=span,
                text=scene.text[span.start : span.end],
                value=reading.value,
                start=reading.start,
                end=reading.end,
                precision=reading.precision,
                rule=RULES[rule][0],
            )
        )
        if reading.start is not None and reading.precision in ("day", "month"):
            scene.spoken = reading.start
            scene.last = reading.start if reading.start == reading.end else scene.last
        if RULES[rule][0] == "date.quarter" and scene.quarter is None and reading.start is not None:
            scene.quarter = (reading.start.year, (reading.start.month + 2) // 3)
    return joined(found, scene)


def _longest(folded: str, span: Span) -> list[tuple[re.Match[str], int]]:
    """Matches of the grammar in a sentence, of those that overlap the longest, in text order."""
    words = folded[span.start : span.end]
    held = {None, *(name for name, letters in _HINTS.items() if any(map(words.__contains__, letters)))}
    if _DIGIT.search(words):
        held.add("digit")
    matches = [
        (m, index)
        for index, rule in enumerate(RULES)
        if _NEEDS.get(rule[0]) in held
        for m in rule[1].finditer(folded, span.start, span.end)
    ]
    matches.sort(key=lambda pair: (pair[0].start() - pair[0].end(), pair[1], pair[0].start()))
    kept: list[tuple[re.Match[str], int]] = []
    for m, index in matches:
        if m.end() > m.start() and all(m.end() <= k.start() or m.start() >= k.end() for k, _ in kept):
            kept.append((m, index))
    return sorted(kept, key=lambda pair: pair[0].start())
