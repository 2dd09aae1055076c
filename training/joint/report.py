"""What `apart --keep` coded: errors by kind, single bodies, confidence; or one report's claims.

PYTHONPATH=.:src:training/encoder python -m training.joint.report CLAIMS.jsonl [--plot PICTURE]
PYTHONPATH=.:src:training/encoder python -m training.joint.report CLAIMS.jsonl --claims seed
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold import reports
from training.joint.matched import LENIENT, Pair, pairs

EDGES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1.0)
"""Bins of confidence."""
SIZE = 320
"""Side of the plot in pixels."""


def matched(path: Path) -> Iterator[tuple[str, list[Pair]]]:
    """Every gold report's name and its pairs."""
    by_report: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        claim = json.loads(line)
        by_report[claim["document"]].append(claim)
    for document, gold in reports():
        yield document.name, list(pairs(document.text, gold["claims"], by_report[document.name]))


def kinds(found: list[tuple[str, list[Pair]]]) -> Counter[str]:
    """Errors by kind; one claim may have several."""
    count: Counter[str] = Counter()
    for _, each in found:
        for pair in each:
            if pair.coded is None:
                count["claim missed"] += 1
            elif pair.gold is None:
                count["claim that gold has not"] += 1
            else:
                count["claims matched"] += 1
                count.update(set(pair.wrong))
    return count


def bodies(found: list[tuple[str, list[Pair]]]) -> Iterator[tuple[str, float, float]]:
    """(role, precision, recall) of single bodies, over matched claims where gold and coder both name one.

    The scorer counts a role as right if any body of it is; who is named beside counts here.
    """
    for role in ("agents", "targets"):
        count: Counter[str] = Counter()
        for pair in (pair for _, each in found for pair in each):
            if pair.gold is None or pair.coded is None:
                continue
            of_gold, of_coded = ({p["actor"] for p in one[role]} - {None} for one in (pair.gold, pair.coded))
            if of_gold and of_coded:
                count.update(gold=len(of_gold), coded=len(of_coded), both=len(of_gold & of_coded))
        yield role, count["both"] / max(count["coded"], 1), count["both"] / max(count["gold"], 1)


def reliability(found: list[tuple[str, list[Pair]]]) -> list[tuple[float, float, float, int]]:
    """(mean confidence, share that gold has too, share that is right in every part, claims) a bin."""
    bins: dict[int, list[tuple[float, bool, bool]]] = defaultdict(list)
    for _, each in found:
        for pair in each:
            if pair.coded is not None:
                sure = float(pair.coded["confidence"])
                k = next(k for k, edge in enumerate(EDGES) if sure <= edge)
                bins[k].append(
                    (sure, pair.gold is not None, pair.gold is not None and not set(pair.wrong) - LENIENT)
                )
    return [
        (*(sum(column) / len(rows) for column in zip(*rows, strict=True)), len(rows))
        for _, rows in sorted(bins.items())
    ]


def plot(rows: list[tuple[float, float, float, int]], path: Path) -> None:
    """The reliability diagram as SVG: filled, claims that gold has; open, claims right in every part."""

    def at(x: float, y: float) -> str:
        return f"{40 + x * SIZE:.1f},{20 + (1 - y) * SIZE:.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE + 80}" height="{SIZE + 70}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect x="40" y="20" width="{SIZE}" height="{SIZE}" fill="none" stroke="#999"/>',
        f'<polyline points="{at(0, 0)} {at(1, 1)}" stroke="#999" stroke-dasharray="4"/>',
    ]
    for column, fill in ((1, "#1f5fa8"), (2, "#ffffff")):
        points = " ".join(at(row[0], row[column]) for row in rows)
        parts.append(f'<polyline points="{points}" fill="none" stroke="#1f5fa8"/>')
        for row in rows:
            x, y = at(row[0], row[column]).split(",")
            parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{fill}" stroke="#1f5fa8"/>')
    for value in (0, 0.5, 1):
        x, y = at(value, 0).split(",")
        parts.append(f'<text x="{x}" y="{float(y) + 16}" text-anchor="middle">{value}</text>')
        x, y = at(0, value).split(",")
        parts.append(f'<text x="{float(x) - 6}" y="{float(y) + 4}" text-anchor="end">{value}</text>')
    parts.append(
        f'<text x="{40 + SIZE / 2}" y="{SIZE + 54}" text-anchor="middle">confidence of a claim</text>'
    )
    parts.append('<text x="40" y="13">share: filled, in gold too; open, right in every part</text></svg>')
    path.write_text("\n".join(parts) + "\n", "utf-8")


def listed(name: str, each: list[Pair]) -> Iterator[str]:
    """One report's gold claims by their place in the text, with what was got and what was missed."""
    for pair in each:
        if pair.gold is None:
            continue
        start, end = pair.gold["span"]
        got = "missed" if pair.coded is None else ", ".join(pair.wrong) or "right"
        yield f"| {start}-{end} | {pair.gold['action']} | {got} |"


def main() -> None:
    """Print what is asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("coded", type=Path)
    ask.add_argument("--plot", type=Path, help="write docs/pictures/reliability.svg here")
    ask.add_argument("--claims", metavar="REPORT", help="list this report's gold claims instead")
    options = ask.parse_args()
    found = list(matched(options.coded))
    if options.claims:
        print("\n".join(listed(options.claims, dict(found)[options.claims])))
        return
    for kind, count in kinds(found).most_common():
        print(f"| {kind} | {count} |")
    print()
    for role, precision, recall in bodies(found):
        print(f"| single {role} | {precision:.3f} | {recall:.3f} |")
    print()
    rows = reliability(found)
    for sure, there, right, count in rows:
        print(f"| {sure:.2f} | {there:.2f} | {right:.2f} | {count} |")
    if options.plot:
        plot(rows, options.plot)


if __name__ == "__main__":
    main()
