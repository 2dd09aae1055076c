"""How each source's claims fared against the other side's: counts with intervals, never a verdict."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from dateline.claims.record import Claim
from dateline.link.figures import counts
from dateline.link.record import Incident, Rate, Report, SourceProfile
from dateline.link.sides import outlet_side, rivals, side_of, speaker_side

Z = 1.96
"""Normal quantile of a 95 % interval."""
HAPPENED = ("occurred", "ongoing")
TOLLS = ("killed", "wounded", "killed_or_wounded")
FEWEST = 3
"""An interval of the inflation needs at least this many tolls, of two incidents or more."""


@dataclass(slots=True)
class _Tally:
    side: str | None = None
    claims: int = 0
    sided: int = 0
    """Claims that come from a known side, and so can have an opposing one."""
    contradicted: int = 0
    corroborated: int = 0
    ratios: dict[tuple[str, str, float], float] = field(default_factory=dict)
    """Of each toll (incident, measure, number) how it stands to the best: said again it is the same toll."""


def profiles(
    incidents: Iterable[Incident], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[SourceProfile, ...]:
    """A profile of every outlet and every resolved speaker, by kind and name."""
    tallies: defaultdict[tuple[Literal["outlet", "speaker"], str], _Tally] = defaultdict(_Tally)
    for incident in incidents:
        known = [claims[c] for c in incident.claims if c in claims]
        scene = _scene(incident, known, claims, reports)
        for claim in known:
            for key, side in _keys(claim, reports):
                tallies[key].side = side
                _count(tallies[key], claim, scene)
    return tuple(_profile(kind, name, tally) for (kind, name), tally in sorted(tallies.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """An incident as its claims are judged by."""

    incident: str
    sides: Mapping[str, str | None]
    """Of each claim the side it comes from."""
    told: Set[tuple[str, str]]
    """(action, side) pairs: which side says that which act happened."""
    disputed: Set[str]
    best: Mapping[str, float | None]


def _scene(
    incident: Incident, known: Sequence[Claim], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> _Scene:
    sides = {c.id: side_of(c, reports.get(c.document)) for c in known}
    return _Scene(
        incident=incident.id,
        sides=sides,
        told={(c.action, side) for c in known if c.status in HAPPENED and (side := sides[c.id])},
        disputed=_disputed(incident, claims, reports),
        best={f.measure: f.best for f in incident.figures},
    )


def _keys(
    claim: Claim, reports: Mapping[str, Report]
) -> Iterable[tuple[tuple[Literal["outlet", "speaker"], str], str | None]]:
    report = reports.get(claim.document)
    if report is not None and report.outlet:
        yield ("outlet", report.outlet), outlet_side(report.outlet)
    if claim.attribution and claim.attribution[-1].actor:
        source = claim.attribution[-1]
        assert source.actor
        yield ("speaker", source.actor), speaker_side(source)


def _disputed(
    incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> frozenset[str]:
    """Claims that a rival side's claim contradicts; an update is no contradiction."""
    found: set[str] = set()
    for c in incident.contradictions:
        a, b = claims.get(c.a), claims.get(c.b)
        sides = [side_of(x, reports.get(x.document)) if x else None for x in (a, b)]
        if not c.update and sides[0] and sides[1] and rivals(sides[0], sides[1]):
            found |= {c.a, c.b}
    return frozenset(found)


def _count(tally: _Tally, claim: Claim, scene: _Scene) -> None:
    """Counts one claim; a rival side corroborates it that tells the same act of the same incident."""
    own = scene.sides[claim.id]
    tally.claims += 1
    tally.sided += own is not None
    if claim.id in scene.disputed:
        tally.contradicted += 1
    elif (
        own and claim.status in HAPPENED and any(a == claim.action and rivals(s, own) for a, s in scene.told)
    ):
        tally.corroborated += 1
    if len(scene.sides) < 2:
        return
    for count in counts((claim,), {}):
        level = scene.best.get(count.measure)
        if count.measure in TOLLS and level and count.value:
            tally.ratios[scene.incident, count.measure, count.value] = count.value / level


def _profile(kind: Literal["outlet", "speaker"], name: str, tally: _Tally) -> SourceProfile:
    mean, low, high = _inflation(tally.ratios)
    return SourceProfile(
        source=name,
        kind=kind,
        side=tally.side,
        claims=tally.claims,
        contradicted=rate(tally.contradicted, tally.sided),
        corroborated=rate(tally.corroborated, tally.sided),
        inflation=mean,
        inflation_low=low,
        inflation_high=high,
        tolls=len(tally.ratios),
    )


def rate(count: int, of: int) -> Rate:
    """A share with its Wilson interval; the interval of nothing is unknown.

    >>> rate(1, 2).low, rate(1, 2).high
    (0.0945, 0.9055)
    """
    if not of:
        return Rate(count=count, of=of, low=None, high=None)
    share, square = count / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return Rate(count=count, of=of, low=round(max(middle - half, 0), 4), high=round(min(middle + half, 1), 4))


def _inflation(
    ratios: Mapping[tuple[str, str, float], float],
) -> tuple[float | None, float | None, float | None]:
    """Geometric mean of the ratios and its 95 % interval.

    The interval needs `FEWEST` tolls that differ somewhere, and not all of one incident: tolls that say the
    same, or of the same, tell nothing of how the next may fare.
    """
    if not ratios:
        return None, None, None
    logs = [math.log(r) for r in ratios.values()]
    mean = sum(logs) / len(logs)
    incidents = {incident for incident, _, _ in ratios}
    if len(logs) < FEWEST or len(incidents) < 2 or len(set(ratios.values())) < 2:
        return round(math.exp(mean), 4), None, None
    spread = math.sqrt(sum((x - mean) ** 2 for x in logs) / (len(logs) - 1)) / math.sqrt(len(logs))
    low, high = (round(math.exp(mean + sign * Z * spread), 4) for sign in (-1, 1))
    return round(math.exp(mean), 4), low, high
