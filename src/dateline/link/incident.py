"""Incidents made of groups of claims."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.claims.days import told_days
from dateline.claims.record import LOCATING_ROLES, Claim, Place
from dateline.link.contradict import contradictions_between, contradictions_in
from dateline.link.doubts import doubted
from dateline.link.evidence import Evidence
from dateline.link.figures import figures_of
from dateline.link.grade import grade
from dateline.link.origins import independent, voices_of
from dateline.link.record import Contradiction, Incident, Judgement, Report, Settings
from dateline.link.related import with_related
from dateline.link.sides import side_of
from dateline.link.words import family, knowledge, place_name, words_of


def assemble(
    groups: Iterable[Sequence[Claim]],
    reports: Mapping[str, Report],
    *,
    settings: Settings,
    judgements: Sequence[Judgement] = (),
) -> tuple[Incident, ...]:
    """One incident for each group, by first day and id. Claims of a group stand by report, earliest first."""
    listed = list(groups)
    every = [c for claims in listed for c in claims]
    there = {c.id for c in every}
    # A lock holds of what is left when a claim of it is rejected, or a newer coder does not find it.
    locked = {frozenset(there.intersection(j.claims)) for j in judgements if j.kind == "lock"}
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in every:
        told[claim.document].append(claim)
    made = [incident(claims, reports, settings=settings, locked=locked, told=told) for claims in listed]
    made = list(_with_apart(made, every, reports))
    made = list(with_related(made, {c.id: c for c in every}))
    return tuple(sorted(made, key=lambda i: (i.start or dt.date.max, i.id)))


def _with_apart(
    incidents: Sequence[Incident], claims: Sequence[Claim], reports: Mapping[str, Report]
) -> Iterator[Incident]:
    """The incidents with the contradictions to claims of others."""
    at = {c: i.id for i in incidents for c in i.claims}
    found: defaultdict[str | None, list[Contradiction]] = defaultdict(list)
    for c in contradictions_between(Evidence(claims=claims, reports=reports, origins={}), at):
        found[c.incident].append(c)
    for i in incidents:
        known = {c.id for c in i.contradictions}
        more = tuple(c for c in found.get(i.id, ()) if c.id not in known)
        yield replace(i, contradictions=(*i.contradictions, *more)) if more else i


def incident(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    *,
    settings: Settings,
    locked: Iterable[frozenset[str]] = (),
    told: Mapping[str, Sequence[Claim]] | None = None,
) -> Incident:
    """The incident that `claims` make up; `told` has all claims of each report, others' too."""
    voices = voices_of(claims, reports)
    origins = independent(voices)
    # Two that an agency quotes may contradict each other, and two of its reports.
    evidence = Evidence(claims=claims, reports=reports, origins=voices, beside=told or {})
    own = id_of(claims)
    contradictions = contradictions_in(evidence, incident=own)
    graded, reasons = grade(claims, contradictions, origins, reports)
    figures = figures_of(claims, origins, rule=settings.figures)
    where, spot = places_of(claims)
    start, end = _days(claims)
    ids = tuple(c.id for c in claims)
    return Incident(
        id=own,
        name=_name(claims, where, told_days(start, end) if start else None),
        claims=ids,
        action_group=group_of(claims),
        start=start,
        end=end,
        place=(where.name or where.text) if where else None,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        precision=_precision(where, spot),
        sources=_sources(claims, reports),
        origins=tuple(sorted(set(origins.values()))),
        sides=tuple(sorted({s for c in claims if (s := side_of(c, reports.get(c.document)))})),
        figures=doubted(figures, claims, reports),
        grade=graded,
        reasons=reasons,
        contradictions=contradictions,
        locked=frozenset(ids) in set(locked),
    )


def id_of(claims: Sequence[Claim]) -> str:
    """The incident's id: that of its first claim, so that later reports leave it alone."""
    return "i_" + hashlib.sha256(claims[0].id.encode()).hexdigest()[:16]


def group_of(claims: Sequence[Claim]) -> str:
    """The group that most of an incident's acts are of: `fight`, `ground`, ..."""
    return Counter(family(c.action) for c in claims).most_common(1)[0][0]


def _name(claims: Sequence[Claim], where: Place | None, days: str | None) -> str:
    """`airstrike, kill at Atareb, 2016-07-29`: the acts before the harms, by how often they are told."""
    acts = knowledge()["acts"]
    told = Counter(c.action for c in claims)
    first = sorted(told, key=lambda a: (a not in acts, -told[a], a))[:2]
    parts = [", ".join(first)]
    if where is not None:
        parts.append(f"at {where.name or where.text}")
    return " ".join(parts) + (f", {days}" if days else "")


def _precision(where: Place | None, spot: Place | None) -> int | None:
    """ACLED's geo_precision; a point lent by another place is near the named one at best."""
    if spot is None or spot.precision is None:
        return None
    return spot.precision if spot is where else max(2, spot.precision)


def places_of(claims: Sequence[Claim]) -> tuple[Place | None, Place | None]:
    """The place most claims name of those that locate an event, points first, and the place that lends the
    point: where no source holds the quarter, the town that the claims name beside it; a country lends none.
    """
    found = [p for c in claims for p in _narrowest([p for p in c.places if p.role in LOCATING_ROLES])]
    if not found:
        return None, None
    told = Counter(place_name(p.text).key for p in found)

    def rank(place: Place) -> tuple[object, ...]:
        name = place_name(place.text)
        return (
            name.broad,
            place.role != "at",
            -told[name.key],
            place.lat is None,
            -(place.score or 0),
            place.text,
        )

    where = min(found, key=rank)
    if where.lat is not None:
        return where, where
    named = place_name(where.text).key
    beside = [c for c in claims if any(place_name(p.text).key == named for p in c.places)]
    own = (_lender(group, rank) for group in (beside, claims))
    return where, next((place for place in own if place is not None), None)


def _lender(claims: Iterable[Claim], rank: Callable[[Place], tuple[object, ...]]) -> Place | None:
    """The place of these claims that best says where another is."""
    locating = [p for c in claims for p in _narrowest([p for p in c.places if p.role in LOCATING_ROLES])]
    return min((p for p in locating if p.lat is not None and p.admin1 is not None), key=rank, default=None)


def _narrowest(places: Sequence[Place]) -> list[Place]:
    """The places of one claim without the areas that hold another of them: not the province of the town."""
    return [
        p
        for p in places
        if p.precision is None
        or not any(
            q.precision is not None
            and q.precision < p.precision
            and q.country == p.country
            and p.admin1 in (None, q.admin1)
            for q in places
        )
    ]


def _days(claims: Sequence[Claim]) -> tuple[dt.date | None, dt.date | None]:
    """The days most claims that name days agree on; a report's own date is never put in their place."""
    named = [
        (c.time.start, c.time.end) for c in claims if c.time and c.time.start and c.time.precision == "day"
    ]
    if named:
        told = Counter(named)
        start, end = min(told, key=lambda pair: (-told[pair], pair[0]))
        return start, end
    wide = [
        (c.time.start, c.time.end)
        for c in claims
        if c.time and c.time.start and c.time.precision != "unknown"
    ]
    if not wide:
        return None, None
    return min(wide, key=lambda pair: ((pair[1] or pair[0]) - pair[0], pair[0]))


def _sources(claims: Iterable[Claim], reports: Mapping[str, Report]) -> tuple[str, ...]:
    """Who says it, each once: the nearest speaker of each claim, else the outlet that speaks itself."""
    voices: dict[str, str] = {}
    for claim in claims:
        if claim.attribution:
            source = claim.attribution[-1]
            voices.setdefault(source.actor or " ".join(words_of(source.text)), source.text)
        elif (report := reports.get(claim.document)) is not None:
            name = report.outlet or report.name
            voices.setdefault(" ".join(words_of(name)), name)
    return tuple(sorted(voices.values()))
