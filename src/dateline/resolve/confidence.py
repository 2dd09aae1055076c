"""How likely every part of a claim is right, by what is known of it once it is resolved."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import Parse
from dateline.annotate.evidence import STATUSES, action_number, mean_of
from dateline.annotate.trees import trees
from dateline.claims.record import LOCATING_ROLES, Claim, Party
from dateline.lexicon.actions import group_number

Rows = NDArray[np.float32]
DIGITS = 3
"""Decimals of a confidence: more would say more than is known."""


def confidences(claims: Sequence[Claim], parse: Parse) -> list[float | None]:
    """The chance that the whole of each claim is right; without trees or encoder what the claim has.

    That is the chance that the words name an event at all.
    """
    weigher = trees("confidence")
    if weigher is None or parse.evidence is None or not claims:
        return [claim.confidence for claim in claims]
    chances = weigher.probability(confidence_rows(claims, parse)).tolist()
    return [round(chance, DIGITS) for chance in chances]


def confidence_rows(claims: Sequence[Claim], parse: Parse) -> Rows:
    """(claims, features): what speaks for and against each claim as a whole."""
    beside = [claim.sentence for claim in claims]
    return np.array([_row(claim, parse, beside.count(claim.sentence)) for claim in claims], np.float32)


def _row(claim: Claim, parse: Parse, beside: int) -> tuple[float, ...]:
    assert parse.evidence is not None
    inside = parse.ids_in(claim.span)
    tokens = slice(inside.start, inside.stop) if inside else slice(0)
    number = action_number(claim.action)
    action = parse.evidence.action[tokens, 1 + number] if inside and number >= 0 else np.zeros(1)
    status = mean_of(parse.evidence.status[tokens]) if inside else np.zeros(len(STATUSES))
    own = mean_of(parse.evidence.voice[tokens, 0]) if inside else 0.0
    return (
        claim.confidence or 0.0,
        float(action.max()),
        float(status[STATUSES.index(claim.status)]),
        float(STATUSES.index(claim.status)),
        float(own),
        float(claim.rule.startswith("model")),
        float(group_number(claim.action)),
        float(number),
        *_parties(claim.agents, parse.evidence.agents[tokens]),
        *_parties(claim.targets, parse.evidence.targets[tokens]),
        *_places(claim),
        float(len(claim.quantities)),
        float(any(figure.bound == "vague" for figure in claim.quantities)),
        float(len(claim.attribution)),
        float(claim.time is not None and claim.time.start is not None),
        float(claim.time is not None and claim.time.inherited),
        float(claim.sentence),
        float(beside),
        log1p(len(parse.doc)),
    )


def _parties(parties: Sequence[Party], expected: Rows) -> tuple[float, ...]:
    """How many, how many known, whether grammar agrees, and how surely the word expects nobody."""
    return (
        float(len(parties)),
        float(len({party.actor for party in parties} - {None})),
        float(sum(party.rule.startswith("model+parse") for party in parties)),
        float(mean_of(expected[:, 0])) if len(expected) else 0.0,
    )


def _places(claim: Claim) -> tuple[float, ...]:
    located = [place for place in claim.places if place.role in LOCATING_ROLES]
    return (
        float(len(located)),
        float(sum(not place.inherited for place in located)),
        max((place.score or 0.0 for place in located), default=0.0),
    )
