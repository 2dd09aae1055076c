"""Which of ACLED's types an incident is of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from dateline.claims.record import Claim, Party
from dateline.export.event import Event, kind_of_body
from dateline.export.flat import Value
from dateline.lexicon import mapping
from dateline.link.words import knowledge
from dateline.resolve.codes import ORGANISED, codes_of

OPEN = ""
"""The sub-event type of an attack of which nobody says on whom."""


@lru_cache(maxsize=1)
def lists() -> Mapping[str, Any]:
    """The code lists of lexicon `acled`."""
    return dict(mapping("acled"))


def sub_event_type(event: Event) -> str | None:
    """The sub-event type of the act that most origins tell, if ACLED has one: acts before the harm they do.

    Of several types that claims of that act have, it is the one that most origins have. An attack on nobody
    that is known may be a battle or violence against civilians: where no other act decides, it stays OPEN.
    """
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in event.told:
        told[claim.action].append(claim)
    found = [_type_of(told[action], event) for action in _ranked(told, event)]
    chosen = next((code for code in found if code), OPEN if OPEN in found else None)
    return chosen if chosen is None else _sharper(chosen, told, event)


def _ranked(told: Mapping[str, Sequence[Claim]], event: Event) -> list[str]:
    """The acts, then the rest, the most told first; `attack` after the blow that half as many name."""
    words = knowledge()
    blows = [_origins(told[a], event) for a in told if a in words["acts"] and a not in _plain()]
    named = max(blows, default=0)

    def rank(action: str) -> tuple[object, ...]:
        origins = _origins(told[action], event)
        behind = action in words["raids"] and 0 < origins <= 2 * named
        return action not in words["acts"], behind, -origins, -len(told[action]), action

    return sorted(told, key=rank)


def _plain() -> frozenset[str]:
    """Acts that do not say with what a blow was struck."""
    return frozenset(a for name in ("battles", "raids", "operations") for a in knowledge()[name])


def _type_of(claims: Sequence[Claim], event: Event) -> str | None:
    """The type that most origins have of one act, by their own claims and the sides of the incident."""
    coded = _coded(claims, event)
    if not coded:
        return None
    most = min(coded, key=lambda code: (-_origins(coded[code], event), -len(coded[code]), code))
    raid = claims[0].action in knowledge()["raids"] and types(most)["event_type"] == "Battles"
    return OPEN if raid and not armed(event.sides.second) else most


def _sharper(chosen: str, told: Mapping[str, Sequence[Claim]], event: Event) -> str:
    """A type that says more of the same blow, if half as many origins have it: few repeat `suicide`."""
    blows = [c for a, claims in told.items() if a in knowledge()["acts"] for c in claims]
    coded = _coded(blows, event)
    if chosen not in coded and chosen != OPEN:
        return chosen
    level = _origins(coded.get(chosen, blows), event)
    sharp = [code for code in lists()["sharp"] if 2 * _origins(coded.get(code, ()), event) >= max(level, 1)]
    return sharp[0] if sharp else chosen


def _coded(claims: Iterable[Claim], event: Event) -> dict[str, list[Claim]]:
    coded: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if code := codes_of(_with_sides(claim, event)).acled:
            coded[code].append(claim)
    return dict(coded)


def _origins(claims: Iterable[Claim], event: Event) -> int:
    return len({event.origins[c.id] for c in claims})


def _with_sides(claim: Claim, event: Event) -> Claim:
    """The claim with the incident's sides for its parties: another claim may say who was hit."""
    first, second = event.sides.first[:1], event.sides.second[:1]
    return replace(claim, agents=_parties(first, claim, event), targets=_parties(second, claim, event))


def _parties(bodies: Sequence[str], claim: Claim, event: Event) -> tuple[Party, ...]:
    return tuple(Party(text=b, span=claim.span, actor=b, kind=event.kind_here(b)) for b in bodies)


def types(sub_type: str) -> dict[str, Value]:
    """The columns of type of a sub-event type; of an OPEN one only that it is political violence."""
    if sub_type == OPEN:
        return {"disorder_type": "Political violence", "event_type": None, "sub_event_type": None}
    event_type = next(t for t, listed in lists()["event_types"].items() if sub_type in listed)
    disorder = next(d for d, listed in lists()["disorders"].items() if event_type in listed)
    return {
        "disorder_type": lists()["apart"].get(sub_type, disorder),
        "event_type": event_type,
        "sub_event_type": sub_type,
    }


def armed(side: Sequence[str]) -> tuple[str, ...]:
    """The organised armed bodies of a side."""
    return tuple(body for body in side if kind_of_body(body) in ORGANISED)
