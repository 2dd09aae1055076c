"""Where work runs: one small protocol, local processes now, a cluster by entry point later."""

from __future__ import annotations

from dateline.engine.local import Engine, Processes, Serial

__all__ = ["Engine", "Processes", "Serial"]
