"""Incidents, contradictions and control lines as the public format has them, keys in its order."""

from __future__ import annotations

from typing import Any

from dateline.claims.codec import iso, whole
from dateline.link.record import (
    Contradiction,
    ControlLine,
    FigureRange,
    Incident,
    Rate,
    SourceProfile,
    VictimToll,
)

Json = dict[str, Any]


def incident_json(incident: Incident) -> Json:
    """One line of `dateline incidents --format jsonl`."""
    return {
        "id": incident.id,
        "name": incident.name,
        "claims": list(incident.claims),
        "action_group": incident.action_group,
        "start": iso(incident.start),
        "end": iso(incident.end),
        "place": incident.place,
        "lat": incident.lat,
        "lon": incident.lon,
        "precision": incident.precision,
        "sources": list(incident.sources),
        "origins": list(incident.origins),
        "sides": list(incident.sides),
        "figures": [figure_json(figure) for figure in incident.figures],
        "grade": incident.grade,
        "reasons": list(incident.reasons),
        "contradictions": [contradiction_json(found) for found in incident.contradictions],
    }


def figure_json(figure: FigureRange) -> Json:
    """One measure of an incident."""
    return {
        "measure": figure.measure,
        "low": whole(figure.low),
        "best": whole(figure.best),
        "high": whole(figure.high),
        "low_claims": list(figure.low_claims),
        "best_claims": list(figure.best_claims),
        "high_claims": list(figure.high_claims),
        "rule": figure.rule,
        "doubts": list(figure.doubts),
    }


def victims_json(found: VictimToll) -> Json:
    """One group of an incident's dead, as `dateline incident --format jsonl` has it."""
    return {"victims": found.victims, "bodies": list(found.bodies), **figure_json(found.toll)}


def contradiction_json(found: Contradiction) -> Json:
    """One line of `dateline contradictions --format jsonl`."""
    return {
        "id": found.id,
        "kind": found.kind,
        "measure": found.measure,
        "a": found.a,
        "b": found.b,
        "incident": found.incident,
        "note": found.note,
    }


def control_json(line: ControlLine) -> Json:
    """One line of `dateline control --format jsonl`."""
    return {
        "place": line.place,
        "gazetteer": line.gazetteer,
        "holder": line.holder,
        "from": iso(line.start),
        "until": iso(line.until),
        "according_to": line.according_to,
        "side": line.side,
        "claim": line.claim,
    }


def profile_json(profile: SourceProfile) -> Json:
    """One line of `dateline sources --format jsonl`."""
    return {
        "source": profile.source,
        "kind": profile.kind,
        "side": profile.side,
        "claims": profile.claims,
        "contradicted": _rate(profile.contradicted),
        "corroborated": _rate(profile.corroborated),
        "inflation": profile.inflation,
        "inflation_low": profile.inflation_low,
        "inflation_high": profile.inflation_high,
        "tolls": profile.tolls,
    }


def _rate(rate: Rate) -> Json:
    return {"count": rate.count, "of": rate.of, "low": rate.low, "high": rate.high}
