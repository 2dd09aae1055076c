"""Which of ACLED's types an incident is of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
    acts = knowledge()["acts"]
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in event.told:
        told[claim.action].append(claim)

    def rank(action: str) -> tuple[object, ...]:
        return action not in acts, *_most(told[action], event), action

    found = [_coded(told[action], event) for action in sorted(told, key=rank)]
    return next((code for code in found if code), OPEN if OPEN in found else None)


def _coded(claims: Sequence[Claim], event: Event) -> str | None:
    """The type that most origins have of one act, by their own claims and the sides of the incident."""
    coded: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if code := codes_of(_with_sides(claim, event)).acled:
            coded[code].append(claim)
    if not coded:
        return None
    most = min(coded, key=lambda code: (*_most(coded[code], event), code))
    raid = claims[0].action in knowledge()["raids"] and types(most)["event_type"] == "Battles"
    return OPEN if raid and not armed(event.sides.second) else most


def _most(claims: Sequence[Claim], event: Event) -> tuple[int, int]:
    return -len({event.origins[c.id] for c in claims}), -len(claims)


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
