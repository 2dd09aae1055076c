"""Days and months that a date names: `11 March 2025`, `12/3/2016`, `late March`."""

from __future__ import annotations

import datetime as dt
import re

from dateline.mentions.times_calendar import DAY as ONE_DAY
from dateline.mentions.times_calendar import Reading, date_of, in_month, months_from, on
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import month_of

NEAR_FUTURE = dt.timedelta(days=60)
"""A date without a year is the next one up to this far ahead: a past one would be ten months old."""
MONTHS_AHEAD = 2
"""A month without a year is the next one up to this far ahead, for the same reason."""


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
    if year is not None:
        found = date_of(year, month, day)
    elif scene.spoken is not None and _heads_entry(m, scene):
        this = date_of(scene.spoken.year, month, day)
        found = this if this and this >= scene.spoken else date_of(scene.spoken.year + 1, month, day)
    elif scene.anchor is None:
        found = _beside(scene, month, day)
        if found is None:
            return Reading(f"XXXX-{month:02d}-{day:02d}", precision="day")
    else:
        found = nearest_date(scene, month, day, m)
    return _from_first(on(found), m) if found else None


def _heads_entry(m: re.Match[str], scene: Scene) -> bool:
    """`March 17: A bridge fell`: an entry of a chronology, which goes on from the one before."""
    return m.start() == scene.sentence.start and scene.folded[m.end() : m.end() + 2].strip() == ":"


def _from_first(last: Reading, m: re.Match[str]) -> Reading:
    """`23 and 24 December`, `3-7 May`: from the first of the days named."""
    named = m.groupdict().get("first")
    assert last.start is not None  # a day
    first = int(re.sub(r"\D", "", named)) if named else last.start.day
    return last._replace(start=last.start.replace(day=first)) if 0 < first < last.start.day else last


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


def _beside(scene: Scene, month: int, day: int) -> dt.date | None:
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
        ahead = (
            following is not None and following - anchor < 4 * NEAR_FUTURE and scene.looks_ahead(m.start())
        )
        return following if ahead else this
    if this is not None and (this - anchor <= NEAR_FUTURE or scene.looks_ahead(m.start())):
        return this
    following = date_of(anchor.year + 1, month, day)
    if following is not None and following - anchor <= NEAR_FUTURE and scene.looks_ahead(m.start()):
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


def month_year(m: re.Match[str], scene: Scene) -> Reading | None:
    """`August 2016`, `late August last year`."""
    year = year_of(m["year"])
    if m["relative"]:
        if scene.anchor is None:
            return None
        year = scene.anchor.year - (0 if "this" in m["relative"] else 1)
    assert year is not None  # one of the two is there
    return in_month(year, month_of(m["month"]), edge_of(m["edge"]))


def month(m: re.Match[str], scene: Scene) -> Reading | None:
    """`August`, `last March`: the last one, or the next where the sentence looks ahead; None of a verb."""
    word = m["month"].rstrip(".")
    if word in ("may", "march", "mar", "sun", "sat", "dec", "jan", "sep") and not _is_name(m, scene):
        return None
    if (
        word in ("mar", "sep", "dec", "jan", "jun", "jul", "apr", "aug", "oct", "nov", "feb", "sept")
        and "." not in m["month"]
        and not m["lead"]
    ):
        return None
    month, anchor = month_of(word), scene.anchor
    if anchor is None:
        if (beside := _beside(scene, month, 1)) is not None:
            return in_month(beside.year, month, edge_of(m["edge"]))
        return Reading(f"XXXX-{month:02d}", precision="month")
    year = anchor.year if month <= anchor.month else anchor.year - 1
    lead = m["lead"] or ""
    if not lead and 0 < (month - anchor.month) % 12 <= MONTHS_AHEAD and not scene.is_since(m.start()):
        year = anchor.year + (month < anchor.month)
    if lead.startswith("last") and month == anchor.month:
        year = anchor.year - 1
    if lead.startswith(("next", "coming")) or (
        month > anchor.month and (lead.startswith("this") or _to_come(m, scene))
    ):
        year = anchor.year if month > anchor.month else anchor.year + 1
    elif _to_come(m, scene) and anchor.month - month > 7:
        year = anchor.year + 1
    return in_month(year, month, edge_of(m["edge"]))


_BY = re.compile(r"\bby\s+\Z")


def _to_come(m: re.Match[str], scene: Scene) -> bool:
    """The sentence looks ahead, or its verb does: `to repay the loan by February`."""
    by = _BY.search(scene.folded, max(scene.sentence.start, m.start() - 4), m.start())
    return by is not None or scene.looks_ahead(m.start())


def _is_name(m: re.Match[str], scene: Scene) -> bool:
    """`May`, `March` as months: led by a word that only times follow, and capitalised."""
    lead = (m["lead"] or m["edge"] or "").strip()
    at = m.start("month")
    if not scene.is_capital(at):
        return False
    after = scene.folded[m.end() : m.end() + 8].strip()
    return bool(lead) or (
        scene.folded[max(0, at - 6) : at].split()[-1:]
        in ([["in"], ["since"], ["until"], ["by"], ["from"], ["of"], ["during"], ["till"], ["for"]])
        and not after.startswith(("have", "be "))
    )
