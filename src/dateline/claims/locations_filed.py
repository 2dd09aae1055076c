"""Whether a report was filed from a country that it does not tell of."""

from __future__ import annotations

import re

from dateline.document import Document
from dateline.lexicon.gazetteer import countries_in, open_gazetteer

OFTEN = 3
"""Mentions of one country from which a report tells of it (gold: the dateline of none of 113 such claims)."""
_TOWN = re.compile(r"[,(/]")


def filed_abroad(document: Document) -> bool:
    """True if the rest of the report never names the dateline's country, and another one often.

    `MOSCOW (Orv) - Orvanian jets ...`: nothing told there was in Moscow only because no place is named.
    """
    line = document.dateline
    if line is None:
        return False
    words = document.quote(line)
    named = countries_in(words)
    told = countries_in(document.text) - named
    if not told or max(told.values()) < OFTEN:
        return False
    towns = open_gazetteer().lookup(_TOWN.split(words)[0].strip(), tiers=(1,))
    largest = max(towns, key=lambda c: c.place.population, default=None)
    countries = set(named) or ({largest.place.iso2} if largest else set())
    return bool(countries) and not countries & set(told)
