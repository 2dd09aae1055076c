"""Units of measurement beside a number, and amounts in the one unit a measure has."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dateline.lexicon.load import Entry, entries
from dateline.mentions.numbers_words import alternatives, lower_in_place

LEXICON = "units"


_BETWEEN = r"(?:previous|more|additional|further|consecutive|straight|full|extra|whole|long|other)"


class Unit(NamedTuple):
    """A unit beside a number: its lexicon entry, its characters, and what it is divided by."""

    entry: Entry
    start: int
    end: int
    per: str | None = None

    @property
    def name(self) -> str:
        """The normal unit's name, `dollar per barrel` if it is divided."""
        plain = normal_name(self.entry)
        return f"{plain} per {self.per}" if self.per else plain


def normal_name(entry: Entry) -> str:
    """`square kilometre` of `unit.square_kilometre`."""
    return entry.id.removeprefix("unit.").replace("_", " ")


class _Table:
    def __init__(self) -> None:
        listed = entries(LEXICON)
        self.names = {lower_in_place(n): e for e in listed for n in e["names"]}
        self.symbols = {s: e for e in listed for s in e.get("symbols") or ()}
        self.prefixes = {p: e for e in listed for p in e.get("prefix") or ()}
        named = alternatives(self.names)
        self.after = re.compile(rf"(?:\s*-?\s*(?:{_BETWEEN}\s+)?|\s+of\s+)(?P<name>{named})(?![a-z0-9²])")
        self.symbol = re.compile(rf"\s?-?(?P<symbol>{alternatives(self.symbols)})(?![A-Za-z0-9/²'’])")
        capital = [symbol for symbol in self.symbols if symbol != symbol.lower()]
        self.capital = re.compile(rf"\s?-?(?P<symbol>{alternatives(capital)})(?![A-Za-z0-9/²'’])")
        # A currency said again after the amount: `$40 million US`, `$9 U.S. dollars`.
        self.again = re.compile(r"\s*(?:us|u\.s\.|usd)?\s*(?:dollars?|us\b|u\.s\.)")
        self.before = re.compile(rf"(?<![a-z0-9])(?P<prefix>{alternatives(self.prefixes)})\s?-?\Z")
        self.divided = re.compile(
            # What it is worth in another currency may stand between: `5 pounds ($7) a day`.
            rf"(?P<worth>\s*\([^()\n]{{1,24}}\))?(?:\s+per\s+(?P<any>{named}|[a-z]+)|(?:\s*/\s*|\s+an?\s+|-a-)(?P<per>{named}|share|barrel|head))\b"
            r"(?!\s+(?:ago|earlier|before|later))"
        )


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table()


def unit_after(text: str, folded: str, end: int) -> Unit | None:
    """The unit that starts at character `end` of a text, or None."""
    table = _table()
    m = table.capital.match(text, end)
    if m is not None:
        return _divided(Unit(table.symbols[m["symbol"]], m.start("symbol"), m.end("symbol")), folded)
    m = table.after.match(folded, end)
    if m is not None:
        return _divided(
            Unit(table.names[" ".join(m["name"].split())], m.start("name"), m.end("name")), folded
        )
    m = table.symbol.match(text, end)
    if m is None:
        return None
    return _divided(Unit(table.symbols[m["symbol"]], m.start("symbol"), m.end("symbol")), folded)


def unit_before(folded: str, start: int, end: int) -> Unit | None:
    """The currency sign before a number at `[start, end)`; its `end` takes in `US` or `dollars` after it."""
    m = _table().before.search(folded, max(0, start - 8), start)
    if m is None:
        return None
    again = _table().again.match(folded, end)
    unit = Unit(_table().prefixes[m["prefix"]], m.start("prefix"), again.end() if again else end)
    return _divided(unit, folded)


def _divided(unit: Unit, folded: str) -> Unit:
    m = _table().divided.match(folded, unit.end)
    if m is None:
        return unit
    per = m["any"] or m["per"]
    entry = _table().names.get(per)
    return unit._replace(end=unit.end if m["worth"] else m.end(), per=normal_name(entry) if entry else per)


def rate_after(folded: str, end: int) -> Unit | None:
    """`per day` after a counted noun that ends at character `end`, as a unit that is divided only."""
    m = _table().divided.match(folded, end)
    entry = _table().names.get(m["any"] or m["per"]) if m is not None and not m["worth"] else None
    if m is None or entry is None:
        return None
    return Unit(entry, end, m.end(), normal_name(entry))


def converted(value: float | None, entry: Entry) -> float | None:
    """`value` of a unit in the unit of its measure (km2, km), to the digits a report would give."""
    factor = entry.get("factor")
    if value is None or factor is None:
        return value
    if factor == 1:
        return value
    amount = value * float(factor)
    return float(round(amount)) if amount >= 100 else round(amount, 1 if amount >= 10 else 3)
