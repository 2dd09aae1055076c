"""Countries and capitals that act elsewhere: in `Kigali dismissed the report` a government, and no place."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from dateline.claims.record import Claim, Place
from dateline.document import Span
from dateline.lexicon.registry_states import land_names

LOCATING = ("at", "near", "in_part_of")
"""Roles in which a name says where an event was."""
STATE_ENDS = (":government", ":military")


def without_actors(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without the names of states that act in the same sentence, where places of others remain.

    Of 28 names of acting states beside other places in coded reports 24 were none of the event's; the four
    others were of the same country as those.
    """
    acting: defaultdict[int, list[Span]] = defaultdict(list)
    for claim in claims:
        acting[claim.sentence] += [
            p.span for p in claim.agents if p.span and (p.actor or "").endswith(STATE_ENDS)
        ]
    return tuple(_without(claim, acting[claim.sentence]) for claim in claims)


def _without(claim: Claim, acting: Sequence[Span]) -> Claim:
    own = [place for place in claim.places if not _acts(place, acting)]
    lands = {place.country for place in own if place.role in LOCATING}
    rest = tuple(p for p in claim.places if p in own or not lands or p.country in lands)
    return claim if rest == claim.places else dataclasses.replace(claim, places=rest)


def _acts(place: Place, acting: Sequence[Span]) -> bool:
    named = place.role in LOCATING and place.text.lower() in land_names()
    return named and any(place.span.overlaps(span) and span.end <= place.span.end for span in acting)
