"""Days that a date names: `11 March 2025`, `12/3/2016`, `on the 13th`."""

from __future__ import annotations

import datetime as dt
import re

from dateline.lexicon.calendar import date_of
from dateline.mentions.times_calendar import DAY as ONE_DAY
from dateline.mentions.times_calendar import Reading, months_from, on
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import DAY, MONTH, YEAR, month_of

NEAR_FUTURE = dt.timedelta(days=60)
"""A date without a year is the next one up to this far ahead: a past one would be ten months old."""


def edge_of(words: str | None) -> str | None:
    """`early`, `mid` or `late` for the words that cut a month or year, or None."""
    if not words:
        return None
    if words.startswith("early") or "beginning" in words or "start" in words:
        return "early"
    return "mid" if words.startswith("mid") or "middle" in words else "late"


def year_of(word: str | None) -> int | None:
    """2016 of `2016`, `'16` or `, 16`, None of nothing."""
    if not word:
        return None
    digits = word.strip(" ,'")
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) > 50 else 2000)


def day_of(m: re.Match[str], scene: Scene) -> Reading | None:
    """`3 August 2016`, `3 August`: without a year the one that the text or its date makes likely."""
    month, day, year = month_of(m["month"]), int(re.sub(r"\D", "", m["day"])), year_of(m["year"])
    if year is None:
        year = year_told_after(m, scene)
    if year is not None:
        found = date_of(year, month, day)
    elif scene.spoken is not None and _heads_entry(m, scene):
        this = date_of(scene.spoken.year, month, day)
        found = this if this and this >= scene.spoken else date_of(scene.spoken.year + 1, month, day)
    elif scene.anchor is None:
        found = beside(scene, month, day)
        if found is None:
            return Reading(f"XXXX-{month:02d}-{day:02d}", precision="day")
    else:
        found = nearest_date(scene, month, day, m)
    return _to_last(_from_first(on(found), m), m) if found else None


_NEXT_YEAR = re.compile(
    rf"\s*(?:,|\b(?:and|or|to|until|till|through)\b|[-–—])\s*(?:(?:on|in|the|early|late)\s+)*"
    rf"(?:{DAY}\s+(?:of\s+)?)?(?P<month>{MONTH})(?:\s+{DAY})?,?\s+(?P<year>{YEAR})"
)


def year_told_after(m: re.Match[str], scene: Scene) -> int | None:
    """2018 for the first date of `28 March to 3 April 2018`, which the second one's year dates too."""
    after = _NEXT_YEAR.match(scene.folded, m.end(), scene.sentence.end)
    if after is None:
        return None
    return int(after["year"]) - (month_of(m["month"]) > month_of(after["month"]))


def _heads_entry(m: re.Match[str], scene: Scene) -> bool:
    """`March 17: A bridge fell`: an entry of a chronology, which goes on from the one before."""
    return m.start() == scene.sentence.start and scene.folded[m.end() : m.end() + 2].strip() == ":"


def _from_first(last: Reading, m: re.Match[str]) -> Reading:
    """`23 and 24 December`, `3-7 May`: from the first of the days named."""
    named = m.groupdict().get("first")
    assert last.start is not None  # a day
    first = int(re.sub(r"\D", "", named)) if named else last.start.day
    return last._replace(start=last.start.replace(day=first)) if 0 < first < last.start.day else last


def _to_last(first: Reading, m: re.Match[str]) -> Reading:
    """`December 23 and 24`, `May 3-7`: until the last of the days named, with the first as its value."""
    named = m.groupdict().get("last")
    assert first.end is not None  # a day
    last = date_of(first.end.year, first.end.month, int(re.sub(r"\D", "", named))) if named else None
    return first._replace(end=last) if last is not None and last > first.end else first


def day_of_month(m: re.Match[str], scene: Scene) -> Reading | None:
    """`on the 13th`: the next one from what was last spoken of, else the last one before the report."""
    day = int(re.sub(r"\D", "", m["nth"]))
    if scene.spoken is not None:
        month = scene.spoken if day >= scene.spoken.day else months_from(scene.spoken, 1)
        found = date_of(month.year, month.month, day)
        if found is not None and (scene.anchor is None or found <= scene.anchor):
            return on(found)
    if scene.anchor is None:
        return Reading(f"XXXX-XX-{day:02d}", precision="day")
    before = scene.anchor if day <= scene.anchor.day else scene.anchor.replace(day=1) - ONE_DAY
    found = date_of(before.year, before.month, day)
    return on(found) if found else None


def beside(scene: Scene, month: int, day: int) -> dt.date | None:
    """In a text that is not dated: that day of the year last spoken of, half a year off at most."""
    if scene.spoken is None:
        return None
    found = date_of(scene.spoken.year, month, day)
    return found if found and abs((found - scene.spoken).days) <= 183 else None


def nearest_date(scene: Scene, month: int, day: int, m: re.Match[str]) -> dt.date | None:
    """The day of that month that a report of the anchor's date means: the last past one, or the next."""
    anchor = scene.anchor
    assert anchor is not None  # callers have an anchor
    this, last = date_of(anchor.year, month, day), date_of(anchor.year - 1, month, day)
    if "last" in (m.groupdict().get("lead") or "") and this is not None and this >= anchor:
        return last
    if this is not None and this <= anchor + ONE_DAY:
        following = date_of(anchor.year + 1, month, day)
        ahead = following is not None and following - anchor < 4 * NEAR_FUTURE and scene.looks_ahead(m)
        return following if ahead else this
    if this is not None and (this - anchor <= NEAR_FUTURE or scene.looks_ahead(m)):
        return this
    following = date_of(anchor.year + 1, month, day)
    if following is not None and following - anchor <= NEAR_FUTURE and scene.looks_ahead(m):
        return following
    return last


def iso(m: re.Match[str], scene: Scene) -> Reading | None:
    """`2016-08-03`."""
    found = date_of(int(m["year"]), int(m["mm"]), int(m["dd"]))
    return on(found) if found else None


def slashes(m: re.Match[str], scene: Scene) -> Reading | None:
    """`25/12/2016`; with both numbers up to 12, in the order of the scene, else no reading."""
    first, second, year = int(m["first"]), int(m["second"]), year_of(m["year"])
    assert year is not None  # the rule needs one
    if first > 12 and second <= 12:
        day_first: bool | None = True
    elif second > 12 and first <= 12:
        day_first = False
    else:
        day_first = scene.day_first if first != second else True
    if day_first is None:
        return Reading(None)
    found = date_of(year, second, first) if day_first else date_of(year, first, second)
    return on(found) if found else None
