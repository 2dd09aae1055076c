"""A place of a claim whose name the finder passed over there, and found elsewhere in the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.claims.record import Place
from dateline.lexicon.gazetteer.keys import fold
from dateline.resolve.places_record import ResolvedPlace
from dateline.resolve.places_relations import compass_words

SHORTEST = 4
"""Letters of a name that may have lost an apostrophe."""
_SMALL = frozenset("the of in part parts centre center outskirts countryside".split())


class Passed(NamedTuple):
    """The same name where it was found, the place's words `before` it, and whether it ends with it."""

    found: ResolvedPlace
    before: str
    whole: bool


def passed_over(place: Place, resolved: Sequence[ResolvedPlace]) -> Passed | None:
    """What the name in the words of a place is elsewhere in the report, one name being one place; or None.

    `Orvanes war`, `Eastern Orvane`, a headline's `Orvane school`: of 28 such places in the 233 reports of
    FA-KES that nothing was learned from (benchmarks/quality/unseen.py) all are read right so.
    """
    words = place.text.split()
    at = 0
    while at < len(words) and (words[at].lower() in _SMALL or words[at].lower() in compass_words()):
        at += 1
    named = words[at:]
    if not named or not named[0][:1].isupper():
        return None
    known = {fold(one.text): one for one in resolved if one.lat is not None}
    for count in range(len(named), 0, -1):
        found = _same(fold(" ".join(named[:count])), known)
        if found is not None:
            return Passed(found, " ".join([*words[:at], ""]), count == len(named))
    return None


def _same(name: str, known: dict[str, ResolvedPlace]) -> ResolvedPlace | None:
    """The place of that name, its possessive's apostrophe lost or not."""
    bare = name[:-1] if name.endswith("s") and len(name) > SHORTEST else name
    return known.get(name) or known.get(bare)
