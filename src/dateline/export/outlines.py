"""Country outlines for maps without a network: Natural Earth 1:50 million, by way of world-atlas."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

MARGIN = 12.0
"""Degrees drawn around the outermost points."""


@lru_cache(maxsize=1)
def _all() -> list[dict[str, Any]]:
    path = resources.files("dateline.export") / "assets" / "outlines.json.gz"
    countries: list[dict[str, Any]] = json.loads(gzip.decompress(path.read_bytes()))
    return countries


def outlines_around(points: Iterable[tuple[float, float]]) -> list[dict[str, Any]]:
    """Countries whose bounding box meets the box around all `(lat, lon)` points.

    Each is `{"name", "box", "rings"}` in hundredths of a degree, a ring being its first point and
    then steps. No points, no countries.
    """
    found = list(points)
    if not found:
        return []
    south, north = min(lat for lat, _ in found), max(lat for lat, _ in found)
    west, east = min(lon for _, lon in found), max(lon for _, lon in found)
    around = (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
    return [country for country in _all() if _meets(country["box"], *around)]


def _meets(box: list[int], left: float, bottom: float, right: float, top: float) -> bool:
    x0, y0, x1, y1 = (value / 100 for value in box)
    return x0 <= right and left <= x1 and y0 <= top and bottom <= y1
