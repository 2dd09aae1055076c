"""The words of the calendar as regular expressions, from the times lexicon."""

from __future__ import annotations

import re

from dateline.lexicon.calendar import WEEKDAYS, table
from dateline.mentions.numbers import atoms
from dateline.mentions.numbers_words import alternatives, words

_FULL_MONTHS = [name for name in table("month") if len(name) > 4 or name in ("may", "june", "july")]
_SHORT_MONTHS = [name for name in table("month") if name not in _FULL_MONTHS]
MONTH = rf"(?:(?:{alternatives(_FULL_MONTHS)})(?![a-z])|(?:{alternatives(_SHORT_MONTHS)})(?![a-z])\.?)"
WEEKDAY = rf"(?:{alternatives(WEEKDAYS)})"
WEEKDAY_SHORT = rf"(?:{alternatives(table('weekday'))})(?![a-z])\.?"
UNIT = rf"(?:{alternatives(table('unit'))}|centuries)"
PART = rf"(?:{alternatives(table('part_of_day'))})"
SEASON = rf"(?:{alternatives(table('season'))})"
HOLIDAY = rf"(?:{alternatives(table('holiday'))})"
YEAR = r"(?:19|20)\d\d(?!\d)"
# Numbers below 1900 mostly count: an older year is known by what stands around it.
OLD_YEAR = (
    r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bsince\s)|(?<=\buntil\s))1[5-8]\d\d"
    r"(?=[.,;:)](?!\d)|\Z|\s+(?:and|when|to|until|by|as|after|with|against)\b)"
)
CENTURY = rf"(?:{alternatives(table('century'))})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
SMALL = rf"(?:{alternatives(words().small)})"
COUNT = (
    rf"(?:\d+(?:[.,]\d+)?(?:\s+1/2)?|{SMALL}(?:[\s-]{SMALL})?(?:\s+hundred|\s+thousand|\s+dozen)?|an?\s+(?:dozen|hundred)|"
    r"an?\s+couple\s+of|an?\s+few|several|many|some|few|couple\s+of|an(?:other|\s+additional)|an?|half\s+an?)"
)
EARLINESS = (
    r"(?:early(?:\s+in)?|late(?:\s+in)?|mid|the\s+(?:beginning|start|end|middle)\s+of|"
    r"(?:beginning|start|end|middle)\s+of)"
)


def month_of(word: str) -> int:
    """1 for `Jan.`."""
    return int(table("month")[word.rstrip(".")])


def weekday_of(word: str) -> int:
    """1 for Monday, 7 for Sunday."""
    return int(table("weekday")[word.rstrip(".")])


def part_of(word: str | None) -> str | None:
    """`NI` for `night`, None of nothing."""
    return str(table("part_of_day")[word]) if word else None


def unit_of(word: str) -> str:
    """`D` for `days`, `TH` for `hour`, `10Y` for `decades`."""
    values = table("unit")
    return str(values.get(word) or values[word.rstrip("s")])


def number_of(phrase: str) -> float | None:
    """2.0 for `two` or `a couple of`, None for `several`, `a few`, `some`, `many`."""
    phrase = " ".join(phrase.split())
    if phrase in ("a", "an", "one", "another", "an additional"):
        return 1
    if phrase in ("a couple of", "couple of"):
        return 2
    if phrase.startswith("half"):
        return 0.5
    found = atoms(phrase)
    if not found or found[0].high != found[0].low:
        return None
    return found[0].low + (0.5 if "1/2" in phrase else 0)


def pattern(text: str) -> re.Pattern[str]:
    """A grammar rule over folded text, written over several lines."""
    return re.compile(text, re.VERBOSE)
