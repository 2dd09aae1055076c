"""A claim in a few words for people: table cells and one-line summaries, safe to print."""

from __future__ import annotations

from dateline.claims.record import Claim, Party, Place
from dateline.export.flat import amount, located, measured
from dateline.export.neutral import printable

__all__ = ["how_many", "measured", "parties", "summary", "when", "where", "who_says"]

_ROLES = {"at": "", "near": "near ", "in_part_of": "part of ", "between": "between ", "along": "along "}

_UNITS = {"area": "km²", "distance": "km"}


def parties(found: tuple[Party, ...]) -> str:
    """`Armed forces of Syria, Islamic State`; the words as written where nobody was recognised."""
    return printable(", ".join(party.name or party.text for party in found))


def where(claim: Claim) -> str:
    """`near Maskana`; a question mark after a place that no gazetteer entry stands behind."""
    place = located(claim)
    return "" if place is None else printable(_place(place))


def _place(place: Place) -> str:
    known = place.name or place.text
    return _ROLES.get(place.role, "") + known + ("" if place.gazetteer else " ?")


def when(claim: Claim) -> str:
    """`2017-06-08..2017-06-09`, the words when no day is known, `reported <day>` when only that is."""
    time = claim.time
    if time is None:
        return ""
    if time.start is None:
        return printable(time.text or "")
    days = str(time.start) if time.start == time.end else f"{time.start}..{time.end or ''}"
    return f"reported {days}" if time.precision == "unknown" else days


def how_many(claim: Claim) -> str:
    """`83 settlements, 3000+ killed`."""
    told = [
        " ".join((amount(figure), figure.measure, figure.unit or _UNITS.get(figure.measure, ""))).rstrip()
        for figure in claim.quantities
    ]
    return printable(", ".join(told))


def who_says(claim: Claim) -> str:
    """The chain of sources, the nearest last; empty for the outlet's own words."""
    return printable(" < ".join(source.text for source in reversed(claim.attribution)))


def summary(claim: Claim) -> str:
    """One line: `capture (occurred): the army > ISIL; at Aleppo; 83 settlements; says Surovikin`."""
    deed = f"{claim.action} ({claim.status})"
    sides = " > ".join((parties(claim.agents) or "…", parties(claim.targets) or "…"))
    source = who_says(claim)
    rest = (where(claim), when(claim), how_many(claim), source and f"says {source}")
    return "; ".join((f"{deed}: {sides}", *(part for part in rest if part)))
