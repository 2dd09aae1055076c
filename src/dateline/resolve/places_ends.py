"""Places that are named as the ends of where something was: `between A and B`, `the road from A to B`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline.claims.record import PlaceRole
from dateline.lexicon.load import Entry, entries
from dateline.resolve import geometry
from dateline.resolve.geometry import Area
from dateline.resolve.places_record import ResolvedPlace

REACH = 60
"""Characters before a name that are read; a longer lead is another sentence's."""
_KINDS = r"(?:(?:the|of|cities|city|towns?|villages?|districts?|provinces?|areas?|capital)\s+){0,4}"


class Ends(NamedTuple):
    """Named places that something lies between or leads along, two or more, in text order."""

    role: PlaceRole
    members: tuple[ResolvedPlace, ...]

    @property
    def area(self) -> Area:
        """Around the middle, reaching every end."""
        areas = [
            Area(m.lat, m.lon, m.radius_km or 1.0)
            for m in self.members
            if m.lat is not None and m.lon is not None
        ]
        return geometry.between(*areas) if len(areas) == 2 else geometry.enclosing(areas)


class _Pattern(NamedTuple):
    role: PlaceRole
    lead: re.Pattern[str] | None
    join: re.Pattern[str]
    trail: re.Pattern[str] | None


def ends_in(text: str, resolved: Sequence[ResolvedPlace]) -> tuple[Ends, ...]:
    """Every such group of a text. Between two countries lies a border or a quarrel, and no point."""
    named = [r for r in sorted(resolved, key=lambda r: r.span) if r.lat is not None and r.kind != "country"]
    found = []
    for first in range(len(named)):
        # The longest reading first: a road between A and B is not merely between them.
        for pattern in _patterns():
            members = (named[first], *_joined(text, named, first, pattern))
            if len(members) > 1 and _fits(text, members, pattern):
                found.append(Ends(pattern.role, members))
                break
    return tuple(found)


def _joined(
    text: str, named: Sequence[ResolvedPlace], first: int, pattern: _Pattern
) -> Iterator[ResolvedPlace]:
    for before, after in zip(named[first:], named[first + 1 :], strict=False):
        if not pattern.join.fullmatch(_plain(text[before.span.end : after.span.start])):
            return
        yield after


def _fits(text: str, members: tuple[ResolvedPlace, ...], pattern: _Pattern) -> bool:
    begin, end = members[0].span.start, members[-1].span.end
    lead, trail = text[max(0, begin - REACH) : begin], text[end : end + REACH]
    return (pattern.lead is None or pattern.lead.search(_plain(lead)) is not None) and (
        pattern.trail is None or pattern.trail.match(_plain(trail)) is not None
    )


def _plain(text: str) -> str:
    return f" {' '.join(text.lower().split())} "


@cache
def _patterns() -> tuple[_Pattern, ...]:
    made = {entry.id: _pattern(entry) for entry in entries("place_ends") if entry.get("joins")}
    return tuple(made[name] for name in ("ends.road", "ends.named_road", "ends.triangle", "ends.between"))


def _pattern(entry: Entry) -> _Pattern:
    lead, trail = entry.get("lead"), entry.get("trail")
    return _Pattern(
        entry["role"],
        re.compile(rf"\b(?:{_listed(lead)})\s+{_KINDS}$") if lead else None,
        re.compile(rf"\s+(?:{_listed(entry['joins'])})\s+{_KINDS}"),
        re.compile(rf"\s+(?:{_listed(trail)})\b") if trail else None,
    )


def _listed(words: Sequence[str]) -> str:
    ways = "|".join(next(e["words"] for e in entries("place_ends") if e.id == "ends.ways"))
    return "|".join(
        re.escape(w).replace(r"\{way\}", f"(?:{ways})") for w in sorted(words, key=len, reverse=True)
    )
