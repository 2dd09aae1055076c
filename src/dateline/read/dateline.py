"""The dateline: where a report was filed, when, and by whom (`MOGADISHU, March 11 (Reuters) -`)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.document import Span
from dateline.lexicon.calendar import MONTH_STEMS
from dateline.lexicon.gazetteer import country_terms, open_gazetteer
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.registry import names_body
from dateline.read.dates import PLAIN_DATE, date_at
from dateline.read.lines import is_caps
from dateline.read.marks import agencies

# Hyphens stand inside words here and never between two: a text that can be cut into words in many ways
# (`A-A-A-...`) would be tried in all of them.
_CAPS = r"[A-Z][A-Z'’.-]*[A-Z](?: [A-Z][A-Z'’.-]*[A-Z.]){0,3}"
_PARTICLES = r"(?:al-\w+|de|la|el|es|ez|ad|an)"
_NAME_WORD = rf"(?:[A-Z][\w'’.-]+|{_PARTICLES}(?:-{_PARTICLES}){{0,2}}(?:-[A-Z][\w'’.-]+)?)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,3}}"
_REGION = rf"(?:, ?{_NAME}| \({_NAME}\))?"
_PART_DATE = rf"(?i:(?:\d{{1,2}} )?(?:{MONTH_STEMS})[a-z]*\.?(?: \d{{1,2}})?)"
_WHEN = rf"(?:,\s{{1,2}}(?P<when>{PLAIN_DATE}|{_PART_DATE}))"
_BY = r"(?:\s\((?P<by>[^()\n]{2,45})\))"
_DASH = r"(?:\s?(?:--|—|–|-|_|:)[-_]*(?=\s|$|[A-Z\[]))"

_FORMS = (
    rf"(?P<place>{_CAPS}|{_NAME}){_REGION}{_WHEN}{_BY}?{_DASH}",
    rf"(?P<place>{_CAPS}){_REGION}{_WHEN}?{_BY}{_DASH}?(?=\s+[A-Z\"“\[]|[A-Z]|$|\n)",
    rf"(?P<place>{_CAPS}){_REGION}{_DASH}",
)
_ALONE = re.compile(
    rf"(?!\w+day,)(?P<place>{_CAPS}|{_NAME}){_REGION},\s{{1,2}}(?P<when>{PLAIN_DATE})[ \t]*(?=\n|$)"
)
"""A place and a full date that have a line of their own; the place must be one that the gazetteer holds."""
_MIXED = re.compile(rf"(?P<place>{_NAME}){_REGION}{_BY}?\s(?P<dash>--|—|–|-)\s(?=[A-Z\"“'‘0-9])")
"""A town in small letters, as `Khartoum, Sudan – The army`."""
TOWN = 20_000
"""People from which a name that stands alone before a dash is a town's: headlines open with any word."""
WITHIN = 160
"""Characters after such a dash in which no other may stand: `Orvane – Syria's largest town – fell`."""
_STRONG = tuple(re.compile(form) for form in (*_FORMS[:2], rf"(?<=[.!?] ){_FORMS[2]}"))
_ANCHORED = tuple(re.compile(form) for form in _FORMS)
_RUN_IN = re.compile(r"(?P<place>[A-Z]{5,}(?: [A-Z]{4,}){0,2}) (?=[A-Z][a-z]+ [\w\"“'-]+)")
_REGION_TAIL = re.compile(rf"{_REGION}(?!\w)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found: all its characters, the place's, and what else it states."""

    span: Span
    place: Span
    stated: dt.date | None
    agency: str | None


@lru_cache(maxsize=1)
def _agency() -> re.Pattern[str]:
    return re.compile(agencies())


def dateline_at(text: str, start: int, end: int, *, near: dt.date | None = None) -> Dateline | None:
    """The dateline that stands exactly at `start`, or None."""
    for form in _ANCHORED:
        found = form.match(text, start, end)
        if found is None or _is_compound(found, text):
            continue
        if _is_place(found["place"]) and not _only_shouted(found, text):
            return _made(found, text, near)
    mixed = _MIXED.match(text, start, end)
    if mixed is not None and _is_town(mixed, text, end):
        return _made(mixed, text, near)
    alone = _ALONE.match(text, start, end)
    if alone is not None and open_gazetteer().knows(alone["place"]):
        return _made(alone, text, near)
    return None


def run_in_dateline(text: str, start: int, end: int) -> Dateline | None:
    """A bare capitalised place before a sentence (`BEIRUT Thirteen men ...`) at `start`, or None."""
    found = _RUN_IN.match(text, start, end)
    if found is None or not _is_place(found["place"]):
        return None
    return Dateline(Span(found.start(), found.end("place")), Span(*found.span("place")), None, None)


def dateline_within(text: str, start: int, end: int, *, near: dt.date | None = None) -> Dateline | None:
    """The first dateline with a date or an agency anywhere in `text[start:end]`, or None."""
    made = [
        _made(found, text, near)
        for form in _STRONG
        for found in form.finditer(text, start, end)
        if _is_place(found["place"]) and _stands_free(text, start, found)
    ]
    return min(made, key=lambda d: d.span, default=None)


def _stands_free(text: str, start: int, found: re.Match[str]) -> bool:
    """Mixed-case words before a date are a dateline only after a line's or sentence's end."""
    part = found.groupdict()
    before = text[start : found.start()].rstrip(" ")
    if not before or (before[-1] in '.!?\n"”]' and not is_caps(text)):
        return True
    by = part.get("by")
    if is_caps(text):
        # Among capitals any acronym in brackets looks like an agency behind a place.
        return bool(part.get("when"))
    return found["place"].isupper() and bool(part.get("when") or (by and _agency().search(by)))


def _is_compound(found: re.Match[str], text: str) -> bool:
    """True for the `US-` of `US-Led Forces Strike`: two or three letters joined to a word are part of it."""
    joined = text[found.end() - 1] == "-" and text[found.end() : found.end() + 1].isalpha()
    return joined and found.end() - found.start() <= len("USA-")


def _is_town(found: re.Match[str], text: str, end: int) -> bool:
    """True of a place before a dash that a country or an agency follows, or that is a town and no country."""
    if f" {found['dash']} " in text[found.end() : min(end, found.end() + WITHIN)]:
        return False
    place = found["place"]
    known = open_gazetteer().lookup(place, tiers=(1, 2))
    by = found["by"]
    if not known or fold(place) in country_terms() or not _is_place(place):
        return False
    region = _REGION_TAIL.match(text, found.end("place"))
    told = region is not None and region.group().strip(" ,()") != ""
    return (
        told
        or (by is not None and _agency().search(by) is not None)
        or any(c.place.population >= TOWN for c in known)
    )


def _only_shouted(found: re.Match[str], text: str) -> bool:
    """True of words that capitals alone make a place: `BROTHERS: ...`, `THIRTY-SIX ...` among capitals."""
    part = found.groupdict()
    stated = part.get("when") or part.get("by")
    return not stated and is_caps(text) and not open_gazetteer().knows(found["place"])


def _is_place(words: str) -> bool:
    return (
        not names_body(words)
        and _agency().fullmatch(words) is None
        and words
        not in (
            "TEXT",
            "EXCERPT",
            "BREAKING",
            "UPDATE",
            "URGENT",
        )
    )


def _made(found: re.Match[str], text: str, near: dt.date | None) -> Dateline:
    part = found.groupdict()
    by = part.get("by")
    region = _REGION_TAIL.match(text, found.end("place"))
    place_end = found.end("place")
    if region is not None and not re.search(rf"^,? ?\(?(?:{_PART_DATE}|{agencies()})", region.group()):
        place_end = region.end()
    by_is_time = by is None or re.search(r"\d\s?[:.]?\d*\s?[APap]\.?[Mm]|GMT", by) is not None
    return Dateline(
        Span(found.start(), found.end()),
        Span(found.start("place"), min(place_end, found.end())),
        date_at(part["when"], near=near) if part.get("when") else None,
        None if by_is_time else by,
    )
