"""Years and their parts that a date names: `2016`, `the 1990s`, `the third quarter`, `last winter`."""

from __future__ import annotations

import datetime as dt
import re

from dateline.lexicon.calendar import date_of, table
from dateline.mentions.times_absolute_days import edge_of, nearest_date
from dateline.mentions.times_calendar import DAY as ONE_DAY
from dateline.mentions.times_calendar import Reading, in_quarter, in_season, in_year, in_years, on
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import number_of


def one_year(m: re.Match[str], scene: Scene) -> Reading | None:
    """`2016`, `late 2016`; None of a number that counts."""
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


def word_year(m: re.Match[str], scene: Scene) -> Reading | None:
    """`nineteen ninety-six`."""
    rest = number_of(m["rest"]) if m["rest"] else 0
    if rest is None or rest > 99:
        return None
    return in_year((1900 if m["century"] else 2000) + int(rest))


def decade(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the 1990s`."""
    digits = m["decade"] if len(m["decade"]) == 4 else "19" + m["decade"]
    first = int(digits)
    edge = edge_of(m["edge"])
    part = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(edge or "", (0, 9))
    return in_years(first + part[0], first + part[1], digits[:3] + "X")


def century(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the 11th century`: the hundred years that begin with 10."""
    nth = int(table("century").get(m["nth"]) or re.sub(r"\D", "", m["nth"]))
    return in_years(100 * nth - 100, 100 * nth - 1, f"{nth - 1:02d}") if nth > 1 else None


def half(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the first half of 2016`."""
    year, first = int(m["year"]), m["nth"] == "first"
    if first:
        return Reading(f"{year}-H1", dt.date(year, 1, 1), dt.date(year, 6, 30), "year")
    return Reading(f"{year}-H2", dt.date(year, 7, 1), dt.date(year, 12, 31), "year")


def quarter(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the third quarter of 2018`; without a year the last one."""
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


def season(m: re.Match[str], scene: Scene) -> Reading | None:
    """`the summer of 2016`, `last winter`."""
    code, month = table("season")[m["season"]]
    if m["year"]:
        return in_season(int(m["year"]), code, month)
    anchor, lead = scene.anchor, m["lead"] or ""
    if anchor is None:
        return None
    if lead.startswith("next") or scene.looks_ahead(m):
        return in_season(anchor.year + (1 if month <= anchor.month else 0), code, month)
    year = anchor.year if month <= anchor.month else anchor.year - 1
    if lead.startswith("last") and month <= anchor.month < month + 3:
        year -= 1
    return in_season(year, code, month)


_THURSDAY = 4


def holiday(m: re.Match[str], scene: Scene) -> Reading | None:
    """`Christmas Day 2014`; without a year the nearest to the anchor."""
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
