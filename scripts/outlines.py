"""Writes src/dateline/export/assets/outlines.json.gz from world-atlas (npm, ISC; Natural Earth).

usage: npm pack world-atlas && tar xzf world-atlas-2.0.2.tgz
       python scripts/outlines.py package/countries-50m.json

Each country: name, bounding box and rings, as whole hundredths of a degree (about a kilometre, which
is finer than the 1:50 million source), each point as the step from the one before it.
"""

from __future__ import annotations

import gzip
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "src/dateline/export/assets/outlines.json.gz"


def absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[int, int]]:
    """One arc of the TopoJSON as points in hundredths of a degree."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        lon = x * transform["scale"][0] + transform["translate"][0]
        lat = y * transform["scale"][1] + transform["translate"][1]
        points.append((round(lon * 100), round(lat * 100)))
    return points


def ring(indices: list[int], arcs: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The points of one ring; a negative index is an arc walked backwards."""
    points: list[tuple[int, int]] = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(part[1:] if points else part)
    return [p for k, p in enumerate(points) if k == 0 or p != points[k - 1]]


def steps(points: list[tuple[int, int]]) -> list[int]:
    """First point, then differences, flattened."""
    out = [*points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        out += [x1 - x0, y1 - y0]
    return out


def countries(topology: dict[str, Any]) -> list[dict[str, Any]]:
    """Every country with its rings, by name."""
    arcs = [absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    made = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring(r, arcs) for part in parts for r in part]
        rings = [r for r in rings if len(r) > 3]
        if not rings:
            continue
        xs, ys = [x for r in rings for x, _ in r], [y for r in rings for _, y in r]
        box = [min(xs), min(ys), max(xs), max(ys)]
        made.append({"name": geometry["properties"]["name"], "box": box, "rings": [steps(r) for r in rings]})
    return sorted(made, key=lambda c: str(c["name"]))


if __name__ == "__main__":
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    body = json.dumps(countries(topology), separators=(",", ":"), ensure_ascii=False).encode()
    # mtime 0: the same source gives the same bytes.
    OUT.write_bytes(gzip.compress(body, 9, mtime=0))
    print(OUT, len(body), OUT.stat().st_size)
