"""Numbers that say no amount: dates, clock times, ordinals, designations, pronouns."""

from __future__ import annotations

import re

from dateline.mentions.numbers import Atom

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_BEFORE = re.compile(
    rf"(?:\b{_MONTH}\s*(?:the\s+)?$)"
    rf"|(?:\b{_MONTH}\s*\d{{1,2}},?\s*$)"
    r"|(?:\b(?:no|nos|number|resolution|article|chapter|highway|route|flight|channel|unit|phase|section|page|room|hill|"
    r"paragraph|camp|grade|law|decree|order|regiment|bureau|protocol|ward|building|apartment|platform|"
    r"group of|top|fortune|class|type|model|version|level|rule|case|cell|ak|rpg|volume|vol|part|line|"
    r"brigade|division|battalion|zone|sector|base|point|station|checkpoint|block|district|gate|pier|annex)"
    r"\.?\s*#?\s*$)"
    r"|(?:#\s?$)|(?:[a-z]\d*[-–]?$)|(?:\d[:/.]$)|(?:[a-z]/$)|(?:\+$)"
)
_AGE = re.compile(r"(?:\b(?:aged?|ages|aged between \d+ and|under the age of|over the age of|age of|children under)\s+$)")
_AFTER = re.compile(
    rf"(?:st|nd|rd|th)\b|:\d|/\d|s\b(?!\s*\$)|['’]s\b|\s*(?:a\.\s?m\b|p\.\s?m\b|am\b|pm\b|gmt|utc|hrs\b|o'clock|local time|"
    rf"hours\s+gmt|hours\s*\(|a\.m|p\.m)|(?:\s+|-|/)(?:of\s+)?{_MONTH}(?!\s+(?:have|be)\b)(?:\s*\d|,|\s|\.|\)|/|-|$)|-?[a-z]\d|-\d+-\d"
)
_YEAR_WORDS = re.compile(r"\b(?:in|since|of|by|until|till|from|before|after|during|early|late|mid|year|and|to|the|for|between|spring|summer|autumn|winter|fall|election|[a-z]+,)[\s-]+$")
_ONE_BEFORE = re.compile(r"\b(?:no|the|this|that|every|any|each|another|which|some|such|right|wrong|new|only|first|last|than)\s+(?:other\s+)?$")
_ONE_AFTER = re.compile(r"\s+(?:another|day\b|side\b|hand\b|way\b|time\b|thing\b|point\b|by one|would|should|must|can\b|could)|'s\b|self|-time|-way|-off|-sided|-on-one|-third|-fourth|-half|-quarter")
_CLOCK = re.compile(r"\s*(?:\(\s*\d{4}\s*gmt|gmt|hours\b|hrs\b)")
_MINUS_DATE = re.compile(r"\d-\d+-$|/$")


def says_no_amount(folded: str, text: str, atom: Atom) -> bool:
    """True if the number phrase at `atom` counts and measures nothing."""
    before = folded[max(0, atom.start - 24) : atom.start]
    if _BEFORE.search(before) and not _is_money(before):
        return not _is_may(before, text, atom)
    if _AGE.search(before):
        return True
    if atom.digits:
        return _is_calendar(folded, before, atom)
    phrase = folded[atom.start : atom.end]
    if phrase == "one":
        return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(folded, atom.end))
    if phrase == "both":
        return folded.startswith(" sides", atom.end) or " and " in folded[atom.end : atom.end + 40]
    if phrase in ("tens", "scores"):
        return not re.match(r"\s+(?:of|more|others|were|are|have|in|killed|dead|wounded|injured)\b", folded[atom.end :]) and (
            phrase == "tens" or not re.search(r"(?:kill|injur|wound|leav|leaving|displac)\w*\s+$", before)
        )
    if phrase in ("various", "multiple", "a series of", "a string of", "a wave of", "many", "numerous"):
        return bool(re.search(r"\b(?:as|how|so|too|not)\s+$", before))
    return bool(re.match(r"(?:nineteen|twenty)(?:[\s-]+)$", before[-10:])) or _is_word_year(folded, atom)


def _is_money(before: str) -> bool:
    return before.rstrip().endswith(("us$", "a$", "c$", "hk$", "rm", "usd", "eur", "ps", "y", "=")) and not before.rstrip(
    ).endswith(("may", "july", "january", "february", "by"))


def _is_may(before: str, text: str, atom: Atom) -> bool:
    """`may 20 men`: the verb. Months are written with a capital."""
    m = re.search(r"\bmay\s+$", before)
    if m is None:
        return False
    return text[max(0, atom.start - 24) + m.start()].islower()


def _is_calendar(folded: str, before: str, atom: Atom) -> bool:
    after = _AFTER.match(folded, atom.end)
    if after is not None and not (after.group() == "s"):
        return True
    if after is not None:
        return True
    plain = folded[atom.start : atom.end]
    if re.fullmatch(r"(?:19|20)\d\d", plain):
        return bool(_YEAR_WORDS.search(before)) or not re.match(r"\s+(?:[a-z]+\s+){0,2}?[a-z]+s\b", folded[atom.end :])
    if re.fullmatch(r"[01]\d[0-5]\d|2[0-3][0-5]\d", plain):
        return bool(_CLOCK.match(folded, atom.end) or re.search(r"\bat\s+(?:about\s+|around\s+)?$", before))
    return bool(_MINUS_DATE.search(before)) or plain.startswith("0") and len(plain) > 1 and "." not in plain


def _is_word_year(folded: str, atom: Atom) -> bool:
    return re.match(r"nineteen[\s-]+(?:hundred|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)", folded[atom.start :]) is not None
