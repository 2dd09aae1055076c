"""Whether two counts of one thing can be one count said twice."""

from __future__ import annotations

from dateline.link.figures import Count, limits


def differ(a: Count, b: Count) -> bool:
    """True when two totals of one measure cannot be one count said twice."""
    if {a.bound, b.bound} & {"vague", "range"}:
        return _above(a.low, b.high) or _above(b.low, a.high)
    if "at_most" in (a.bound, b.bound):
        limit, other = (a, b) if a.bound == "at_most" else (b, a)
        return _limit_differs(limit.high or limit.low, other)
    return _above(max(a.value, b.value), min(a.value, b.value))


def _above(more: float, most: float | None) -> bool:
    """True when `more` is plainly above `most`: not by rounding."""
    if most is None:
        return False
    if more <= limits()["small"]:
        return more - most >= 1
    return (more - most) / more > float(limits()["tolerance"])


def _limit_differs(limit: float, other: Count) -> bool:
    """True when a count is above an upper limit, or so far below it that the limit is another estimate."""
    if other.bound == "at_most":
        return _above(max(limit, other.value), min(limit, other.value))
    above = other.low > limit or (other.low >= limit and other.bound == "at_least")
    return above or other.value < float(limits()["at_most"]) * limit
