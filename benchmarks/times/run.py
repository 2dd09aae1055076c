"""Scores the time finder on TimeBank and AQUAINT, and on the times of the gold claims.

    python -m benchmarks.times.run [--heideltime heidel.jsonl] [--write]

`--heideltime` takes lines `{"name", "timexes": [{"text", "value", "span"}]}` made by
`benchmarks/times/heideltime.py` in an environment of its own, and scores it on the documents it holds.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.gold import reports
from benchmarks.times.timeml import TimeML, documents
from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.mentions.times import anchor_of, times
from dateline.read.text import document_of

RESULTS = Path(__file__).with_name("results.json")


class Found(NamedTuple):
    """A time as a system found it."""

    span: Span
    value: str | None


class Tally:
    """TempEval-3 counts: an expression is found if any character is; the value must be the same string."""

    def __init__(self) -> None:
        self.gold = self.system = self.matched = self.valued = 0

    def add(self, document: TimeML, found: list[Found]) -> None:
        """Counts one document; each found expression may match one annotated one."""
        left = list(found)
        self.gold += len(document.timexes)
        self.system += len(found)
        for timex in document.timexes:
            span = Span(timex.start, timex.end)
            hit = next((f for f in left if f.span.overlaps(span)), None)
            if hit is not None:
                left.remove(hit)
                self.matched += 1
                self.valued += hit.value == timex.value

    def scores(self) -> dict[str, float]:
        """Precision, recall and F1 of the match; F1 and accuracy of the value."""
        return {
            "gold": self.gold,
            "found": self.system,
            "precision": round(self.matched / self.system, 4),
            "recall": round(self.matched / self.gold, 4),
            "relaxed_f1": round(2 * self.matched / (self.gold + self.system), 4),
            "value_f1": round(2 * self.valued / (self.gold + self.system), 4),
            "value_accuracy": round(self.valued / self.matched, 4),
        }


def ours(document: TimeML) -> list[Found]:
    """Times found in one TimeML document, told from its creation time."""
    read = parse(document_of(document.text, name=document.name, published=document.created))
    return [Found(t.span, t.value) for t in times(read)]


def heideltime(document: TimeML, timexes: Iterable[dict[str, Any]]) -> list[Found]:
    """HeidelTime's times, found again in the text in order (its own offsets skip white space)."""
    found, at = [], 0
    for timex in timexes:
        words = r"\s+".join(re.escape(word) for word in timex["text"].split())
        m = re.compile(words).search(document.text, at)
        if m is not None:
            at = m.end()
            found.append(Found(Span(*m.span()), timex["value"]))
    return found


def timebank(other: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Scores per corpus and in all; with `other`, both systems on the documents it holds."""
    tallies: dict[str, Tally] = {}
    side = {"dateline": Tally(), "heideltime": Tally()}
    for document in documents():
        found = ours(document)
        for key in (document.corpus, "all"):
            tallies.setdefault(key, Tally()).add(document, found)
        if document.name in other:
            side["dateline"].add(document, found)
            side["heideltime"].add(document, heideltime(document, other[document.name]))
    results: dict[str, Any] = {key: tally.scores() for key, tally in tallies.items()}
    if other:
        results["side_by_side"] = {"documents": len(other), **{k: t.scores() for k, t in side.items()}}
    return results


def gold_claims(split: str) -> dict[str, Any]:
    """Share of gold claims with a time whose days some Time has: in the same sentence, or anywhere."""
    counted = sentence = document_wide = 0
    for document, gold in reports(split):
        read = parse(document)
        found = [(t.span, [str(t.start), str(t.end)]) for t in times(read)]
        anchor = anchor_of(read)
        days = [day for _, day in found] + ([[str(anchor.day)] * 2] if anchor else [])
        for claim in gold["claims"]:
            if not isinstance(claim.get("time"), list) or None in claim["time"]:
                continue
            counted += 1
            own = next((s for s in read.sentences if s.span.start <= claim["span"][0] < s.span.end), None)
            here = [day for span, day in found if own is not None and span.overlaps(own.span)]
            sentence += claim["time"] in here
            document_wide += claim["time"] in here or claim["time"] in days
    return {
        "claims": counted,
        "same_sentence": round(sentence / counted, 4),
        "sentence_document_or_anchor": round(document_wide / counted, 4),
    }


def main() -> None:
    """Prints the table; `--write` keeps it in results.json."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--heideltime", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    other: dict[str, list[dict[str, Any]]] = {}
    if chosen.heideltime:
        rows = (json.loads(line) for line in chosen.heideltime.read_text("utf-8").splitlines())
        other = {row["name"]: row["timexes"] for row in rows}
    results = {"timebank_aquaint": timebank(other), "gold": {s: gold_claims(s) for s in ("train", "dev")}}
    print(json.dumps(results, indent=1))
    if chosen.write:
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
