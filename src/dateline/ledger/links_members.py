"""Why each claim is in its incident: the claim it is most like, and what the likeness is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.claims.record import Claim
from dateline.ledger.links_record import Member
from dateline.link.bulk import ordered
from dateline.link.columns import Columns, encode
from dateline.link.compare import scores, weights
from dateline.link.features import measure
from dateline.link.pairs import pairs
from dateline.link.record import Incident, Report

COMPARED = 16
"""Claims of an incident that each is compared with, spread evenly over it."""
AT_ONCE = 50_000
"""Pairs compared at once: about 60 MB of features."""

Rows = NDArray[np.int64]


def members_of(
    incidents: Sequence[Incident], claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Iterator[tuple[str, int, Member]]:
    """(incident, place in it, member) of every claim of the incidents."""
    involved = {claims[c].document for i in incidents for c in i.claims}
    # Scenes and told figures of a claim depend on the claims around it: reports are encoded whole.
    listed = ordered((c for c in claims.values() if c.document in involved), reports)
    columns = encode(listed, reports)
    row = {claim.id: k for k, claim in enumerate(listed)}
    nearest = _nearest(columns, [[row[c] for c in i.claims] for i in incidents])
    for incident in incidents:
        for ordinal, claim in enumerate(incident.claims):
            found = nearest.get(row[claim])
            if found is None:
                yield incident.id, ordinal, Member(claim=claim, nearest=None, score=None)
                continue
            other, score, shares = found
            member = Member(claim=claim, nearest=listed[other].id, score=score, shares=shares)
            yield incident.id, ordinal, member


Nearest = tuple[int, float, tuple[tuple[str, float], ...]]


def _nearest(columns: Columns, groups: Sequence[Sequence[int]]) -> dict[int, Nearest]:
    """For each row that is not alone: the row most like it, the log-odds, their shares."""
    made: dict[int, Nearest] = {}
    waiting: list[tuple[int, int]] = []
    for group in groups:
        step = max(1, -(-len(group) // COMPARED))
        waiting += [(a, b) for a in group for b in group[::step] if a != b]
        if len(group) > step > 1:
            # A claim that stands for the incident and is alone in that is compared with its neighbour.
            waiting.append((group[0], group[1]))
        if len(waiting) >= AT_ONCE:
            made.update(_best(columns, waiting))
            waiting = []
    made.update(_best(columns, waiting))
    return made


def _best(columns: Columns, listed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Nearest]]:
    if not listed:
        return
    a, b = (np.array(side, dtype=np.int64) for side in zip(*listed, strict=True))
    found = scores(columns, a, b)
    order = np.lexsort((b, -found, a))
    first = order[np.concatenate([[True], a[order][1:] != a[order][:-1]])]
    shares = _shares(columns, a[first], b[first])
    for row, other, score, parts in zip(
        a[first].tolist(), b[first].tolist(), found[first].tolist(), shares, strict=True
    ):
        yield row, (other, round(score, 3), parts)


def _shares(columns: Columns, a: Rows, b: Rows) -> list[tuple[tuple[str, float], ...]]:
    """What each feature adds to the log-odds of each pair, the largest first; the bias is left out."""
    used = weights().features
    values = {n: v * used[n] for n, v in measure(pairs(columns, a, b)).items() if used.get(n)}
    made = []
    for k in range(len(a)):
        parts = [(name, round(float(v[k]), 3)) for name, v in values.items() if v[k]]
        made.append(tuple(sorted(parts, key=lambda part: (-abs(part[1]), part[0]))))
    return made
