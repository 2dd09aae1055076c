"""Figures that are unlikely, each with the reason: flagged, never dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.claims.record import Claim
from dateline.link.evidence import enemies, kind_of, victims
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
        made.append(f"low, best and high do not count the same victims ({'; '.join(apart)})")
    return tuple(made)


def _apart(figure: FigureRange, known: Mapping[str, Claim]) -> tuple[str, ...]:
    """Whom the low, best and high figure count, where two of them count others: each side its enemy's."""
    told = dict.fromkeys((*figure.low_claims, *figure.best_claims, *figure.high_claims))
    claims = [known[c] for c in told if known[c].targets]
    if not any(_others(a, b) for a, b in combinations(claims, 2)):
        return ()
    return tuple(dict.fromkeys(", ".join(sorted({p.actor or p.text for p in c.targets})) for c in claims))


def _others(a: Claim, b: Claim) -> bool:
    """True when two claims say of other bodies that they were hit; nameless fighters may be anybody's."""
    kinds = [{kind_of(p) for p in claim.targets} - {None} for claim in (a, b)]
    if enemies(a, b) or ({"armed"} in kinds and {"civilians"} in kinds):
        return True
    return bool(victims(a) and victims(b)) and victims(a) != victims(b)


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
