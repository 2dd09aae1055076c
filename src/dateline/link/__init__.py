"""The link room: claims of one event become an incident; rival values stay, each with its source."""

from __future__ import annotations

from dateline.link.bulk import link
from dateline.link.compare import compare
from dateline.link.record import (
    Comparison,
    Contradiction,
    ControlLine,
    FigureRange,
    Incident,
    Judgement,
    Report,
    Settings,
    SourceProfile,
)

__all__ = [
    "Comparison",
    "Contradiction",
    "ControlLine",
    "FigureRange",
    "Incident",
    "Judgement",
    "Report",
    "Settings",
    "SourceProfile",
    "compare",
    "link",
]
