"""The finders, in the order they run, and those that other packages bring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import metadata

from dateline.annotate import Parse
from dateline.mentions.record import Mention

Finder = Callable[[Parse], Iterator[Mention]]

ENTRY_POINTS = "dateline.finders"


@lru_cache(maxsize=1)
def plugins() -> tuple[Finder, ...]:
    """Finders of installed packages, by name: `[project.entry-points."dateline.finders"]`."""
    found = sorted(metadata.entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return tuple(point.load() for point in found)
