"""What linking made of a page's claims, as JSON for its script: incidents, holders of places, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.claims.record import Claim
from dateline.link.codec import contradiction_json, control_json, incident_json, profile_json
from dateline.link.control_doubts import place_key
from dateline.link.record import ControlLine, Incident, Report, SourceProfile
from dateline.link.sides import body_name, side_of
from dateline.link.standing import agreed, outlets_of, stand

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a page shows of a ledger that was linked."""

    claims: Mapping[str, Claim]
    """Those of the page, by id; an incident may hold others, of reports that were coded anew since."""
    reports: Mapping[str, Report]
    incidents: Sequence[Incident]
    control: Sequence[ControlLine]
    profiles: Sequence[SourceProfile]
    news: int = 0
    """Reports that the linking does not know yet."""


def linked_json(linked: Linked) -> Json:
    """The records as their own files have them, with what the page says beyond those.

    `sides` has the side that each claim comes from, `bodies` the names of all ids.
    """
    sides = {
        c.id: side for c in linked.claims.values() if (side := side_of(c, linked.reports.get(c.document)))
    }
    return {
        "incidents": [_incident(incident, linked) for incident in linked.incidents],
        "control": list(_control(linked.control)),
        "sources": [profile_json(profile) for profile in linked.profiles],
        "sides": sides,
        "bodies": _bodies([*sides.values(), *_named(linked)]),
        "news": linked.news,
    }


def _incident(incident: Incident, linked: Linked) -> Json:
    known = [linked.claims[c] for c in incident.claims if c in linked.claims]
    return {
        **incident_json(incident),
        "contradictions": [{**contradiction_json(c), "update": c.update} for c in incident.contradictions],
        "outlets": len(outlets_of(known, linked.reports)),
        "stand": stand(incident),
        "agreed": [list(part) for part in agreed(known)],
        "related": list(incident.related),
        "locked": incident.locked,
    }


def _control(lines: Iterable[ControlLine]) -> Iterator[Json]:
    """The lines, each with its place's number under `at`: one place may be spelled in several ways."""
    numbers: dict[tuple[str | None, str], int] = {}
    for line in lines:
        reported = line.reported.isoformat() if line.reported else None
        at = numbers.setdefault(place_key(line), len(numbers))
        yield {**control_json(line), "reported": reported, "doubt": line.doubt, "at": at}


def _named(linked: Linked) -> Iterator[str]:
    """All that may be the id of a body."""
    for incident in linked.incidents:
        yield from (*incident.origins, *incident.sides)
    for line in linked.control:
        yield from (line.holder, *filter(None, (line.side,)))
    for profile in linked.profiles:
        yield from (profile.source, *filter(None, (profile.side,)))


def _bodies(ids: Iterable[str]) -> dict[str, str]:
    return {id: name for id in sorted(set(ids)) if (name := body_name(id)) is not None}
