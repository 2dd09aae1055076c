"""Resolves a document's toponyms jointly, and fills the places of its claims."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from dateline.annotate import Parse
from dateline.document import Document
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.lexicon.load import mapping
from dateline.mentions.record import Toponym
from dateline.resolve.places_candidates import key_of, setting_of
from dateline.resolve.places_joint import Choice, choose
from dateline.resolve.places_record import ResolvedPlace
from dateline.resolve.places_score import reasons, weights

PRECISION = {"region": 3, "country": 3, "admin1": 3, "admin2": 2, "place": 1, "feature": 1}
"""ACLED geo_precision of a place by its kind."""


def resolve_toponyms(parse: Parse, toponyms: Sequence[Toponym]) -> tuple[ResolvedPlace, ...]:
    """Each toponym with the place it stands for in this document, or with nulls, in the same order."""
    return resolved_in(parse.document, toponyms)


def resolved_in(document: Document, toponyms: Sequence[Toponym]) -> tuple[ResolvedPlace, ...]:
    """The same for a document that is not parsed."""
    ordered = sorted(toponyms, key=lambda t: t.span)
    setting = setting_of(document, ordered)
    choices = choose(setting, weights())
    return tuple(_resolved(t, choices.get(key_of(t))) for t in toponyms)


def _resolved(toponym: Toponym, choice: Choice | None) -> ResolvedPlace:
    score = calibrated(choice) if choice is not None else 0.0
    if choice is None or score < _threshold():
        return ResolvedPlace(span=toponym.span, text=toponym.text, feature=toponym.feature)
    place = choice.candidate.place
    return ResolvedPlace(
        span=toponym.span,
        text=toponym.text,
        feature=toponym.feature,
        gazetteer=place.ref,
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        precision=PRECISION[place.kind],
        radius_km=place.radius_km,
        score=round(score, 3),
        reasons=reasons(choice.features, choice.candidate),
        shape=open_gazetteer().shape(place) if place.added else None,
    )


@cache
def _threshold() -> float:
    """Probability from which a choice stands."""
    return float(mapping("place_relations_weights")["threshold"])


@cache
def _calibration() -> dict[str, float]:
    """Weight of each piece of evidence."""
    return dict(mapping("place_relations_weights")["calibration"])


def calibrated(choice: Choice) -> float:
    """Probability that the choice is right, from its share among the candidates and what speaks for it."""
    known = _calibration()
    return 1 / (1 + math.exp(-sum([known[n] * v for n, v in evidence(choice).items()])))


def evidence(choice: Choice) -> dict[str, float]:
    """What the probability of a choice rests on."""
    logit = math.log(max(choice.share, 1e-6) / max(1 - choice.share, 1e-6))
    told = choice.features.get
    return {
        "always": 1.0,
        "share": min(logit, 8.0),
        "margin": choice.margin if choice.candidate.tier == 1 else 0.0,
        "sound_here": told("sound_here", 0.0),
        "sound_elsewhere": told("sound_elsewhere", 0.0),
        "country_named": told("country_named", 0.0),
    }
