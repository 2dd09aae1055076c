"""New reports placed among the incidents that a ledger has, which keep their claims and ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.claims.record import Claim
from dateline.ledger.links_load import Linkable
from dateline.ledger.links_record import Linking
from dateline.link.bulk import ordered
from dateline.link.columns import encode
from dateline.link.incident import assemble
from dateline.link.index import Index
from dateline.link.record import Incident, Judgement, Settings


def extended(
    known: Linkable, last: Linking, held: Sequence[Incident], settings: Settings
) -> tuple[Incident, ...] | None:
    """The incidents with the new reports' claims in them; None when linked claims have changed since.

    One report after another, so that two new reports of one event meet. Locked incidents take none in.
    """
    new = [d for d, coding in known.codings.items() if coding > last.coding]
    fresh = {c.id: c for c in known.claims.values() if c.document in set(new)}
    placed = {c: i.id for i in held for c in i.claims}
    if placed.keys() != known.claims.keys() - fresh.keys():
        return None
    groups = {i.id: list(i.claims) for i in held}
    locked = {i.id for i in held if i.locked}
    for document in new:
        claims = [c for c in fresh.values() if c.document == document]
        joined = _joined(known, placed, locked, claims, settings)
        for incident, listed in joined.items():
            groups.setdefault(incident, []).extend(listed)
            placed.update((c, incident) for c in listed)
    locks = [Judgement(kind="lock", claims=i.claims) for i in held if i.locked]
    listed_groups = [[known.claims[c] for c in g] for g in groups.values()]
    return assemble(listed_groups, known.reports, settings=settings, judgements=locks)


def _joined(
    known: Linkable, placed: dict[str, str], locked: set[str], claims: Sequence[Claim], settings: Settings
) -> dict[str, list[str]]:
    """Incident id -> the new claims it takes in; those of a new incident go under their first claim's id."""
    open_ = {c for c, incident in placed.items() if incident not in locked}
    old = ordered((known.claims[c] for c in open_), known.reports)
    found: defaultdict[str, list[str]] = defaultdict(list)
    if not claims:
        return found
    report = known.reports[claims[0].document]
    index = Index(encode(old, known.reports), [placed[c.id] for c in old])
    first: dict[int, str] = {}
    for f in index.place(claims, report, settings=settings):
        found[f.incident or first.setdefault(f.group, f.claim)].append(f.claim)
    return dict(found)
