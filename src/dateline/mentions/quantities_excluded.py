"""Numbers that say no amount: dates, clock times, ordinals, designations, pronouns."""

from __future__ import annotations

import re

from dateline.lexicon import mapping
from dateline.lexicon.calendar import table
from dateline.mentions.numbers import Atom
from dateline.mentions.numbers_words import alternatives, words
from dateline.mentions.quantities_nouns import entry_of, is_singular

REACH = 24
"""Characters before a number that are looked at."""

_MONTH = rf"(?:{alternatives(table('month'))})\b\.?"
# `\Z`, never `$`: a line may end between a word and its number.
_LABELS = alternatives(mapping("number_labels")["labels"])
_NAMED = re.compile(rf"\b(?:{_LABELS})\.?\s*#?\s*\Z|#\s?\Z")
_GLUED = re.compile(r"(?:(?<!\bminus)(?:[a-z]|[a-z]\d+)[-–]?|\d[:/.]|[a-z]/)(?<!\bminus-)\Z")
_MEASURED = re.compile(r"\.\d|\s?(?:%|percent\b|per\s+cent\b)")
_SCORE = re.compile(r"(?<![\d,.-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?!\d|[,.]\d|-|\s?%)")
_ADDRESS = re.compile(
    r"(?:[-–]\d+)?(?:\s+[A-Z][\w'’.-]*){1,4}?\s+"
    r"(?:Road|Rd|Street|St|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Way|Square|Court|Highway|Terrace)\b"
)
_MONEY = re.compile(r"(?:[$£€¥]-?|\$a|\b(?:usd?|rm|eur|ps|gbp|nis|rs|y=))\s?\Z")
_YEARS = rf"(?:\d+|{alternatives(words().small)})"
_AGE = re.compile(
    r"\b(?:aged?|ages|under the age of|over the age of|age of)\s+"
    rf"(?:between\s+|from\s+)?(?:{_YEARS}(?:,\s*{_YEARS})*,?\s*(?:and|or|to|-)\s*)?\Z"
)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s*(?:(?:the\s+)?|\d{{1,2}},?\s*)\Z")
_DATE_AFTER = re.compile(
    rf"(?:\s+|-|/)(?:of\s+)?{_MONTH}(?!\s+(?:have|be|not)\b)(?:\s*\d|[\s,.)/;:-]|\Z)|/\d|-\d+-\d|['’]?s\b(?!\s*\$)"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|-?(?![kc]?m[23]\b)[a-z]\d")
_CLOCK_AFTER = re.compile(
    r":\d|\s*(?:a\.\s?m\b|p\.\s?m\b|am\b|pm\b|gmt\b|utc\b|o'clock|"
    r"local time|hours\s+(?:gmt|local)|hours\s*\(\d)"
)
_MILITARY_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d\Z")
_MILITARY_CUE = re.compile(r"\s*(?:\(\s*\d{4}\s*gmt|gmt|hours\b|hrs\b)")
_BRAND_BEFORE = re.compile(r"(?:\b[a-z]+[A-Z]\w*|\w&\w+)\s+\Z")
_ONE_NAMED = re.compile(r"\b(?:[A-Z]{2,}|Formula|Force|Channel|Company)\s+\Z")
_AT = re.compile(r"\bat\s+(?:about\s+|around\s+)?\Z")
_DAY_BEFORE = re.compile(r"\b(?:since|on|until|till|from|by|before|after)\s+\Z")
_DAY_AFTER = re.compile(rf"\s+{_MONTH}")
_CENTURIES_BEFORE = re.compile(r"\b(?:in|since|until|between|before|after|and)\s+\Z")
_IN = re.compile(r"\b(?:in|since|until)\s+\Z")
_FOLLOWING = re.compile(r"(?:\s+[a-z-]+){1,3}")
_WORD_YEAR = re.compile(r"nineteen[\s-]+(?:hundred|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)")
_AFTER_NINETEEN = re.compile(r"\bnineteen[\s-]+\Z")
_ONE_BEFORE = re.compile(
    r"\b(?:(?:no|the|every|any|each|another|which|some|same|such|right|wrong|new|only|first|last|than)\s+(?:other\s+)?"
    r"|(?:this|that)\s+)\Z"
)
_TOLD_THAT = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|add|report|confirm|announc|claim|stat|told|tell|declar|indicat|not|believ|"
    r"acknowledg|admit|conced|insist|warn|reveal|learn|suggest|estimat|conclud|stress|disclos|assert|alleg|hear|show)\w*"
    r"(?:\s+\w+){0,3}\s+that\s+\Z"
)
"""`reported that one man`: the word leads to what is told."""
_ONE_AFTER = re.compile(
    r"\s+(?:another|day|side|time|thing|point|by one|would|should|must|can|could)\b|'s\b|self|"
    r"-(?:time|way|off|sided|on-one|third|fourth|half|quarter)"
)
_SHAPED = re.compile(rf"-(?:{alternatives(mapping('number_labels')['shapes'])})\b")
_PLURAL_CUE = re.compile(r"\s+(?:of|more|others|were|are|have|in|killed|dead|wounded|injured)\b")
_TOLL_VERB = re.compile(r"(?:kill|injur|wound|leav|displac|arrest)\w*\s+\Z")
_CAPITAL = re.compile(r"\s([A-Z][a-z]+)\b")
_DEGREE = re.compile(r"\b(?:as|how|so|too|not)\s+\Z")


def says_no_amount(folded: str, text: str, atom: Atom) -> bool:
    """True if the number phrase at `atom` counts and measures nothing."""
    before = folded[max(0, atom.start - REACH) : atom.start]
    if _AGE.search(before) or (atom.digits and _is_label(folded, text, before, atom)):
        return True
    if _MONEY.search(before):
        return False
    if _GLUED.search(before):
        return True
    if _is_named(text, before, atom) or _SHAPED.match(folded, atom.end):
        return True
    if atom.digits:
        return _is_date(folded, text, before, atom) or _is_clock(folded, before, atom)
    if _AFTER_NINETEEN.search(before) or _WORD_YEAR.match(folded, atom.start):
        return True
    return _is_no_count(folded, before, atom)


def _is_label(folded: str, text: str, before: str, atom: Atom) -> bool:
    """`sector 4`, `16 Harbour Road`, the score `2-2`: numbers that name; `sector 4.5 percent` measures."""
    if _NAMED.search(before):
        return "." not in folded[atom.start : atom.end] and _MEASURED.match(folded, atom.end) is None
    if _ADDRESS.match(text, atom.end):
        return True
    found = _SCORE.finditer(folded, max(0, atom.start - 4), atom.end + 4)
    return any(m.start() <= atom.start < m.end() and int(m["one"]) >= int(m["two"]) for m in found)


def _is_date(folded: str, text: str, before: str, atom: Atom) -> bool:
    if _ORDINAL.match(folded, atom.end) or _DATE_AFTER.match(folded, atom.end):
        return True
    if _DAY_BEFORE.search(before) and _DAY_AFTER.match(folded, atom.end):
        return True
    month = _DATE_BEFORE.search(before)
    if month is not None:
        # `may 20 men`: the verb. Months are written with a capital.
        return not text[atom.start - len(before) + month.start()].islower()
    plain = folded[atom.start : atom.end]
    if re.fullmatch(r"(?:19|20|21)\d\d", plain):
        return _IN.search(before) is not None or not _counts_known(folded, atom.end)
    if re.fullmatch(r"1[0-8]\d\d", plain) and _CENTURIES_BEFORE.search(before):
        return not _counts_known(folded, atom.end)
    return (
        before.endswith("/")
        or re.search(r"\d-\d+-\Z", before) is not None
        or re.match(r"0\d", plain) is not None
    )


def _counts_known(folded: str, end: int) -> bool:
    """True if one of the next three words is a counted noun in the plural: else 2016 is a year."""
    m = _FOLLOWING.match(folded, end)
    return m is not None and any(entry_of([w]) and not is_singular(w) for w in m.group().split())


def _is_named(text: str, before: str, atom: Atom) -> bool:
    """`Channel One`, `S&P 500`, `iPhone 11 Pro`, `444 Brigade`: a number that is part of a name."""
    written = text[atom.start - len(before) : atom.start]
    if atom.digits:
        return _BRAND_BEFORE.search(written) is not None or _is_unit(text, atom)
    if text.isupper() or not text[atom.start].isupper():
        return False
    return _ONE_NAMED.search(written) is not None


def _is_unit(text: str, atom: Atom) -> bool:
    """True for the number of a unit, before its noun in the singular: `444 Brigade`, not `444 brigades`."""
    m = _CAPITAL.match(text, atom.end)
    if m is None or text.isupper():
        return False
    entry = entry_of([m[1].lower()])
    return entry is not None and entry["measure"] == "forces" and is_singular(m[1].lower())


def _is_clock(folded: str, before: str, atom: Atom) -> bool:
    if _CLOCK_AFTER.match(folded, atom.end):
        return True
    if _MILITARY_CLOCK.match(folded[atom.start : atom.end]) is None:
        return False
    return bool(_MILITARY_CUE.match(folded, atom.end) or _AT.search(before))


def _is_no_count(folded: str, before: str, atom: Atom) -> bool:
    """Number words that count nothing here: `one another`, `as many as`, `he scores`."""
    phrase = folded[atom.start : atom.end]
    if phrase == "one":
        if _ONE_AFTER.match(folded, atom.end):
            return True
        named = _ONE_BEFORE.search(before) is not None and _TOLD_THAT.search(before) is None
        return named and not folded.startswith(" of", atom.end)
    if phrase == "both":
        return folded.startswith(" sides", atom.end) or " and " in folded[atom.end : atom.end + 40]
    if phrase in ("tens", "scores"):
        cued = _PLURAL_CUE.match(folded, atom.end) is not None
        return not cued and (phrase == "tens" or _TOLL_VERB.search(before) is None)
    needed = words().vague[phrase].get("before") if phrase in words().vague else None
    if needed:
        return re.match(rf"(?:\s+[a-z]+){{0,2}}?\s+(?:{alternatives(needed)})\b", folded[atom.end :]) is None
    return atom.rule in ("vague.many", "vague.multiple", "vague.few") and _DEGREE.search(before) is not None
