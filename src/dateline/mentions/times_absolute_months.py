"""Months that a date names: `August 2016`, `late March`, `last May`."""

from __future__ import annotations

import re

from dateline.mentions.times_absolute_days import beside, edge_of, year_of, year_told_after
from dateline.mentions.times_calendar import DAY, Reading, in_month
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import month_of

MONTHS_AHEAD = 2
"""A month without a year is the next one up to this far ahead: a past one would be ten months old."""


def month_year(m: re.Match[str], scene: Scene) -> Reading | None:
    """`August 2016`, `late August last year`."""
    year = year_of(m["year"])
    if m["relative"]:
        if scene.anchor is None:
            return None
        year = scene.anchor.year - (0 if "this" in m["relative"] else 1)
    assert year is not None  # one of the two is there
    return in_month(year, month_of(m["month"]), edge_of(m.groupdict().get("edge")))


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
    if (told_year := year_told_after(m, scene)) is not None:
        return in_month(told_year, month, edge_of(m.groupdict().get("edge")))
    if anchor is None:
        if (told := beside(scene, month, 1)) is not None:
            return in_month(told.year, month, edge_of(m.groupdict().get("edge")))
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
    return in_month(year, month, edge_of(m.groupdict().get("edge")))


_WEEKS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def month_part(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the first week of May`, `the second half of June`: seven days, and halves that meet on the 15th."""
    year = year_of(m["year"])
    whole = in_month(year, month_of(m["month"])) if year else month(m, scene)
    if whole is None or whole.start is None or whole.end is None:
        return whole
    start, end = whole.start, whole.end
    if m["unit"] == "half":
        middle = start.replace(day=15)
        start, end = (start, middle) if m["nth"] == "first" else (middle + DAY, end)
    elif m["nth"] in _WEEKS:
        start += 7 * DAY * _WEEKS[m["nth"]]
        end = start + 6 * DAY
    else:
        start = end - 6 * DAY
    return Reading(whole.value, start, end, "week")


_BY = re.compile(r"\bby\s+\Z")


def _to_come(m: re.Match[str], scene: Scene) -> bool:
    """The sentence looks ahead, or its verb does: `to repay the loan by February`."""
    by = _BY.search(scene.folded, max(scene.sentence.start, m.start() - 4), m.start())
    return by is not None or scene.looks_ahead(m)


_THE = re.compile(r"\bthe\s+\Z")
_NOUN = re.compile(
    r"\s+(?!(?:on|to|for|of|by|from|in|into|through|towards?|across|against|was|were|is)\b)[a-z]"
)


def _is_name(m: re.Match[str], scene: Scene) -> bool:
    """`May`, `March` as months: capitalised, and led by a word that only times follow; `the March truce`."""
    lead = (m["lead"] or m.groupdict().get("edge") or "").strip()
    at = m.start("month")
    if not scene.is_capital(at):
        return False
    after = scene.folded[m.end() : m.end() + 8].strip()
    if _THE.search(scene.folded, max(scene.sentence.start, at - 5), at):
        return _NOUN.match(scene.folded, m.end()) is not None
    return bool(lead) or (
        scene.folded[max(0, at - 6) : at].split()[-1:]
        in ([["in"], ["since"], ["until"], ["by"], ["from"], ["of"], ["during"], ["till"], ["for"]])
        and not after.startswith(("have", "be "))
    )
