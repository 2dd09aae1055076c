"""Independent origins: who really stands behind a claim, however many outlets carry it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.claims.record import Claim
from dateline.link.copies import copies
from dateline.link.record import Report
from dateline.link.sides import agency
from dateline.link.words import words_of

OFFICIAL = ("named_official", "unnamed_official", "armed_group")
CARRIED = ("monitor", "media", "expert")
AGENCIES = ("agency:", "org:")
"""What ids of agencies and of monitors begin with."""


def origins_of(claims: Iterable[Claim], reports: Mapping[str, Report]) -> dict[str, str]:
    """Claim id -> its origin: an agency, a monitor, a body that speaks, or an outlet with its own eyes.

    An agency's own reports and those that carry it have one origin, and so have a monitor's.
    """
    return independent(voices_of(claims, reports))


def independent(voices: Mapping[str, str]) -> dict[str, str]:
    """The origins of claims by their voices: an agency as an outlet is the agency."""
    own = tuple(f"outlet:{body}" for body in AGENCIES)
    return {
        claim: voice.removeprefix("outlet:") if voice.startswith(own) else voice
        for claim, voice in voices.items()
    }


def voices_of(claims: Iterable[Claim], reports: Mapping[str, Report]) -> dict[str, str]:
    """Claim id -> whose voice it is; `outlet:agency:x` is what an agency's own report says of itself.

    A monitor or agency that is not named (`a monitor`) is the one that the same report names, if one alone.
    Outlets whose reports are near-copies are one origin: the earliest's. What a report says in its own voice
    of something that it also quotes a source for (a headline, a summary) has that source's origin.
    """
    listed = list(claims)
    involved = {c.document for c in listed}
    original = _originals([reports[d] for d in sorted(involved) if d in reports])
    named: defaultdict[str, set[str]] = defaultdict(set)
    for claim in listed:
        carried = _carried(claim)
        if carried:
            named[claim.document].add(carried)
    found = {c.id: _origin(c, original.get(c.document, c.document[:12]), named[c.document]) for c in listed}
    quoted: dict[str, str] = {}
    for claim in listed:
        if claim.attribution:
            quoted.setdefault(claim.document, found[claim.id])
    return {c.id: found[c.id] if c.attribution else quoted.get(c.document, found[c.id]) for c in listed}


def _origin(claim: Claim, outlet: str, named: set[str]) -> str:
    if not claim.attribution:
        return f"outlet:{outlet}"
    source = claim.attribution[-1]
    carried = _carried(claim)
    if carried:
        return carried
    if source.kind in OFFICIAL and source.actor:
        return source.actor
    if source.kind in OFFICIAL:
        return "speaker:" + " ".join(words_of(source.text))
    if source.kind in CARRIED:
        alike = {n for n in named if n.startswith("org:") == (source.kind == "monitor")} or named
        return next(iter(alike)) if len(alike) == 1 else f"outlet:{outlet}"
    return f"outlet:{outlet}"


def _carried(claim: Claim) -> str | None:
    """The agency or monitor named anywhere in the claim's chain of sources."""
    for source in reversed(claim.attribution):
        found = agency(source.text)
        if found:
            return found
        if source.kind == "monitor" and source.actor and source.actor.startswith(("org:", "group:")):
            return source.actor
    return None


def _originals(reports: list[Report]) -> dict[str, str]:
    """Report id -> the outlet that stands for it: a copy's is its original's."""
    by_date = sorted(
        reports, key=lambda r: (r.published is None, r.published and r.published.isoformat(), r.name)
    )
    outlet = {r.id: agency(r.outlet or "") or (r.outlet or r.name).lower() for r in by_date}
    rank = {r.id: k for k, r in enumerate(by_date)}
    for a, b in copies((r.id, r.shingles) for r in by_date):
        first, later = sorted((a, b), key=rank.__getitem__)
        outlet[later] = outlet[first]
    return outlet
