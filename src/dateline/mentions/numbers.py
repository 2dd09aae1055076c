"""Numbers said in a text: digits, words, both mixed, vague words, ranges and bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dateline.mentions.numbers_words import alternatives, words
from dateline.mentions.record import Bound


class Number(NamedTuple):
    """`between 30 and 40`: its characters and what it says. `core` are the number words alone."""

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    rule: str
    core: tuple[int, int]
    digits: bool
    """True if the number is written in figures."""
    inner: int | None = None
    """Where the first number of a range ends, if its unit stands there (`from 5 km to 7`)."""


# A stray blank before a group of noughts (`20, 000`) is a slip of the pen, and blanks alone part groups that
# end in noughts (`300 000`); other groups may be a list.
_BLANK = r"[ \u00a0\u202f]"
FIGURES = (
    r"\d{1,3}(?:,\d{3}|, 000\b)+(?:\.\d+)?(?![,\d]*\d)"
    rf"|\d{{1,3}}(?:{_BLANK}\d{{3}})*{_BLANK}000\b(?![ ,.]?\d)"
    r"|\d+(?:\.\d+)?(?!\d)|\.\d+"
)
_PARTING = str.maketrans("", "", ", \u00a0\u202f")


@lru_cache(maxsize=1)
def _atoms() -> re.Pattern[str]:
    """One number phrase: figures or words with what multiplies them, or a vague word."""
    lexicon = words()
    small, times = alternatives(lexicon.small), alternatives(lexicon.times)
    word = rf"(?:{small}|{times})\b"
    joined = rf"(?:(?:\s+and\s+|\s*-\s*|\s+)(?:{small}|{times})\b)*"
    plural = alternatives(lexicon.plural)
    vague = alternatives(lexicon.vague)
    share = alternatives(lexicon.parts)
    # Currency codes stand glued to their number (`RM40`); any other letter makes a designation (`M16`),
    # as does one with a number after it: `2 M-60 guns` are two.
    codes = "|".join(rf"(?<=\b{code})" for code in ("ps", "rm", "usd", "us", "eur", "gbp", "nis"))
    codes += r"|(?<=\$a)"
    return re.compile(
        # Each of these begins with a word or a figure: within a word none is tried.
        r"(?:\b|(?=[.\d]))(?:"
        rf"(?P<share>(?<!first\s)(?<!second\s)(?<!other\s)\b(?:(?P<count>an?|{small})[\s-]+)?(?P<parts>{share})(?=\s+of\b(?!\s+an?\s+(?:{times})\b)))"
        rf"|(?P<plural>\b(?:(?P<lead>{vague})\s+)?(?P<big>{plural})\b(?:\s+of\s+(?P<of>{plural})\b)?)"
        rf"|(?P<part>\b(?:half|(?:a\s+|one\s+)?quarter|three[\s-]quarters)(?:\s+an?|-an?|\s+of\s+an?)?[\s-]+(?P<cut>{times})\b)"
        rf"|(?P<vague>\b(?:{vague})(?![\w-])(?:\s+(?P<scaled>{times})\b)?)"
        rf"|(?P<words>(?:\b(?:an?\s+(?=(?:{times})\b))?{word}){joined})"
        rf"|(?P<figures>(?=\.?\d)(?:(?<![\w.,/:])|{codes})(?:{FIGURES})(?:\s*(?P<scale>(?:{times})\b|(?:[mbk]|bn)\b(?!-\d)))?"
        rf"(?P<more>(?:\s+(?:and\s+)?(?:{times})\b)*)))"
    )


class Atom(NamedTuple):
    """One number phrase without bounds or range."""

    start: int
    end: int
    low: float
    high: float | None
    rule: str
    digits: bool


_LETTER_SCALES = {"m": 1_000_000, "b": 1_000_000_000, "k": 1000, "bn": 1_000_000_000}


def atoms(folded: str) -> list[Atom]:
    """Number phrases of a folded text, in order and without overlap, bounds and ranges left out."""
    found: list[Atom] = []
    for m in _atoms().finditer(folded):
        if m["figures"]:
            found.append(_from_figures(m))
        elif m["share"]:
            found.extend(_from_share(m))
        elif m["words"]:
            found.extend(_from_words(m.group(), m.start()))
        elif m["plural"]:
            found.append(_from_plural(m))
        elif m["part"]:
            share = 0.75 if "three" in m.group() else 0.25 if "quarter" in m.group() else 0.5
            value = words().times[m["cut"]] * share
            found.append(Atom(*m.span(), value, value, "number.multiplier", False))
        else:
            found.append(_from_vague(m))
    return found


def _from_figures(m: re.Match[str]) -> Atom:
    plain = re.match(FIGURES, m.group())
    assert plain is not None  # the group begins with figures
    value = float(plain.group().translate(_PARTING))
    rule = "number.digits"
    for scale in re.findall(r"[a-z]+", m.group()[plain.end() :]):
        if scale != "and":
            # Products are rounded: 2.3 million is 2300000, not 2299999.9999999995.
            value = round(value * (words().times.get(scale) or _LETTER_SCALES[scale]), 6)
            rule = "number.digits+number.multiplier"
    return Atom(*m.span(), value, value, rule, True)


def _from_share(m: re.Match[str]) -> Iterator[Atom]:
    """`two thirds of`; of a bare word only `half of` is one (`the third of May` is not)."""
    count, parts = m["count"], m["parts"]
    if count is not None or parts == "half":
        value = words().small.get(count or "one", 1) / words().parts[parts]
        yield Atom(*m.span(), value, value, "number.fraction", False)


def _from_plural(m: re.Match[str]) -> Atom:
    low, high = words().plural[m["big"]]
    rule = "magnitude.plural"
    if m["of"]:
        inner = words().plural[m["of"]][0]
        # `tens of thousands` starts at ten thousand: the lead word counts whole thousands.
        outer = {12: 10}.get(low, low)
        low, high = outer * inner, outer * 10 * inner - 1
    if m["lead"]:
        entry = words().vague[" ".join(m["lead"].split())]
        low, rule = low * (entry["low"] if entry.get("times") else 1), f"{rule}+{entry.id}"
    return Atom(*m.span(), low, high, rule, False)


def _from_vague(m: re.Match[str]) -> Atom:
    scaled = m["scaled"]
    phrase = m.group()[: -len(scaled)] if scaled else m.group()
    entry = words().vague[" ".join(phrase.split())]
    low, high = entry["low"], entry["high"]
    if scaled and entry.get("times"):
        factor = words().times[scaled]
        # `several dozen` is 36..99, `several hundred` 300..999: up to the next magnitude.
        ceiling = 99 if factor == words().times["dozen"] else factor * 10 - 1
        high = low * factor if high == low else ceiling
        low *= factor
    return Atom(*m.span(), low, high, entry.id, False)


def _from_words(phrase: str, offset: int) -> list[Atom]:
    tokens = [(t.group(), t.start(), t.end()) for t in re.finditer(r"[a-z]+", phrase)]
    found: list[Atom] = []
    at = 0
    while at < len(tokens):
        value, after = _evaluate([t[0] for t in tokens], at)
        if after == at:
            at += 1
            continue
        span = (offset + tokens[at][1], offset + tokens[after - 1][2])
        rule = (
            "number.multiplier" if any(t[0] in words().times for t in tokens[at:after]) else "number.cardinal"
        )
        found.append(Atom(*span, value, value, rule, False))
        at = after
    return found


def _evaluate(tokens: list[str], at: int) -> tuple[float, int]:
    """Value of the longest number that starts at token `at`, and the token after it."""
    lexicon = words()
    start = at
    if tokens[at] in ("a", "an"):
        at += 1
    total, part, ceiling, end = 0.0, None, float("inf"), start
    while at < len(tokens):
        word = tokens[at]
        joined = word == "and"
        if joined:
            if at + 1 >= len(tokens) or not ((part and part % 100 == 0) or (part is None and total)):
                break
            at += 1
            word = tokens[at]
        if word in lexicon.small:
            grown = _add_small(part, lexicon.small[word])
            if grown is None or (joined and lexicon.small[word] == 0):
                break
            part = grown
        elif word == "hundred" and not joined and (part or 1) < 100:
            part = (part or 1) * 100
        elif word in lexicon.times and not joined and word != "hundred" and lexicon.times[word] < ceiling:
            ceiling = lexicon.times[word]
            total, part = total + (1 if part is None else part) * ceiling, None
        else:
            break
        at += 1
        end = at
    return total + (part or 0), end


def _add_small(part: int | None, value: int) -> int | None:
    """`part` grown by a word below one hundred, or None when English does not join them."""
    if part is None:
        return value
    if part >= 100 and part % 100 == 0:
        return part + value
    if 20 <= part % 100 <= 90 and part % 10 == 0 and 0 < value < 10:
        return part + value
    return None
