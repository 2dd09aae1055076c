"""Incidents, their members and contradictions as the ledger's latest linking leaves them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dateline.errors import LedgerError
from dateline.ledger.links_record import Linking, Member, loaded
from dateline.ledger.query import AT
from dateline.ledger.query_words import places_meant
from dateline.ledger.reviews_read import has_reviews
from dateline.ledger.store import Ledger
from dateline.link.record import Incident, Rule

SHOWN = 5
"""Ids listed where a name fits several."""


def linkings(ledger: Ledger) -> list[Linking]:
    """Every linking, the oldest first; none in a ledger of a version that had no linking."""
    if not ledger.ask("SELECT 1 FROM duckdb_tables() WHERE table_name = 'linkings'"):
        return []
    found = ledger.ask("SELECT * FROM linkings ORDER BY id")
    # A ledger of version 2 that is only read has no `review` yet, which is the last of the columns.
    return [Linking(**dict(zip(Linking.__dataclass_fields__, row, strict=False))) for row in found]


def latest(ledger: Ledger) -> Linking:
    """The last linking. Raises LedgerError when the ledger was never linked."""
    found = linkings(ledger)
    if not found:
        raise LedgerError(f"not linked yet: {ledger.path}; run `dateline link --ledger {ledger.path}`")
    return found[-1]


def figure_rule(ledger: Ledger) -> Rule:
    """How the latest linking chose the best of rival figures. Raises LedgerError."""
    rule: Rule = json.loads(latest(ledger).settings)["figures"]
    return rule


def unlinked(ledger: Ledger) -> tuple[int, int]:
    """(documents coded, judgements made) since the last linking. Raises LedgerError."""
    last = latest(ledger)
    ((codings,),) = ledger.ask("SELECT count(*) FROM current_codings WHERE id > ?", [last.coding])
    ((judgements,),) = ledger.ask("SELECT count(*) FROM judgements WHERE id > ?", [last.judgement])
    return int(codings), int(judgements)


def unlinked_reviews(ledger: Ledger) -> int:
    """Reviews since the last linking. Raises LedgerError."""
    last = latest(ledger)
    if not has_reviews(ledger):
        return 0
    ((count,),) = ledger.ask("SELECT count(*) FROM reviews WHERE id > ?", [last.review])
    return int(count)


def incidents(ledger: Ledger) -> list[Incident]:
    """All incidents, by first day and id. Raises LedgerError."""
    latest(ledger)
    found = ledger.ask("SELECT record FROM current_incidents ORDER BY first_day NULLS LAST, id")
    return [loaded(record) for (record,) in found]


def incidents_at(ledger: Ledger, place: str) -> set[str]:
    """Ids of the current incidents at a place, its words read as `Query.place`."""
    found = ledger.ask(
        "SELECT DISTINCT i.id FROM current_incidents i JOIN current_members m ON m.incident = i.id "  # noqa: S608 - our own words; values are bound
        "JOIN current c ON c.id = m.claim JOIN places p ON p.coding = c.coding AND p.claim = c.id "
        f"WHERE i.place = coalesce(p.name, p.text) AND {AT}",
        {"place": place, "places": places_meant(place)},
    )
    return {id for (id,) in found}


def incident_named(ledger: Ledger, name: str) -> Incident:
    """The incident whose id, or one of whose claims' ids, begins with `name`. Raises LedgerError."""
    latest(ledger)
    ids = incident_ids(ledger, name)
    if not ids:
        listed = f"`dateline incidents --ledger {ledger.path}`"
        raise LedgerError(f"no such incident: {name} in {ledger.path}; see {listed}")
    if len(ids) > 1:
        some = ", ".join(ids[:SHOWN]) + (", ..." if len(ids) > SHOWN else "")
        raise LedgerError(f"{len(ids):,} incidents: {name} in {ledger.path}; name one of {some}")
    ((record,),) = ledger.ask("SELECT record FROM current_incidents WHERE id = ?", [ids[0]])
    return loaded(record)


def incident_ids(ledger: Ledger, name: str) -> list[str]:
    """Ids of the current incidents that a name, or the beginning of one, may mean."""
    exact = ledger.ask(
        "SELECT DISTINCT incident FROM current_members WHERE incident = $name OR claim = $name ORDER BY 1",
        {"name": name},
    )
    if exact:
        return [id for (id,) in exact]
    begun = ledger.ask(
        "SELECT DISTINCT incident FROM current_members "
        "WHERE starts_with(incident, $name) OR starts_with(claim, $name) ORDER BY 1",
        {"name": name},
    )
    return [id for (id,) in begun]


def members(ledger: Ledger, incident: str) -> list[Member]:
    """Why each claim of an incident is in it, in its order."""
    found = ledger.ask(
        "SELECT claim, nearest, score, shares FROM current_members WHERE incident = ? ORDER BY ordinal",
        [incident],
    )
    return [
        Member(claim=c, nearest=n, score=s, shares=_shares(json.loads(shares))) for c, n, s, shares in found
    ]


def _shares(made: Sequence[Any]) -> tuple[tuple[str, float], ...]:
    return tuple((str(name), float(value)) for name, value in made)
