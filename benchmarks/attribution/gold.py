"""Attribution of gold claims, their triggers given: voice, source kind and source.

usage: python -m benchmarks.attribution.gold [--errors] [--cache FILE]

Voice is right when own voice and not own voice agree; source is right when the words share one with
the gold's after folding, over claims that gold gives a source (both as in score.py); kind is right
when equal, over the same claims. The two splits are reported
apart. Rules were made on train; dev errors were read by kind towards the end, so dev is not unseen.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, reports
from dateline.annotate import Parse
from dateline.annotate.parser import parse
from dateline.claims.attribution import attribute, speakers_of
from dateline.claims.attribution_kinds import folded
from dateline.document import Span
from dateline.mentions.quotes import quotes

RESULTS = Path(__file__).with_name("results.json")


def rows(parses: Iterator[tuple[Parse, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """One row a gold claim: what gold and the rules say, and which parts agree."""
    for parsed, gold in parses:
        found = tuple(quotes(parsed))
        speakers = speakers_of(parsed, found)
        for claim in gold["claims"]:
            chain = attribute(trigger=Span(*claim["span"]), parse=parsed, quotes=found, speakers=speakers)
            own = claim["source_kind"] == "own_voice"
            said = chain[-1].text if chain else ""
            yield {
                "document": parsed.document.name,
                "corpus": parsed.document.name.split("-")[0],
                "claim": claim,
                "chain": chain,
                "voice": own == (not chain),
                "kind": None if own else bool(chain) and chain[-1].kind == claim["source_kind"],
                "source": None if own else bool(_words(said) & _words(claim["source"])),
            }


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", folded(text)))


def table(scored: list[dict[str, Any]]) -> dict[str, Any]:
    """Accuracies over all rows and by corpus."""

    def rate(key: str, of: list[dict[str, Any]]) -> float | None:
        known = [r[key] for r in of if r[key] is not None]
        return round(sum(known) / len(known), 4) if known else None

    by_corpus: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in scored:
        by_corpus[row["corpus"]].append(row)
    whole = {"claims": len(scored)} | {k: rate(k, scored) for k in ("voice", "source", "kind")}
    return whole | {
        "corpora": {
            name: {"claims": len(of)} | {k: rate(k, of) for k in ("voice", "source", "kind")}
            for name, of in sorted(by_corpus.items())
        }
    }


def errors(scored: list[dict[str, Any]], text: dict[str, str]) -> Iterator[str]:
    """A line for each claim whose voice or source is wrong."""
    for row in scored:
        if row["voice"] and row["source"] in (None, True):
            continue
        claim, chain = row["claim"], row["chain"]
        start, end = claim["span"]
        body = text[row["document"]]
        kind = "SOURCE" if row["voice"] else ("MISSED" if not chain else "EXTRA")
        got = f"{chain[-1].text!r} by {chain[-1].rule}" if chain else "own voice"
        around = body[max(0, start - 150) : start] + "<<" + body[start:end] + ">>" + body[end : end + 150]
        yield f"{kind} {row['document']} gold {claim['source']!r}, got {got}\n     {' '.join(around.split())}"


def main() -> None:
    """Print and store the table of both splits."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    if not GOLD.is_dir():
        raise SystemExit(f"no gold reports at {GOLD}")
    result = {}
    for split in ("train", "dev"):
        scored = list(rows((parse(d), gold) for d, gold in reports(split)))
        result[split] = table(scored)
        if chosen.errors:
            text = {d.name: d.text for d, _ in reports(split)}
            print("\n".join(errors(scored, text)))
    stored = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    RESULTS.write_text(json.dumps(stored | {"gold": result}, indent=1) + "\n", "utf-8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
