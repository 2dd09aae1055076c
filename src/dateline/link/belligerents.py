"""Who acts in an incident and on whom, by how many independent origins say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.claims.record import HAPPENED, Claim, Party
from dateline.link.evidence import allied, kind_of
from dateline.link.incident import group_of
from dateline.link.record import Belligerents
from dateline.link.sides import is_bystander, rivals
from dateline.link.words import family

CIVILIANS = ":civilians"
"""Stands for unarmed people of no known country."""


@dataclass(slots=True)
class _Told:
    """The claims that name a body in one role."""

    claims: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)


_Roles = Mapping[str, _Told]


def belligerents(claims: Sequence[Claim], origins: Mapping[str, str]) -> Belligerents:
    """The two sides of an incident, as the claims of what happened have them; empty where none is told.

    Where as many origins lay one act to two bodies that are no allies, who did it is disputed: nobody did.
    """
    group = group_of(claims)
    told = [c for c in claims if c.status in HAPPENED and family(c.action) == group]
    acting, hit = _named(told, origins, "agents"), _named(told, origins, "targets")
    first = _actor(acting, hit)
    second = _other(first, acting, hit)
    if not acting and second is not None:
        # Of a fight of which only the losses are told, those who have others are the other side.
        first = next((b for b in _ranked(hit) if rivals(b, second)), None)
    return Belligerents(first=_with_allies(first, acting or hit), second=_with_allies(second, hit))


def body_of(party: Party) -> str | None:
    """The id of a party's body; unarmed people without one are civilians, armed people nobody known."""
    return party.actor or (CIVILIANS if kind_of(party) == "civilians" else None)


def one_side(a: str, b: str) -> bool:
    """True of allies, of one body, and of unarmed people, who are all of no side."""
    return allied((a,), (b,)) or (is_bystander(a) and is_bystander(b))


def _named(claims: Iterable[Claim], origins: Mapping[str, str], role: str) -> _Roles:
    made: defaultdict[str, _Told] = defaultdict(_Told)
    for claim in claims:
        for party in getattr(claim, role):
            if body := body_of(party):
                made[body].claims.add(claim.id)
                made[body].origins.add(origins.get(claim.id, ""))
    return dict(made)


def _ranked(roles: _Roles) -> list[str]:
    return sorted(roles, key=lambda body: (*_fewest(roles[body]), is_bystander(body), body))


def _fewest(told: _Told) -> tuple[int, int]:
    return -len(told.origins), -len(told.claims)


def _actor(acting: _Roles, hit: _Roles) -> str | None:
    """The body that most origins say acted, or None where it is disputed which of two did."""
    ranked = _ranked(acting)
    if not ranked:
        return None
    top = ranked[0]
    level = [b for b in ranked[1:] if len(acting[b].origins) == len(acting[top].origins)]
    disputed = any(
        not one_side(b, top) and b not in hit and not acting[b].claims & acting[top].claims for b in level
    )
    return None if disputed else top


def _other(first: str | None, acting: _Roles, hit: _Roles) -> str | None:
    """Whom most origins say it was done to, else who is named as fighting the first."""
    for roles in (hit, acting) if first else (hit,):
        others = [b for b in _ranked(roles) if first is None or not one_side(b, first)]
        if others:
            return others[0]
    return None


def _with_allies(body: str | None, roles: _Roles) -> tuple[str, ...]:
    if body is None:
        return ()
    return (body, *(b for b in _ranked(roles) if b != body and one_side(b, body)))
