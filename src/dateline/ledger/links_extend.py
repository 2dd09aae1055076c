"""New reports placed among the incidents that a ledger has, which keep their claims and ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import numpy as np

from dateline.claims.record import Claim
from dateline.ledger.links_load import Linkable
from dateline.ledger.links_record import Linking
from dateline.link.bulk import ordered
from dateline.link.columns import encode, taken
from dateline.link.incident import assemble
from dateline.link.index import Found, Index
from dateline.link.record import Incident, Judgement, Settings


def extended(
    known: Linkable, last: Linking, held: Sequence[Incident], settings: Settings
) -> tuple[Incident, ...] | None:
    """The incidents with the new reports' claims in them; None when linked claims have changed since.

    One report after another, so that two new reports of one event meet. Locked incidents take none in.
    """
    new = [d for d, coding in known.codings.items() if coding > last.coding]
    fresh: dict[str, list[Claim]] = {document: [] for document in new}
    for claim in known.claims.values():
        if claim.document in fresh:
            fresh[claim.document].append(claim)
    placed = {c: i.id for i in held for c in i.claims}
    if placed.keys() != known.claims.keys() - {c.id for listed in fresh.values() for c in listed}:
        return None
    groups = {i.id: list(i.claims) for i in held}
    locked = {i.id for i in held if i.locked}
    for incident, listed in _found(known, fresh, placed, locked, settings):
        groups.setdefault(incident, []).extend(listed)
    locks = [Judgement(kind="lock", claims=i.claims) for i in held if i.locked]
    listed_groups = [[known.claims[c] for c in g] for g in groups.values()]
    return assemble(listed_groups, known.reports, settings=settings, judgements=locks)


def _found(
    known: Linkable,
    fresh: Mapping[str, Sequence[Claim]],
    held: Mapping[str, str],
    locked: Set[str],
    settings: Settings,
) -> Iterator[tuple[str, list[str]]]:
    """(incident, the new claims it takes in), report after report; `held` has each claim's incident."""
    placed = dict(held)
    # Encoded once for all new reports: it is the longest part of placing one.
    rows = ordered(known.claims.values(), known.reports)
    columns = encode(rows, known.reports)
    for document, claims in fresh.items():
        if not claims:
            continue
        linked = [k for k, c in enumerate(rows) if c.id in placed and placed[c.id] not in locked]
        index = Index(taken(columns, np.array(linked, np.int64)), [placed[rows[k].id] for k in linked])
        found = index.place(claims, known.reports[document], settings=settings)
        for incident, listed in _joined(found).items():
            placed.update((c, incident) for c in listed)
            yield incident, listed


def _joined(found: Iterable[Found]) -> dict[str, list[str]]:
    """Incident id -> the new claims it takes in; those of a new incident go under their first claim's id."""
    made: defaultdict[str, list[str]] = defaultdict(list)
    first: dict[int, str] = {}
    for f in found:
        made[f.incident or first.setdefault(f.group, f.claim)].append(f.claim)
    return dict(made)
