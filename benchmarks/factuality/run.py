"""How far the text holds an event for real: UW and MEANTIME, mean absolute error and Pearson's r.

usage: python -m benchmarks.factuality.run [--write]

Gold's words are given, with a degree from -3 (it did not happen) to 3 (it did). `encoder` is the learned
degree of the word; the encoder read the train files beside these dev files, and gold reports; `encoder_full`
takes degrees from 2.4 on for 3, `encoder_cues` the same where no cue of the lexicon doubts, denies or
plans the event (nothing fitted). `status` is what the coder's status of the word says by itself, each
status at the mean degree it has in UW-train;
`always 3` is the baseline of the literature.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.gold import SHARED
from dateline.annotate import Parse
from dateline.annotate.annotator import annotate
from dateline.claims.status import status_of
from dateline.claims.status_cues import cues_over
from dateline.claims.triggers import Trigger
from dateline.read.text import document_of

FOLDER = SHARED / "bench" / "factuality"
RESULTS = Path(__file__).with_name("results.json")
TESTED = ("UW-dev", "MEANTIME-dev")
FULL = 2.4
"""Degree from which an event counts as told for a fact, 3 (least error on UW-train)."""


def marked(name: str) -> Iterator[tuple[Parse, list[tuple[int, float]]]]:
    """Each sentence of a file, annotated, with (token, degree) of its marked words."""
    for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        words = row["text"].split()
        starts = np.cumsum([0] + [len(word) + 1 for word in words])
        parse = annotate(document_of(" ".join(words), name=name))
        tokens = {token.idx: token.i for token in parse.doc}
        told = [(tokens.get(int(starts[t["span1"][0]])), float(t["label"])) for t in row["targets"]]
        yield parse, [(token, label) for token, label in told if token is not None]


def status_at(parse: Parse, token: int) -> str:
    """The coder's status for the event that the one word names."""
    sentence = parse.sentence_of(token)
    if sentence is None:
        return "occurred"
    return status_of(parse, Trigger(token, token + 1, token, sentence, "attack", 1.0, "given"))[0]


def doubted(parse: Parse, token: int) -> bool:
    """True where a cue over the word says that the event did not, may not or is yet to happen."""
    return any(status not in ("occurred", "ongoing") for status, _ in cues_over(parse.tokens[token]))


def means() -> dict[str, float]:
    """Mean degree of each status in UW-train."""
    seen = defaultdict(list)
    for parse, told in marked("UW-train"):
        for token, label in told:
            seen[status_at(parse, token)].append(label)
    return {status: round(float(np.mean(labels)), 3) for status, labels in sorted(seen.items())}


def score(name: str, degree: dict[str, float]) -> dict[str, Any]:
    """Error and correlation of both ways and of the constant, and how many words were scored."""
    gold: list[float] = []
    said: dict[str, list[float]] = {"encoder": [], "encoder_full": [], "encoder_cues": [], "status": []}
    for parse, told in marked(name):
        assert parse.evidence is not None
        for token, label in told:
            gold.append(label)
            degree_here = float(np.clip(parse.evidence.factuality[token], -3, 3))
            said["encoder"].append(degree_here)
            full = 3.0 if degree_here >= FULL else degree_here
            said["encoder_full"].append(full)
            said["encoder_cues"].append(degree_here if doubted(parse, token) else full)
            said["status"].append(degree.get(status_at(parse, token), 3.0))
    rows = {way: _figures(np.array(values), np.array(gold)) for way, values in said.items()}
    always = {"mae": round(float(np.abs(3 - np.array(gold)).mean()), 4)}
    return {"words": len(gold), **rows, "always_3": always}


def _figures(said: Any, gold: Any) -> dict[str, float]:
    return {
        "mae": round(float(np.abs(said - gold).mean()), 4),
        "r": round(float(np.corrcoef(said, gold)[0, 1]), 4),
    }


def main() -> int:
    """Print the figures; `--write` keeps them beside this file."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--write", action="store_true", help="write results.json")
    options = ask.parse_args()
    if not FOLDER.is_dir():
        print(f"no factuality files at {FOLDER}: nothing scored")
        return 0
    degree = means()
    told = {"degree of a status": degree} | {name: score(name, degree) for name in TESTED}
    print(json.dumps(told, indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
