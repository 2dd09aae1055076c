"""Figures that are unlikely, each with the reason: flagged, never dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.claims.record import Claim
from dateline.link.evidence import kind_of
from dateline.link.record import FigureRange, Report
from dateline.link.sides import home_side, rivals

TOLLS = ("killed", "wounded", "killed_or_wounded")
SPREAD = 3.0
"""A highest figure this many times the best is called out of line."""


def doubted(
    figures: Sequence[FigureRange], claims: Sequence[Claim], reports: Mapping[str, Report]
) -> tuple[FigureRange, ...]:
    """The figures with their doubts filled in."""
    known = {c.id: c for c in claims}
    sums = _broken_sums(claims)
    return tuple(replace(f, doubts=(*_doubts(f, known, reports), *sums.get(f.measure, ()))) for f in figures)


def _doubts(
    figure: FigureRange, known: Mapping[str, Claim], reports: Mapping[str, Report]
) -> tuple[str, ...]:
    made = []
    sides = [home_side(known[c], reports.get(known[c].document)) for c in figure.best_claims]
    if sides and all(s is not None for s in sides) and _enemy_loss(figure, known, sides):
        made.append(
            f"told only by outlets of the side that claims it ({', '.join(sorted({s for s in sides if s}))})"
        )
    if figure.best and figure.high and figure.high > SPREAD * figure.best:
        made.append(f"the highest figure is {figure.high / figure.best:.1f} times the best")
    if figure.measure in TOLLS and (apart := _apart(figure, known)):
        made.append(f"counts different victims, who are no rival figures of each other ({'; '.join(apart)})")
    return tuple(made)


def _apart(figure: FigureRange, known: Mapping[str, Claim]) -> tuple[str, ...]:
    """Whom the low, best and high figure count, where two of them count others: each side's own dead."""
    told = dict.fromkeys((*figure.low_claims, *figure.best_claims, *figure.high_claims))
    hit = [_hit(known[c]) for c in told]
    if not any(_others(a, b) for a, b in combinations(hit, 2)):
        return ()
    return tuple(sorted({", ".join(sorted(bodies)) for bodies, _ in hit if bodies}))


def _hit(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The bodies that a claim says were hit, and whether those were armed or civilians."""
    kinds = (kind_of(p) for p in claim.targets)
    return frozenset(p.actor or p.text for p in claim.targets), frozenset(k for k in kinds if k)


def _others(a: tuple[frozenset[str], frozenset[str]], b: tuple[frozenset[str], frozenset[str]]) -> bool:
    """True when both are known and are not the same; words that name nobody may be anybody of their kind."""
    if {a[1], b[1]} == {frozenset(("armed",)), frozenset(("civilians",))}:
        return True
    return bool(a[0] and b[0]) and all(":" in body for body in a[0] | b[0]) and not a[0] & b[0]


def _enemy_loss(figure: FigureRange, known: Mapping[str, Claim], sides: Sequence[str | None]) -> bool:
    targets = {p.actor for c in figure.best_claims for p in known[c].targets if p.actor}
    return any(s and rivals(s, t) for s in sides for t in targets)


def _broken_sums(claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """Claims whose parts (`including ...`) add up to more than their total."""
    made: dict[str, list[str]] = {}
    for claim in claims:
        for k, whole in enumerate(claim.quantities):
            parts = sum(f.low or 0 for f in claim.quantities if f.part_of == k and f.measure == whole.measure)
            if whole.high is not None and parts > whole.high:
                made.setdefault(whole.measure, []).append(
                    f"parts add up to {parts:,g}, more than their total of {whole.high:,g} ({claim.id})"
                )
    return {measure: tuple(found) for measure, found in made.items()}
