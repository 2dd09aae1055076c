"""What looks like a body and is ground: where something was, and parts of countries, which never act."""

from __future__ import annotations

import re
from functools import cache

from dateline.annotate import Parse
from dateline.claims.parties_scores import Offered
from dateline.lexicon.load import entries
from dateline.lexicon.registry_states import land_names

ADJECTIVE = "ern"
"""End of a compass word that says which part: North Korea is a country, northern Korea is ground."""
WITHIN = ("in", "inside", "within", "near", "across", "throughout")
"""Words before what is only where something was."""


def is_ground(parse: Parse, one: Offered) -> bool:
    """True of `Orvane` in `killed ten in Orvane`, and of `northern Orvane`, not of Northern Ireland."""
    return _is_where(parse, one) or (one.last - one.first > 1 and _is_part(parse, one))


def _is_where(parse: Parse, one: Offered) -> bool:
    """True of a country or capital that something was in (coded reports: no party in 25)."""
    name = parse.tokens[one.last - 1]
    inside = one.first > 0 and parse.lowers[one.first - 1] in WITHIN
    return inside and name.dep_ == "pobj" and _said(parse, one) in land_names()


def _is_part(parse: Parse, one: Offered) -> bool:
    """True of a part of a country: none of 34 such is a party in coded reports."""
    found = _part_of_land().fullmatch(_said(parse, one))
    return found is not None and found["land"] in land_names() and found["part"] not in land_names()


def _said(parse: Parse, one: Offered) -> str:
    return " ".join(parse.document.quote(parse.span_of(one.first, one.last)).lower().split())


@cache
def _part_of_land() -> re.Pattern[str]:
    points = [w for e in entries("place_relations") if e.get("bearing") is not None for w in e["words"]]
    listed = "|".join(re.escape(word) for word in points if word.endswith(ADJECTIVE))
    return re.compile(rf"(?:the )?(?P<part>(?:{listed}|central) (?P<land>.+))")
