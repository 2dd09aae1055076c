"""Dates that name their month or year: `11 March 2025`, `March 11`, `late 2016`, `the 1990s`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from dateline.mentions.times_calendar import (
    DAY as ONE_DAY,
)
from dateline.mentions.times_calendar import (
    Reading,
    date_of,
    in_month,
    in_quarter,
    in_season,
    in_year,
    in_years,
    on,
)
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import (
    DAY,
    EARLINESS,
    HOLIDAY,
    MONTH,
    PART,
    SEASON,
    SMALL,
    WEEKDAY_SHORT,
    YEAR,
    month_of,
    number_of,
    pattern,
    table,
)

Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str], Scene], Reading | None]]

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


def _year(word: str | None) -> int | None:
    if not word:
        return None
    digits = word.strip(" ,'")
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) > 50 else 2000)


def _day(m: re.Match[str], scene: Scene) -> Reading | None:
    month, day, year = month_of(m["month"]), int(re.sub(r"\D", "", m["day"])), _year(m["year"])
    if year is not None:
        found = date_of(year, month, day)
    elif scene.anchor is None:
        found = _beside(scene, month, day)
        if found is None:
            return Reading(f"XXXX-{month:02d}-{day:02d}", precision="day")
    else:
        found = nearest_date(scene, month, day, m)
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


def _iso(m: re.Match[str], scene: Scene) -> Reading | None:
    found = date_of(int(m["year"]), int(m["mm"]), int(m["dd"]))
    return on(found) if found else None


def _slashes(m: re.Match[str], scene: Scene) -> Reading | None:
    first, second, year = int(m["first"]), int(m["second"]), _year(m["year"])
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


def _month_year(m: re.Match[str], scene: Scene) -> Reading | None:
    year = _year(m["year"])
    if m["relative"]:
        if scene.anchor is None:
            return None
        year = scene.anchor.year - (0 if "this" in m["relative"] else 1)
    assert year is not None  # one of the two is there
    return in_month(year, month_of(m["month"]), edge_of(m["edge"]))


def _month(m: re.Match[str], scene: Scene) -> Reading | None:
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
        return Reading(f"XXXX-{month:02d}", precision="month")
    year = anchor.year if month <= anchor.month else anchor.year - 1
    lead = m["lead"] or ""
    if not lead and 0 < (month - anchor.month) % 12 <= MONTHS_AHEAD and not scene.is_since(m.start()):
        year = anchor.year + (month < anchor.month)
    if lead.startswith("last") and month == anchor.month:
        year = anchor.year - 1
    if lead.startswith(("next", "coming")) or (
        month > anchor.month and (lead.startswith("this") or scene.looks_ahead(m.start()))
    ):
        year = anchor.year if month > anchor.month else anchor.year + 1
    elif scene.looks_ahead(m.start()) and anchor.month - month > 7:
        year = anchor.year + 1
    return in_month(year, month, edge_of(m["edge"]))


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


def _one_year(m: re.Match[str], scene: Scene) -> Reading | None:
    if re.match(
        r"\s*(?:%|per\s?cent|square|km|men|people|feet|miles|meters|metres|tons|gmt|hours)\b|,\d|\.\d|-\d\d-",
        scene.folded[m.end() : m.end() + 12],
    ):
        return None
    before = scene.folded[max(0, m.start() - 14) : m.start()]
    if (
        re.search(
            r"[$£€#/.]\s?\Z|\b(?:no|resolution|at|about|around|over|than|least|flight|some|nearly)\.?\s+\Z|\d-\Z|[a-z]\Z",
            before,
        )
        and not m["edge"]
    ):
        return None
    if not m["edge"] and re.match(
        r"\s+(?:[a-z]+\s+)?(?:people|civilians|soldiers|fighters|men|troops|families|houses|tents|others|terrorists|militants|refugees|victims|deaths)\b",
        scene.folded[m.end() : m.end() + 30],
    ):
        return None
    return in_year(int(m["year"]), edge_of(m["edge"]))


def _word_year(m: re.Match[str], scene: Scene) -> Reading | None:
    rest = number_of(m["rest"]) if m["rest"] else 0
    if rest is None or rest > 99:
        return None
    return in_year((1900 if m["century"] else 2000) + int(rest))


def _decade(m: re.Match[str], scene: Scene) -> Reading | None:
    digits = m["decade"] if len(m["decade"]) == 4 else "19" + m["decade"]
    first = int(digits)
    edge = edge_of(m["edge"])
    part = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(edge or "", (0, 9))
    return in_years(first + part[0], first + part[1], digits[:3] + "X")


def _half(m: re.Match[str], scene: Scene) -> Reading | None:
    year, first = int(m["year"]), m["nth"] == "first"
    if first:
        return Reading(f"{year}-H1", dt.date(year, 1, 1), dt.date(year, 6, 30), "year")
    return Reading(f"{year}-H2", dt.date(year, 7, 1), dt.date(year, 12, 31), "year")


def _quarter(m: re.Match[str], scene: Scene) -> Reading | None:
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4}[m["nth"]]
    if m["year"] or m["year_before"]:
        return in_quarter(int(m["year"] or m["year_before"]), quarter)
    if scene.anchor is None:
        return None
    now = (scene.anchor.month - 1) // 3 + 1
    if m["lead"]:
        return in_quarter(scene.anchor.year + {"last": -1, "this": 0, "next": 1}[m["lead"]], quarter)
    year = scene.anchor.year - (1 if m["relative"] or m["ago"] or quarter > now else 0)
    return in_quarter(year, quarter)


def _season(m: re.Match[str], scene: Scene) -> Reading | None:
    code, month = table("season")[m["season"]]
    if m["year"]:
        return in_season(int(m["year"]), code, month)
    anchor, lead = scene.anchor, m["lead"] or ""
    if anchor is None:
        return None
    if lead.startswith("next") or scene.looks_ahead(m.start()):
        return in_season(anchor.year + (1 if month <= anchor.month else 0), code, month)
    year = anchor.year if month <= anchor.month else anchor.year - 1
    if lead.startswith("last") and month <= anchor.month < month + 3:
        year -= 1
    return in_season(year, code, month)


_THURSDAY = 4


def _holiday(m: re.Match[str], scene: Scene) -> Reading | None:
    name = " ".join(m["holiday"].split())
    if name.startswith("thanksgiving"):
        return _thanksgiving(m, scene)
    month, day = table("holiday")[name]
    if m["year"]:
        found = date_of(int(m["year"]), month, day)
    else:
        found = nearest_date(scene, month, day, m) if scene.anchor else None
    return on(found) if found else None


def _thanksgiving(m: re.Match[str], scene: Scene) -> Reading | None:
    """The fourth Thursday of November: of the year said, else the last one before the anchor."""
    if m["year"]:
        return on(_fourth_thursday(int(m["year"])))
    if scene.anchor is None:
        return None
    this = _fourth_thursday(scene.anchor.year)
    return on(this if this <= scene.anchor else _fourth_thursday(scene.anchor.year - 1))


def _fourth_thursday(year: int) -> dt.date:
    earliest = dt.date(year, 11, 22)
    return earliest + ONE_DAY * ((_THURSDAY - earliest.isoweekday()) % 7)


_WD = rf"(?:{WEEKDAY_SHORT},?\s+(?:{PART}\s+(?:of\s+)?)?)?"
_CUT = rf"(?:(?P<edge>{EARLINESS})[\s-]+)?"

RULES: tuple[Rule, ...] = (
    ("date.iso", pattern(rf"(?<![\d-])(?P<year>{YEAR})-(?P<mm>[01]\d)-(?P<dd>[0-3]\d)(?![\d-])"), _iso),
    (
        "date.day_month",
        pattern(
            rf"(?<![\w/.-])(?P<lead>(?:last|next|this)\s+)?{_WD}(?:the\s+)?(?P<day>{DAY})(?:\s*-\s*|\s+)(?:of\s+)?(?P<month>{MONTH})"
            rf"(?:[\s,-]*(?P<year>{YEAR}|'\d\d|(?<=\s)\d\d(?!\d|:|\s*[a-z(]?\w*:|\s+(?:people|men)))|(?!\w))"
        ),
        _day,
    ),
    (
        "date.month_day",
        pattern(
            rf"(?<![\w/-])(?P<lead>(?:last|next|this)\s+)?{_WD}(?P<month>{MONTH})\s*-?(?:the\s+)?"
            rf"(?P<day>3[01](?:st)?|[12]\d(?:st|nd|rd|th)?|0?[1-9](?:st|nd|rd|th)?)(?:(?:\s*,\s*|\s+|)(?P<year>{YEAR})|(?!\d|,\d|\.\d|%))"
        ),
        _day,
    ),
    (
        "date.slashes",
        pattern(
            rf"(?<![\d/.-])(?P<first>\d\d?)(?P<sign>[/.-])(?P<second>\d\d?)(?P=sign)(?P<year>{YEAR}|\d\d)(?![\d/-])"
        ),
        _slashes,
    ),
    (
        "date.month_year",
        pattern(
            rf"(?<![\w])(?:{_CUT})(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|,?\s+(?:of\s+)?(?P<relative>last\s+year|this\s+year))"
        ),
        _month_year,
    ),
    (
        "date.month",
        pattern(
            rf"(?<![\w-])(?P<lead>(?:last|this\s+past|this|next|past|coming)\s+)?{_CUT}(?P<month>{MONTH})(?![\w]|\s*\d)"
        ),
        _month,
    ),
    (
        "date.year",
        pattern(
            rf"(?<![\w,/-]){_CUT}(?:the\s+year\s+)?(?P<year>{YEAR})(?!\w|/|-[a-z])|\b(?P<post>post|pre)-(?P<edge2>)(?P<year2>{YEAR})\b(?P<none>(?!))"
        ),
        _one_year,
    ),
    (
        "date.word_year",
        pattern(
            rf"\b(?:(?P<century>nineteen)[\s-]+(?=(?:hundred\s+(?:and\s+)?)?(?:{SMALL}))(?:hundred\s+(?:and\s+)?)?|(?:the\s+year|in|of|since|by|until)\s+two\s+thousand(?:\s+(?:and\s+)?(?={SMALL}))?)"
            rf"(?P<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{SMALL}))?|{SMALL})?\b"
        ),
        _word_year,
    ),
    (
        "date.decade",
        pattern(rf"(?<!\w){_CUT}(?:the\s+)?(?P<edge_>)'?(?P<decade>(?:19|20)?\d0)'?s\b"),
        _decade,
    ),
    (
        "date.quarter",
        pattern(
            rf"\b(?:(?P<lead>this|last|next)\s+year's\s+|the\s+|its\s+)?(?:(?P<year_before>{YEAR})\s+|(?P<ago>year-(?:earlier|ago))\s+)?(?:fiscal[\s-]+)?(?P<nth>first|second|third|fourth)[\s-](?:fiscal[\s-]+)?quarter\b(?:\s+of\s+(?:fiscal\s+)?(?P<year>{YEAR})|(?P<relative>\s+(?:of\s+)?(?:last\s+year|a\s+year\s+(?:ago|earlier))))?"
        ),
        _quarter,
    ),
    (
        "date.half",
        pattern(rf"\b(?:the\s+)?(?P<nth>first|second|last|latter)\s+half\s+of\s+(?P<year>{YEAR})\b"),
        _half,
    ),
    (
        "date.season",
        pattern(
            rf"\b(?:(?P<lead>last|next|this\s+past|this|(?:early|late|mid)(?:\s+in)?|(?:in|during|over|since|until|by)\s+the)\s+(?:the\s+)?(?:early\s+|late\s+)?(?P<season>{SEASON})(?:\s+(?:of\s+)?(?P<year>{YEAR}))?)(?!\w|\s+of\s+[a-z])"
            rf"|\b(?P<unled>(?!))"
        ),
        _season,
    ),
    (
        "date.holiday",
        pattern(rf"\b(?P<holiday>{HOLIDAY}|thanksgiving(?:\s+day)?)(?:,?\s+(?P<year>(?:19|20)\d\d))?\b"),
        _holiday,
    ),
)
