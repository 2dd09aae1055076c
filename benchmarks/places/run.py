"""Places: recognition, resolution and both together on LGL and TR-News; the gazetteer's own speed.

    python -m benchmarks.places.run            # prints the table and writes results.json

Every article is judged by weights fitted on the other four fifths. Published with gold spans:
mordecai3 acc@161 LGL 82.7, TR-News 87.3.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.places import fit_recognition, fit_resolution
from benchmarks.places.corpora import NAMES, GoldToponym
from benchmarks.places.fit_recognition import predicted
from benchmarks.places.fit_resolution import CLOSE_KM, FOLDS, SEED, away, judged, trained
from benchmarks.places.parsed import parsed
from dateline.annotate import Parse
from dateline.document import Span
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.lexicon.load import mapping
from dateline.mentions.places import toponyms_at
from dateline.mentions.places_dateline import dateline_places
from dateline.resolve.places import calibrated
from dateline.resolve.places_candidates import key_of, setting_of
from dateline.resolve.places_joint import choose

RESULTS = Path(__file__).with_name("results.json")
Found = list[tuple[Span, float | None]]
"""Spans said, each with kilometres from gold where a gold toponym of that span has coordinates."""


def end_to_end(parse: Parse, spans: set[Span], gold: list[GoldToponym], weights: dict[str, float]) -> Found:
    """What a reader of `dateline mentions places` gets: spans, and the distance of the placed ones."""
    threshold = float(mapping("place_relations_weights")["threshold"])
    toponyms = toponyms_at(parse, sorted(spans))
    choices = choose(setting_of(parse.document, toponyms), weights)
    wanted = {g.span: g for g in gold if g.lat is not None}
    made: Found = []
    for toponym in toponyms:
        choice = choices.get(key_of(toponym))
        placed = choice is not None and calibrated(choice) >= threshold
        if placed and choice is not None:
            found = wanted.get(toponym.span)
            made.append((toponym.span, away(choice.candidate, found) if found else None))
    return made


def folds() -> dict[str, dict[str, float]]:
    """Scores of each corpus."""
    names = fit_recognition.examples()
    judged_of = fit_resolution.data()
    parses = {(c, p.document.name): (p, g) for c, p, g in parsed()}
    order = sorted({a[1] for a in names})
    fold = dict(zip(order, np.random.default_rng(SEED).integers(0, FOLDS, len(order)), strict=True))
    spans: list[tuple[fit_recognition.Article, set[Span]]] = []
    gold_spans: list[tuple[str, float | None, dict[str, float]]] = []
    both: list[tuple[str, Found, int]] = []
    threshold = float(mapping("place_words_weights")["threshold"])
    for k in range(FOLDS):
        finder = fit_recognition.fit(*fit_recognition._table([a for a in names if fold[a[1]] != k]))
        ranker = trained([a for a in judged_of if fold[a[1]] != k])
        gold_spans += judged([a for a in judged_of if fold[a[1]] == k], ranker)
        for article in [a for a in names if fold[a[1]] == k]:
            found = predicted(article, finder, threshold)
            found |= {t.span for t in dateline_places(parses[article[0], article[1]][0].document)}
            spans.append((article, found))
            if article[0] in NAMES:
                parse, gold = parses[article[0], article[1]]
                placed = sum(g.lat is not None and not g.adjective for g in gold)
                both.append((article[0], end_to_end(parse, found, gold, ranker), placed))
    return {corpus: _scores(corpus, spans, gold_spans, both, parses) for corpus in NAMES}


def _scores(
    corpus: str,
    spans: list[tuple[fit_recognition.Article, set[Span]]],
    gold_spans: list[tuple[str, float | None, dict[str, float]]],
    both: list[tuple[str, Found, int]],
    parses: dict[tuple[str, str], tuple[Parse, list[GoldToponym]]],
) -> dict[str, float]:
    mine = [(a, f) for a, f in spans if a[0] == corpus]
    precision, recall, f1 = fit_recognition.scores(mine)
    everything = sum(len({g.span for g in parses[corpus, a[1]][1]}) for a, _ in mine)
    hits = sum(len(f & {g.span for g in parses[corpus, a[1]][1]}) for a, f in mine)
    km = [d for c, d, _ in gold_spans if c == corpus]
    near = sum(d is not None and d <= CLOSE_KM for d in km)
    said = [d for c, found, _ in both if c == corpus for _, d in found]
    right = sum(d is not None and d <= CLOSE_KM for d in said)
    wanted = sum(n for c, _, n in both if c == corpus)
    p, r = right / max(len(said), 1), right / max(wanted, 1)
    return {
        "recognition_precision": precision,
        "recognition_recall": recall,
        "recognition_f1": f1,
        "recognition_recall_counting_adjectives": hits / everything,
        "gold_spans_acc161": near / len(km),
        "gold_spans_mean_km": float(np.mean([d for d in km if d is not None])),
        "gold_spans_without_candidates": float(sum(d is None for d in km)),
        "end_to_end_precision161": p,
        "end_to_end_recall161": r,
        "end_to_end_f1_161": 2 * p * r / max(p + r, 1e-9),
        "end_to_end_mean_km": float(np.mean([d for d in said if d is not None])),
    }


PROBE = """
import re, sys, time
from dateline.lexicon.gazetteer import open_gazetteer
start = time.perf_counter(); gazetteer = open_gazetteer(); opened = time.perf_counter() - start
names = sys.stdin.read().split("\\n"); start = time.process_time()
for name in names: gazetteer.find(name, limit=5)
taken = time.process_time() - start
peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(opened * 1000, len(names) / taken, int(peak[1]) / 1024)
"""


def gazetteer_speed() -> dict[str, float]:
    """Opening time, names a second in a fresh process (10,000 different names), memory, size.

    The memory is Linux's high-water mark of the process itself: `ru_maxrss` of a child holds its parent's.
    """
    base = open_gazetteer().folder / "gazetteer.sqlite"
    connection = open_gazetteer()._bases[-1][0]
    names = [
        n
        for (n,) in connection.execute(
            "SELECT name FROM place ORDER BY row * 2654435761 % 4294967296 LIMIT 10000"
        )
    ]
    done = subprocess.run(
        [sys.executable, "-c", PROBE], input="\n".join(names), capture_output=True, text=True, check=True
    )
    opened, rate, megabytes = map(float, done.stdout.split())
    return {
        "opened_ms": opened,
        "names_per_second": rate,
        "resident_mb": megabytes,
        "disk_mb": base.stat().st_size / 1e6,
    }


def main() -> None:
    """Runs all and writes results.json."""
    start = time.perf_counter()
    results: dict[str, dict[str, float]] = {"gazetteer": gazetteer_speed(), **folds()}
    rounded = {k: {n: round(v, 4) for n, v in scores.items()} for k, scores in results.items()}
    RESULTS.write_text(json.dumps(rounded, indent=1) + "\n", "utf-8")
    print(json.dumps(rounded, indent=1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.perf_counter() - start:.0f} s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
