"""What looks like a body and is ground: a part of a country, where somebody acts and which never acts."""

from __future__ import annotations

import re
from functools import cache

from dateline.annotate import Parse
from dateline.claims.parties_scores import Offered
from dateline.lexicon.load import entries
from dateline.lexicon.registry_states import countries

ADJECTIVE = "ern"
"""End of a compass word that says which part: North Korea is a country, northern Korea is ground."""


def is_part_of_land(parse: Parse, one: Offered) -> bool:
    """True of `northern Orvane`, not of Northern Ireland: none of 34 such is a party in coded reports."""
    said = parse.document.quote(parse.span_of(one.first, one.last))
    found = _part().fullmatch(" ".join(said.lower().split()))
    return found is not None and found["land"] in _lands() and found["part"] not in _lands()


@cache
def _part() -> re.Pattern[str]:
    points = [w for e in entries("place_relations") if e.get("bearing") is not None for w in e["words"]]
    listed = "|".join(re.escape(word) for word in points if word.endswith(ADJECTIVE))
    return re.compile(rf"(?:the )?(?P<part>(?:{listed}|central) (?P<land>.+))")


@cache
def _lands() -> frozenset[str]:
    return frozenset(name.lower() for listed in countries().values() for name in listed["names"])
