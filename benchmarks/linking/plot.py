"""Small plots as SVG, without a plotting library: logarithmic axes, points, lines.

    python -m benchmarks.linking.plot benchmarks/linking/scale.jsonl -o benchmarks/linking/scale.svg

The lines of `benchmarks.linking.synthetic` become seconds and pairs by claims, each beside `n log n` through
its first point.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Points = Sequence[tuple[float, float]]
WIDTH, HEIGHT, EDGE = 460, 340, 56


def _at(value: float, low: float, high: float, size: float) -> float:
    return (math.log10(value) - low) / max(high - low, 1e-9) * size


def _text(x: float, y: float, words: str, anchor: str = "middle", extra: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {extra}>{escape(words)}</text>'


def chart(
    dots: Points, lines: Sequence[tuple[str, Points, str]], *, across: str, up: str, same: bool = False
) -> str:
    """Dots, and lines with names and colours, on logarithmic axes; `same`: equal axes and a diagonal."""
    every = [*dots, *(p for _, points, _ in lines for p in points)]
    ends = [(math.floor(math.log10(min(v))), math.ceil(math.log10(max(v)))) for v in zip(*every, strict=True)]
    if same:
        ends = [(min(e[0] for e in ends), max(e[1] for e in ends))] * 2
    wide, high = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE

    def place(p: tuple[float, float]) -> tuple[float, float]:
        return EDGE + _at(p[0], *ends[0], wide), HEIGHT - EDGE - _at(p[1], *ends[1], high)

    made = [f'<rect x="{EDGE}" y="{EDGE}" width="{wide}" height="{high}" fill="none" stroke="#999"/>']
    for power in range(ends[0][0], ends[0][1] + 1):
        made.append(_text(EDGE + _at(10**power, *ends[0], wide), HEIGHT - EDGE + 16, f"{10**power:,g}"))
    for power in range(ends[1][0], ends[1][1] + 1):
        y = HEIGHT - EDGE - _at(10**power, *ends[1], high) + 4
        made.append(_text(EDGE - 6, y, f"{10**power:,g}", "end"))
    made.append(_text(WIDTH / 2, HEIGHT - 14, across))
    made.append(_text(14, HEIGHT / 2, up, extra=f'transform="rotate(-90 14 {HEIGHT / 2})"'))
    if same:
        (x0, y0), (x1, y1) = (place((10.0 ** ends[0][n],) * 2) for n in (0, 1))
        made.append(f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" stroke="#999" stroke-dasharray="4 4"/>')
    for k, (name, points, colour) in enumerate(lines):
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in map(place, points))
        made.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        made.append(_text(EDGE + 8, EDGE + 18 + 15 * k, name, "start", f'fill="{colour}"'))
    made += [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#1f5fa8" fill-opacity="0.45"/>'
        for x, y in map(place, dots)
    ]
    return "\n".join(made)


def page(charts: Sequence[str]) -> str:
    """Charts side by side as one SVG."""
    parts = (f'<g transform="translate({k * WIDTH} 0)">\n{c}\n</g>' for k, c in enumerate(charts))
    size = f'viewBox="0 0 {WIDTH * len(charts)} {HEIGHT}" width="{WIDTH * len(charts)}" height="{HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">'
    return "\n".join((head, '<rect width="100%" height="100%" fill="#fff"/>', *parts, "</svg>")) + "\n"


def scatter(points: Points, *, across: str, up: str) -> str:
    """Dots on equal logarithmic axes; a count of none is drawn as a half."""
    dots = [(max(x, 0.5), max(y, 0.5)) for x, y in points]
    return page([chart(dots, (), across=across, up=up, same=True)])


def main() -> None:
    """Draws how time and pairs grow."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("measured", type=Path)
    options.add_argument("-o", "--output", type=Path, required=True)
    given = options.parse_args()
    rows = [json.loads(line) for line in given.measured.read_text("utf-8").splitlines()]
    rows = [row for row in rows if "claims" in row]
    charts = []
    for name, title in (("link s", "seconds to link"), ("pairs", "candidate pairs")):
        points = [(float(row["claims"]), float(row[name])) for row in rows]
        first = points[0][1] / (points[0][0] * math.log(points[0][0]))
        rule = [(n, first * n * math.log(n)) for n, _ in points]
        lines = ((title, points, "#1f5fa8"), ("n log n", rule, "#b3541e"))
        charts.append(chart(points, lines, across="claims", up=title))
    given.output.write_text(page(charts), "utf-8")


if __name__ == "__main__":
    main()
