"""How the voices of an incident stand to each other: who agrees, how many outlets, of which sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from dateline.claims.record import HAPPENED, Claim
from dateline.link.record import Incident, Report
from dateline.link.sides import rivals


def agreed(claims: Iterable[Claim]) -> tuple[tuple[str, str, int], ...]:
    """Acts, agents and targets that several reports name, and how many: `("agent", "Islamic State", 3)`."""
    told: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        if claim.status in HAPPENED:
            for part in (("act", claim.action), *_parties(claim)):
                told.setdefault(part, set()).add(claim.document)
    return tuple((kind, name, len(found)) for (kind, name), found in told.items() if len(found) > 1)


def _parties(claim: Claim) -> Iterator[tuple[str, str]]:
    for kind, parties in (("agent", claim.agents), ("target", claim.targets)):
        yield from ((kind, p.name or p.actor) for p in parties if p.actor)


def outlets_of(claims: Iterable[Claim], reports: Mapping[str, Report]) -> frozenset[str]:
    """The outlets that carry the claims; a report without one counts by its name."""
    carried = (reports[document] for document in {claim.document for claim in claims})
    return frozenset(report.outlet or report.name for report in carried)


def stand(incident: Incident) -> str:
    """Whether its voices are known to oppose each other, in words before the names of their sides."""
    if not incident.sides:
        return "of no known side"
    opposed = any(rivals(a, b) for a, b in combinations(incident.sides, 2))
    return "of opposing sides" if opposed else "none known but of one side"
