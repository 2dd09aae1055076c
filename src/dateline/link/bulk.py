"""Linking many claims at once."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dateline.claims.record import Claim
from dateline.link.block import candidates
from dateline.link.cluster import cluster
from dateline.link.columns import Columns, encode
from dateline.link.compare import scores
from dateline.link.crowd import Caution, Crowds
from dateline.link.incident import assemble
from dateline.link.record import Incident, Judgement, Report, Settings

DEFAULT = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What humans decided, as rows: pairs of one incident, pairs of two, rows that nothing may join."""

    must: tuple[tuple[int, int], ...] = ()
    never: tuple[tuple[int, int], ...] = ()
    locked: tuple[int, ...] = ()


def link(
    claims: Iterable[Claim],
    reports: Iterable[Report],
    *,
    settings: Settings = DEFAULT,
    judgements: Sequence[Judgement] = (),
) -> tuple[Incident, ...]:
    """The incidents that the claims tell of, by first day and id; every claim is in exactly one."""
    known = {report.id: report for report in reports}
    listed = ordered(claims, known)
    labels = label(encode(listed, known), settings=settings, constraints=constraints_of(judgements, listed))
    parts: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim, k in zip(listed, labels.tolist(), strict=True):
        parts[k].append(claim)
    return assemble(parts.values(), known, settings=settings, judgements=judgements)


FEW, MOST = 100, 10_000
"""Reports up to which nothing, and from which no more, is taken off: link groups have ten or fewer."""


def caution(settings: Settings, columns: Columns, crowds: Crowds | None = None) -> Caution:
    """Log-odds taken from pairs of two reports: 1 for each tenfold of `FEW` reports unless the settings say.

    The weights are fitted on reports chosen because they tell of one thing. In a ledger of many reports a
    candidate pair is far more often of two things (benchmarks/linking/synthetic.py shows by how much), and
    most where many tell of one place in the same days. `crowds` are those of the ledger that `columns` are
    placed in, else their own.
    """
    if settings.caution is not None:
        return Caution(settings.caution, np.zeros(len(columns), np.float32))
    among = crowds or Crowds.of(columns)
    return Caution(math.log10(min(max(among.reports, FEW), MOST) / FEW), among.around(columns))


def ordered(claims: Iterable[Claim], reports: Mapping[str, Report]) -> list[Claim]:
    """Claims by report (earliest published first), then as in the text: the input's order says nothing."""
    return sorted(claims, key=lambda c: (*when(reports.get(c.document)), c.document, c.span))


def when(report: Report | None) -> tuple[bool, str]:
    """Sorts reports by publication date, undated last."""
    day = report.published if report else None
    return (day is None, day.isoformat() if day else "")


def label(
    columns: Columns,
    *,
    settings: Settings = DEFAULT,
    constraints: Constraints | None = None,
) -> NDArray[np.int64]:
    """For each row the smallest row of its incident."""
    held = constraints or Constraints()
    less = caution(settings, columns)
    a, b = candidates(columns)
    if held.locked:
        free = ~(np.isin(a, held.locked) | np.isin(b, held.locked))
        a, b = a[free], b[free]
    return cluster(
        len(columns),
        a,
        b,
        scores(columns, a, b, caution=less),
        lambda i, j: scores(columns, i, j, caution=less),
        threshold=settings.threshold,
        pins=(held.must, held.never),
    )


def constraints_of(judgements: Sequence[Judgement], claims: Sequence[Claim]) -> Constraints:
    """What the judgements say of these claims, as rows. Later judgements win over earlier ones."""
    if not judgements:
        return Constraints()
    at = {claim.id: k for k, claim in enumerate(claims)}
    said: dict[tuple[int, int], bool] = {}
    locked: list[int] = []
    for judgement in judgements:
        rows = [at[c] for c in judgement.claims if c in at]
        if judgement.kind == "split":
            others = [at[c] for c in judgement.apart if c in at]
            said.update({(min(x, y), max(x, y)): False for x in rows for y in others})
            continue
        said.update({(min(x, y), max(x, y)): True for x, y in combinations(rows, 2)})
        if judgement.kind == "lock":
            locked.extend(rows)
    return Constraints(
        must=tuple(p for p, same in said.items() if same),
        never=tuple(p for p, same in said.items() if not same),
        locked=tuple(sorted(set(locked))),
    )
