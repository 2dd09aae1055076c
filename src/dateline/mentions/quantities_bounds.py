"""Bounds and ranges around number phrases: `over 30`, `between 30 and 40`, `20 or more`."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.mentions.numbers import Atom, Number
from dateline.mentions.numbers_words import alternatives, words
from dateline.mentions.quantities_units import unit_after, unit_before
from dateline.mentions.record import Bound

_CURRENCY = r"(?:(?:us|a|c|hk)?\s?[$£€¥₪₹]\s?|usd\s?|rm)?"
REACH = 48
"""Characters before a number in which its bound must stand."""


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    listed = alternatives(words().before)
    return re.compile(
        rf"(?:^|(?<![\w-]))(?P<word>{listed})(?:\s+(?:of|the|a|an|another))?[\s\"'“”`(]*{_CURRENCY}\Z"
    )


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?P<word>{alternatives(words().after)})(?!\w)|(?P<sign>\+))")


_NO_NOUN = r"(?!(?:and|or|but|with|in|on|for|at|from|is|was|were|are|to|of|by)\b)[a-z]+"
_AT_LEAST_LATE = re.compile(rf"\s+{_NO_NOUN}(?:\s{_NO_NOUN})?\s+at\s+least\b")
"""`20 civilians at least`: said behind what is counted."""
_BOUNDS_NEXT = re.compile(r"\s*(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|a|than)\b)")
"""What follows a bound of the next number: `20 at least two`, `9 and more than 40`; `20 plus 3` adds."""
_MINUS = re.compile(r"(?:\bminus[\s-]+|[$£€]-)\Z")
_BETWEEN = re.compile(rf"(?:\bbetween|\bfrom)\s+{_CURRENCY}\Z")
_FROM = re.compile(rf"\bfrom\s+(?:up\s+to\s+|about\s+|around\s+|some\s+)?{_CURRENCY}\Z")
_THENCE = re.compile(rf"(?:\s+[a-z]+){{0,2}}(?:\s+in\s+(?:19|20)\d\d)?\s+to\s+{_CURRENCY}")
WIDEST = 48
"""Characters between the two numbers of a range whose unit stands between them."""
_JOINED = re.compile(
    r"\s*(?:percent|per cent|%|km|kilomet(?:er|re)s|miles|people)?\s*(?P<by>-|–|—|to|or|and)\s*" + _CURRENCY
)


def bounded(folded: str, found: list[Atom]) -> list[Number]:
    """Numbers with their bounds and ranges, in order, from the number phrases of a folded text."""
    made: list[Number] = []
    at = 0
    while at < len(found):
        pair = _range(folded, found[at], found[at + 1]) if at + 1 < len(found) else None
        if pair is not None:
            made.append(_with_bound(folded, pair))
            at += 2
        else:
            made.append(_with_bound(folded, _single(folded, found[at])))
            at += 1
    return made


def _single(folded: str, atom: Atom) -> Number:
    if _MINUS.search(folded[max(0, atom.start - 8) : atom.start]):
        atom = atom._replace(low=-atom.low, high=-atom.low)
    vague = not atom.rule.startswith("number") or (atom.low == 12 and not atom.digits)
    vague = vague and "cardinal" not in atom.rule
    bound: Bound = "vague" if vague else "exact"
    return Number(
        atom.start, atom.end, atom.low, atom.high, bound, atom.rule, (atom.start, atom.end), atom.digits
    )


def _range(folded: str, first: Atom, second: Atom) -> Number | None:
    if first.high is None or second.high is None:
        return None
    m = _JOINED.fullmatch(folded, first.end, second.start)
    if m is None:
        return _change(folded, first, second)
    if _sign(folded, first.start) != _sign(folded, second.start) and _sign(folded, second.start):
        return None
    if (
        m["by"] == "to"
        and first.low * 3 < second.high
        and re.search(rf"\bby\s+{_CURRENCY}\Z", folded[max(0, first.start - 12) : first.start])
    ):
        return None  # a rise `by 40 to 60`
    led = _BETWEEN.search(folded, max(0, first.start - 14), first.start)
    if m["by"] == "and" and (led is None or "between" not in led.group()):
        return None
    low = _rescaled(folded, first, second)
    high = second.high
    if low >= high and not (led and "from" in led.group()):
        return None
    if m["by"] in "-–—" and not (first.digits == second.digits and low > 0):
        return None
    start = led.start() if led else first.start
    low, high = min(low, high), max(low, high)
    return Number(
        start, second.end, low, high, "range", "number.range", (first.start, second.end), first.digits
    )


def _change(folded: str, first: Atom, second: Atom) -> Number | None:
    """`from 5 km last year to 7`: a range whose unit stands with its first number."""
    led = _FROM.search(folded, max(0, first.start - 14), first.start)
    if led is None or second.start - first.end > WIDEST:
        return None
    unit = unit_before(folded, first.start, first.end) or unit_after(folded, folded, first.end)
    if unit is None or _THENCE.fullmatch(folded, max(unit.end, first.end), second.start) is None:
        return None
    low, high = sorted((first.low, second.high or second.low))
    core = (first.start, second.end)
    return Number(led.start(), second.end, low, high, "range", "number.range", core, first.digits, first.end)


def _sign(folded: str, start: int) -> str:
    """The currency sign before a number, or an empty string."""
    m = re.search(rf"{_CURRENCY}\Z", folded[max(0, start - 6) : start])
    return m.group().strip()[-1:] if m else ""


def _rescaled(folded: str, first: Atom, second: Atom) -> float:
    """The lower end, in the upper end's magnitude where that is said once (`1 to 2 thousand`)."""
    scale = re.search(
        r"(hundred|thousand|million|billion|trillion|[mb]n)s?\Z", folded[second.start : second.end]
    )
    if scale is None or first.rule not in ("number.digits", "number.cardinal"):
        return first.low
    times = words().times[scale.group(1)]
    # Of `200 to 4 million` the first is no two hundred million.
    return first.low * times if first.low * times < (second.high or 0) else first.low


def _with_bound(folded: str, number: Number) -> Number:
    start, seen, bound, rules = number.start, 0, number.bound, [number.rule]
    while seen < 2:
        m = _before().search(folded[max(0, start - REACH) : start])
        if m is None:
            break
        entry = words().before[" ".join(m["word"].split())]
        start = max(0, start - REACH) + m.start("word")
        rules.append(entry.id)
        if bound in ("exact", "vague", "range", "about"):
            bound = entry["bound"] if bound != "range" or entry["bound"] != "about" else bound
        seen += 1
    end = number.end
    m = _after().match(folded, end)
    if m is not None and _is_bound_after(folded, m):
        end = m.end()
        entry_after = words().after[" ".join(m["word"].split())] if m["word"] else None
        if bound in ("exact", "vague"):
            bound = entry_after["bound"] if entry_after else "at_least"
        rules.append(entry_after.id if entry_after else "bound.at_least_after")
    elif (late := _AT_LEAST_LATE.match(folded, end)) is not None and _is_bound_after(folded, late):
        bound = "at_least" if bound in ("exact", "vague") else bound
        rules.append("bound.at_least_after")
    return _apply(number._replace(start=start, end=end, rule="+".join(rules)), bound)


def _is_bound_after(folded: str, m: re.Match[str]) -> bool:
    if m.groupdict().get("sign"):
        return True
    return _BOUNDS_NEXT.match(folded, m.end()) is None


def _apply(number: Number, bound: Bound) -> Number:
    if bound == "at_least":
        return number._replace(bound=bound, high=None)
    if bound == "at_most":
        return number._replace(bound=bound, low=None)
    return number._replace(bound=bound)
