"""Writes src/dateline/lexicon/gazetteer/data/borders.tsv from the outlines of `scripts/outlines.py`.

usage: PYTHONPATH=src python scripts/borders.py

Neighbours share the points of their border in Natural Earth. Each line: two ISO2 codes in order, then the
middle of the border and the distance from it to its farthest point.
"""

from __future__ import annotations

import gzip
import json
from itertools import combinations
from pathlib import Path

from dateline.lexicon.gazetteer import country_terms
from dateline.lexicon.gazetteer.keys import fold
from dateline.resolve.geometry import Area, enclosing

SOURCE = Path(__file__).resolve().parents[1] / "src"
OUTLINES = SOURCE / "dateline/export/assets/outlines.json.gz"
OUT = SOURCE / "dateline/lexicon/gazetteer/data/borders.tsv"
SHORT = {
    "Bosnia and Herz.": "BA", "Central African Rep.": "CF", "Congo": "CG", "Dem. Rep. Congo": "CD",
    "Dominican Rep.": "DO", "Eq. Guinea": "GQ", "S. Sudan": "SS", "W. Sahara": "EH",
}  # fmt: skip
"""Names that Natural Earth shortens."""
FEWEST = 2
"""Points of a line."""


def points(rings: list[list[int]]) -> set[tuple[int, int]]:
    """The points of a country's rings, hundredths of a degree."""
    found = set()
    for ring in rings:
        x = y = 0
        for dx, dy in zip(ring[::2], ring[1::2], strict=True):
            x, y = x + dx, y + dy
            found.add((x, y))
    return found


def main() -> None:
    """Find the shared points, write."""
    countries = json.loads(gzip.decompress(OUTLINES.read_bytes()))
    held: dict[str, set[tuple[int, int]]] = {}
    for country in countries:
        iso2 = SHORT.get(country["name"]) or country_terms().get(fold(country["name"]))
        if iso2:
            held.setdefault(iso2, set()).update(points(country["rings"]))
    lines = []
    for one, other in combinations(sorted(held), 2):
        shared = sorted(held[one] & held[other])
        if len(shared) >= FEWEST:
            area = enclosing([Area(y / 100, x / 100, 1.0) for x, y in shared])
            lines.append(f"{one}\t{other}\t{area.lat:.2f}\t{area.lon:.2f}\t{area.radius_km:.0f}")
    OUT.write_text("\n".join(["one\tother\tlat\tlon\tradius_km", *lines]) + "\n", "utf-8")
    print(OUT, len(lines))


if __name__ == "__main__":
    main()
