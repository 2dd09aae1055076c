"""Knowledge as data: YAML files inside the package, each entry with its own examples."""

from __future__ import annotations

from dateline.lexicon.load import Entry, entries, lexicons, mapping

__all__ = ["Entry", "entries", "lexicons", "mapping"]
