"""Records of linking as the ledger keeps it: a linking run, and incidents to JSON and back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from dateline.link.record import Contradiction, FigureRange, Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """One linking of the ledger's claims."""

    id: int
    linker: str
    """Hash of the linker's code, weights and lexicons, with dateline's version."""
    settings: str
    """The settings as JSON."""
    entire: bool
    """True when all claims were linked at once, False when new reports found their incidents."""
    coding: int
    """The last coding it knew."""
    judgement: int
    """The last judgement it knew, 0 for none."""
    reports: int
    claims: int
    incidents: int
    """Incidents of the ledger after it."""
    linked: dt.datetime
    review: int = 0
    """The last review it knew, 0 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Why a claim is in its incident."""

    claim: str
    nearest: str | None
    """The claim of the incident that it is most like; None when it stands alone."""
    score: float | None
    """Log-odds that the two tell of one event."""
    shares: tuple[tuple[str, float], ...] = ()
    """(feature, log-odds it gives), the largest first."""


def dumped(incident: Incident) -> str:
    """The whole incident as JSON."""
    return json.dumps(dataclasses.asdict(incident), default=_day, ensure_ascii=False)


def _day(value: object) -> str:
    assert isinstance(value, dt.date)
    return value.isoformat()


def loaded(record: str) -> Incident:
    """The incident of `dumped`, equal to the one that was stored."""
    made: dict[str, Any] = json.loads(record)
    for key in ("start", "end"):
        made[key] = None if made[key] is None else dt.date.fromisoformat(made[key])
    figures = tuple(FigureRange(**_tuples(figure)) for figure in made.pop("figures"))
    contradictions = tuple(Contradiction(**found) for found in made.pop("contradictions"))
    return Incident(**_tuples(made), figures=figures, contradictions=contradictions)


def _tuples(made: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in made.items()}
