"""The grammar of dates that name their month or year, and what reads each form."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.mentions.times_absolute_days import day_of, day_of_month, iso, slashes
from dateline.mentions.times_absolute_months import month, month_part, month_year
from dateline.mentions.times_absolute_spans import (
    century,
    decade,
    half,
    holiday,
    one_year,
    quarter,
    season,
    word_year,
)
from dateline.mentions.times_calendar import Reading
from dateline.mentions.times_scene import Scene
from dateline.mentions.times_words import (
    CENTURY,
    DAY,
    EARLINESS,
    HOLIDAY,
    MONTH,
    OLD_YEAR,
    PART,
    SEASON,
    SMALL,
    WEEKDAY_SHORT,
    YEAR,
    pattern,
)

Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str], Scene], Reading | None]]


_WD = rf"(?:{WEEKDAY_SHORT},?\s+(?:{PART}\s+(?:of\s+)?)?)?"
_CUT = rf"(?:(?P<edge>{EARLINESS})[\s-]+)?"
_UP_TO = rf"(?:\s*(?:,\s*{DAY}\s*)*,?\s*\b(?:and|or|to|until|through)\s+|\s*[-–—]\s*)(?:the\s+)?"
_FROM_DAY = rf"(?:(?P<first>{DAY}){_UP_TO})?"
# What follows a number that is a day or a year: `May 3 and 4`, `3 April 90`, but not `May 3 and 4 houses`.
_NO_NOUN = (
    r"(?=\s*(?:[.,;:()\[\]/\n]|\Z|[—–-]\s|--)|\s(?:in|at|on|near|when|as|that|which|while|after|before|to|for|of|from|by|and|"
    r"with|against|across|inside|around|during|between)\b|,?\s+(?:19|20)\d\d\b)"
)
_TO_DAY = rf"(?:{_UP_TO}(?P<last>{DAY}){_NO_NOUN})?"

RULES: tuple[Rule, ...] = (
    ("date.iso", pattern(rf"(?<![\d-])(?P<year>{YEAR})-(?P<mm>[01]\d)-(?P<dd>[0-3]\d)(?![\d-])"), iso),
    (
        "date.day_month",
        pattern(
            rf"(?<![\w/.-])(?P<lead>(?:last|next|this)\s+)?{_WD}(?:the\s+)?{_FROM_DAY}(?P<day>{DAY})(?:\s*-\s*|\s+)(?:of\s+)?(?P<month>{MONTH})"
            rf"(?:[\s,-]*(?P<year>{YEAR}|'\d\d|(?<=\s)\d\d(?!\d|:|\s*[a-z(]?\w*:){_NO_NOUN})|(?!\w))"
        ),
        day_of,
    ),
    (
        "date.month_day",
        pattern(
            rf"(?<![\w/-])(?<!\b\d\s)(?<!\b[0-3]\d\s)(?P<lead>(?:last|next|this)\s+)?{_WD}(?P<month>{MONTH})\s*-?(?:the\s+)?"
            rf"(?P<day>3[01](?:st)?|[12]\d(?:st|nd|rd|th)?|0?[1-9](?:st|nd|rd|th)?){_TO_DAY}(?:(?:\s*,\s*|\s+|)(?P<year>{YEAR})|(?!\d|,\d|\.\d|%))"
        ),
        day_of,
    ),
    (
        "date.day",
        pattern(
            rf"\b(?:on|of|from|since|until|till|by)\s+the\s+(?P<nth>{DAY})(?<=[a-z])(?=\s*(?:[,.;:)]|\Z|\s(?:and|when|at|in\s+the|near|after|by|with)\b))"
        ),
        day_of_month,
    ),
    (
        "date.slashes",
        pattern(
            rf"(?<![\d/.-])(?P<first>\d\d?)(?P<sign>[/.-])(?P<second>\d\d?)(?P=sign)(?P<year>{YEAR}|\d\d)(?![\d/-])"
        ),
        slashes,
    ),
    (
        "date.month_year",
        pattern(
            rf"(?<![\w])(?:{_CUT})(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|,?\s+(?:of\s+)?(?P<relative>last\s+year|this\s+year))"
        ),
        month_year,
    ),
    (
        "date.month_part",
        pattern(
            rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)\s+(?P<unit>week|half)\s+of\s+(?P<lead>last\s+)?"
            rf"(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?(?!\w)"
        ),
        month_part,
    ),
    (
        "date.month",
        pattern(
            rf"(?<![\w-])(?P<lead>(?:last|this\s+past|this|next|past|coming)\s+)?{_CUT}(?P<month>{MONTH})(?![\w]|\s*\d)"
        ),
        month,
    ),
    (
        "date.year",
        pattern(rf"(?<![\w,/-]){_CUT}(?:the\s+year\s+)?(?P<year>{YEAR}|{OLD_YEAR})(?!\w|/|-[a-z])"),
        one_year,
    ),
    (
        "date.word_year",
        pattern(
            rf"\b(?:(?P<century>nineteen)[\s-]+(?=(?:hundred\s+(?:and\s+)?)?(?:{SMALL}))(?:hundred\s+(?:and\s+)?)?|(?:the\s+year|in|of|since|by|until)\s+two\s+thousand(?:\s+(?:and\s+)?(?={SMALL}))?)"
            rf"(?P<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{SMALL}))?|{SMALL})?\b"
        ),
        word_year,
    ),
    (
        "date.decade",
        pattern(rf"(?<!\w){_CUT}(?:the\s+)?'?(?P<decade>(?:19|20)?\d0)'?s\b"),
        decade,
    ),
    (
        "date.century",
        pattern(rf"\b(?:the\s+)?(?P<nth>\d\d?(?:st|nd|rd|th)|{CENTURY})[\s-]century\b"),
        century,
    ),
    (
        "date.quarter",
        pattern(
            rf"\b(?:(?P<lead>this|last|next)\s+year's\s+|the\s+|its\s+)?(?:(?P<year_before>{YEAR})\s+|(?P<ago>year-(?:earlier|ago))\s+)?(?:fiscal[\s-]+)?(?P<nth>first|second|third|fourth)[\s-](?:fiscal[\s-]+)?quarter\b(?:\s+of\s+(?:fiscal\s+)?(?P<year>{YEAR})|(?P<relative>\s+(?:of\s+)?(?:last\s+year|a\s+year\s+(?:ago|earlier))))?"
        ),
        quarter,
    ),
    (
        "date.half",
        pattern(rf"\b(?:the\s+)?(?P<nth>first|second|last|latter)\s+half\s+of\s+(?P<year>{YEAR})\b"),
        half,
    ),
    (
        "date.season",
        pattern(
            rf"\b(?:(?P<lead>last|next|this\s+past|this|(?:early|late|mid)(?:\s+in)?|(?:in|during|over|since|until|by)\s+the)\s+(?:the\s+)?"
            rf"|(?:the\s+)?(?=(?:early\s+|late\s+)?(?:{SEASON})\s+of\s+{YEAR}|(?!fall){SEASON}\s+{YEAR}))(?:early\s+|late\s+)?(?P<season>{SEASON})"
            rf"(?:\s+(?:of\s+)?(?P<year>{YEAR}))?(?!\w|\s+of\s+[a-z])"
        ),
        season,
    ),
    (
        "date.holiday",
        pattern(rf"\b(?P<holiday>{HOLIDAY}|thanksgiving(?:\s+day)?)(?:,?\s+(?P<year>(?:19|20)\d\d))?\b"),
        holiday,
    ),
)
