"""Claims of a parsed document: triggers, roles, places, times, figures, status, source."""

from __future__ import annotations

from dateline.claims.record import Claim

__all__ = ["Claim"]
