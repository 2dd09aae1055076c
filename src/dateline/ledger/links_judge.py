"""What people decide of incidents: added to the ledger, never changed, honoured by every linking."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Literal

from dateline.errors import LedgerError, UsageError
from dateline.ledger.links_read import incident_ids, latest
from dateline.ledger.rows import storable
from dateline.ledger.store import Ledger, now
from dateline.link.record import Judgement

Kind = Literal["merge", "split", "lock"]

SHORTEST = 4
"""Characters that name what is judged by its beginning: a judgement is never taken back."""


def judgements(ledger: Ledger) -> list[Judgement]:
    """Every judgement, the oldest first."""
    found = ledger.ask("SELECT kind, claims, apart, who, said, note FROM judgements ORDER BY id")
    return [
        Judgement(
            kind=kind,
            claims=tuple(json.loads(claims)),
            apart=tuple(json.loads(apart)),
            who=who,
            when=said,
            note=note,
        )
        for kind, claims, apart, who, said, note in found
    ]


def judge(ledger: Ledger, kind: Kind, names: Sequence[str], *, who: str, note: str) -> Judgement:
    """Add a judgement of incidents or claims, named by their ids; the judgement as stored.

    `merge`: all of them are one incident. `split`: they are one incident without the rest of the one they
    are in now. `lock`: they are one incident, and nothing joins it. Raises LedgerError, UsageError.
    """
    latest(ledger)
    named = [_claims(ledger, name) for name in names]
    claims = tuple(dict.fromkeys(claim for group in named for claim in group))
    apart = _others(ledger, claims) if kind == "split" else ()
    # One name that holds all the others brings nothing together.
    if kind == "merge" and any(set(group) == set(claims) for group in named):
        raise UsageError("nothing to merge: these are one incident or claim; name two incidents or claims")
    if kind == "split" and not apart:
        raise UsageError("nothing to split: these are whole incidents; name some claims of one")
    made = Judgement(
        kind=kind, claims=claims, apart=apart, who=storable(who), when=now(), note=storable(note)
    )
    ((last,),) = ledger.ask("SELECT coalesce(max(id), 0) FROM judgements")
    with ledger.transaction() as connection:
        connection.execute(
            "INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?)",
            [last + 1, kind, json.dumps(claims), json.dumps(apart), made.who, made.when, made.note],
        )
    return made


def _claims(ledger: Ledger, name: str) -> list[str]:
    """The claim called `name`, or the claims of the incident called so."""
    exact = ledger.ask("SELECT DISTINCT claim FROM current_members WHERE claim = ?", [name])
    begun = exact or ledger.ask(
        "SELECT DISTINCT claim FROM current_members WHERE starts_with(claim, ?)", [name]
    )
    ids = [] if begun else incident_ids(ledger, name)
    if len(name) < SHORTEST and (begun or ids) and not exact:
        raise LedgerError(f"too little of an id: {name}; give {SHORTEST} characters of it or more")
    if len(begun) == 1:
        return [str(begun[0][0])]
    if len(ids) != 1:
        what = "several incidents or claims" if begun or ids else "no such incident or claim"
        raise LedgerError(f"{what}: {name} in {ledger.path}; see `dateline incidents --ledger {ledger.path}`")
    return _held(ledger, ids)


def _others(ledger: Ledger, claims: Sequence[str]) -> tuple[str, ...]:
    """The other claims of the incidents that hold these."""
    asked = "SELECT DISTINCT incident FROM current_members WHERE list_contains(?::VARCHAR[], claim)"
    ids = [id for (id,) in ledger.ask(asked, [list(claims)])]
    return tuple(c for c in _held(ledger, ids) if c not in claims)


def _held(ledger: Ledger, incidents: Iterable[str]) -> list[str]:
    found = ledger.ask(
        "SELECT claim FROM current_members WHERE list_contains(?::VARCHAR[], incident) "
        "ORDER BY incident, ordinal",
        [list(incidents)],
    )
    return [claim for (claim,) in found]
