"""A claim in a few words for people: table cells and one-line summaries, safe to print."""

from __future__ import annotations

from dateline.claims.days import told_days
from dateline.claims.record import Claim, Figure, Party, Place
from dateline.export.flat import amount, located, measured
from dateline.export.neutral import printable
from dateline.link.sides import body_name

__all__ = ["body", "how_many", "measured", "parties", "reviewed", "summary", "when", "where", "who_says"]

_ROLES = {"at": "", "near": "near ", "in_part_of": "part of ", "between": "between ", "along": "along "}

_UNITS = {"area": "km²", "distance": "km"}


def parties(found: tuple[Party, ...]) -> str:
    """`Armed forces of Syria, Islamic State`; the words as written where nobody was recognised."""
    return printable(", ".join(dict.fromkeys(party.name or party.text for party in found)))


def body(actor: str) -> str:
    """The name of a body for people: `Islamic State` of its id; words that are no id stay as they are."""
    return body_name(actor) or actor


def where(claim: Claim) -> str:
    """`near Maskana`; a question mark after a place that no gazetteer entry stands behind."""
    place = located(claim)
    return "" if place is None else printable(_place(place))


def _place(place: Place) -> str:
    known = place.name or place.text
    return _ROLES.get(place.role, "") + known + ("" if place.gazetteer else " ?")


def when(claim: Claim) -> str:
    """`2017-06-08..2017-06-09`, `2017-06` of a whole month, `2017` of a whole year.

    The words when no day is known, `reported <day>` when only that is.
    """
    time = claim.time
    if time is None:
        return ""
    if time.start is None:
        return printable(time.text or "")
    days = told_days(time.start, time.end)
    return f"reported {days}" if time.precision == "unknown" else days


def how_many(claim: Claim) -> str:
    """`83 settlements, 3000+ killed, of these 40 wounded`; what is no measure of ours in its own words."""
    return printable(", ".join(_figure(figure) for figure in claim.quantities))


def _figure(figure: Figure) -> str:
    if figure.measure == "other" and figure.text:
        return " ".join(figure.text.split())
    unit = figure.unit or _UNITS.get(figure.measure, "")
    told = " ".join((amount(figure), figure.measure.replace("_", " "), unit)).rstrip()
    return told if figure.part_of is None else f"of these {told}"


def who_says(claim: Claim) -> str:
    """The chain of sources, the nearest last; empty for the outlet's own words."""
    return printable(" < ".join(source.text for source in reversed(claim.attribution)))


def reviewed(claim: Claim) -> str:
    """`corrected by ada`; that the coder has the words otherwise since is said after it."""
    review = claim.review
    if review is None:
        return ""
    return printable(f"{review.verdict} by {review.who}{SINCE[review.since]}")


SINCE = {
    "same": "",
    "otherwise": " (coded otherwise since)",
    "moved": " (coded at other words since)",
    "gone": " (no longer coded)",
}
"""What is said of a review beside who made it, by `Review.since`."""


def summary(claim: Claim) -> str:
    """One line: `capture (occurred): the army > ISIL; at Aleppo; 83 settlements; says Surovikin`."""
    deed = f"{claim.action} ({claim.status})"
    sides = " > ".join((parties(claim.agents) or "…", parties(claim.targets) or "…"))
    source = who_says(claim)
    rest = (where(claim), when(claim), how_many(claim), source and f"says {source}", reviewed(claim))
    return "; ".join((f"{deed}: {sides}", *(part for part in rest if part)))
