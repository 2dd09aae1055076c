"""Event types of PLOVER's gold standard records, through the crosswalk of the coder's claims.

usage: python -m benchmarks.events.run [--errors] [--write]

A record is one sentence with one event. Of the claims coded in it, the one that shares most characters
with the event's words is taken, else the likeliest. `accuracy` counts all records, so a sentence in which
nothing was coded is wrong; `accuracy_of_coded` leaves those out. `any_claim` is right when any claim of the
sentence has the type. Dateline's actions have no counterpart for the types under `unreached types`: they
are counted all the same.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold import SHARED
from dateline.claims.record import Claim
from dateline.lexicon import mapping
from dateline.pipeline.coder import code
from dateline.read.text import document_of

RECORDS = SHARED / "bench" / "events" / "plover-gsr.json"
RESULTS = Path(__file__).with_name("results.json")
NOTHING = "(nothing coded)"
LATER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Names of types in the records (PLOVER 0.5) that the published ontology merged or renamed."""
_MARK = re.compile(r"\(([A-Z/]+): ([^)]*)\)")


def records() -> Iterator[dict[str, Any]]:
    """The records that have a text."""
    for record in json.loads(RECORDS.read_text("utf-8")):
        if "text" in record:
            yield record | {"event": LATER.get(record["event"], record["event"])}


def event_spans(record: dict[str, Any]) -> list[tuple[int, int]]:
    """Where the event's words stand in the record's text, by its markup."""
    text, spans, at = record["text"], [], 0
    info = record.get("textInfo")
    for kind, words in _MARK.findall(info.get("markup", "") if isinstance(info, dict) else ""):
        found = text.find(words, at)
        if found >= 0 and kind == "EVT":
            spans.append((found, found + len(words)))
        at = max(found, at)
    return spans


def type_of(claim: Claim) -> str | None:
    """PLOVER's event type, without its mode."""
    return claim.codes.plover.partition(":")[0] if claim.codes.plover else None


def _codes(rule: Any) -> list[str]:
    """Every code that a rule of the crosswalk may give."""
    options = [option["is"] for option in rule] if isinstance(rule, list) else [rule]
    return [code for code in options if code is not None]


def chosen(claims: tuple[Claim, ...], spans: list[tuple[int, int]]) -> Claim | None:
    """The claim that shares most characters with the event's words, else the likeliest."""

    def rank(claim: Claim) -> tuple[int, float]:
        shared = sum(max(0, min(claim.span.end, b) - max(claim.span.start, a)) for a, b in spans)
        return shared, claim.confidence or 0.0

    typed = [claim for claim in claims if type_of(claim)]
    return max(typed, key=rank, default=None)


def score(*, errors: bool = False) -> dict[str, Any]:
    """Accuracy and the confusion table of all records."""
    confusion: dict[str, Counter[str]] = {}
    count = Counter[str]()
    for record in records():
        claims = code(document_of(record["text"], name=record["id"])).claims
        best = chosen(claims, event_spans(record))
        said = (type_of(best) if best else None) or NOTHING
        count["records"] += 1
        count["coded"] += best is not None
        count["right"] += said == record["event"]
        count["any"] += record["event"] in {type_of(claim) for claim in claims}
        confusion.setdefault(record["event"], Counter())[said] += 1
        if errors and said != record["event"]:
            print(f"{record['event']} coded {said}: {record['text'][:160]}")
    codes = [code for row in mapping("crosswalk").values() for code in _codes(row["plover"])]
    reached = {code.partition(":")[0] for code in codes}
    return {
        "records": count["records"],
        "accuracy": round(count["right"] / count["records"], 4),
        "accuracy_of_coded": round(count["right"] / max(count["coded"], 1), 4),
        "any_claim": round(count["any"] / count["records"], 4),
        "unreached types": sorted(set(confusion) - reached),
        "confusion": {k: dict(sorted(v.items(), key=lambda p: -p[1])) for k, v in sorted(confusion.items())},
    }


def main() -> int:
    """Print the figures; `--write` keeps them beside this file."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--errors", action="store_true", help="list the records coded otherwise")
    ask.add_argument("--write", action="store_true", help="write results.json")
    options = ask.parse_args()
    if not RECORDS.is_file():
        print(f"no PLOVER records at {RECORDS}: nothing scored")
        return 0
    told = score(errors=options.errors)
    print(json.dumps(told, indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
