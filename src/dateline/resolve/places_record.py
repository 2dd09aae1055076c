"""A toponym of a document with the place it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPlace:
    """What one toponym stands for; everything after `feature` is None where nothing is sure enough.

    `precision` is ACLED's geo_precision of the place itself: 1 a settlement or smaller, 2 a district,
    3 a province or larger. `score` is the probability that the place is right, within 161 km.
    """

    span: Span
    text: str
    feature: str | None = None
    gazetteer: str | None = None
    name: str | None = None
    kind: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    radius_km: float | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    shape: bytes | None = None
    """The outline as WKB where a source has one, else None."""
