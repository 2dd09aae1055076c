"""Share of gold's agents and targets that get gold's actor, given gold's words.

usage: python -m benchmarks.actors.run [--errors] [--json] [--by-corpus]

`agents` and `targets` are counted as ../shared/score/score.py does: a claim counts when gold or the
program names an actor, and is right when the two share one. `parties` counts every party, null with
null as right. `found` is the share of gold's texts that a mention of `dateline mentions actors` overlaps.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.actors.gold_parties import gold_claims
from benchmarks.gold import reports
from dateline.annotate import Parse
from dateline.claims.record import Claim, Party
from dateline.document import Document
from dateline.mentions.actors import actors
from dateline.mentions.record import Mentions
from dateline.resolve.actors import resolve_actors

RESULTS = Path(__file__).with_name("results.json")


def parsed(document: Document) -> Parse:
    """The document's parse, by the annotator that the program itself uses."""
    from dateline.annotate.annotator import annotate

    return annotate(document)


def score(split: str, *, errors: bool = False) -> dict[str, Counter[str]]:
    """Counts per corpus (the name's first part) and in `all`."""
    counts: dict[str, Counter[str]] = {"all": Counter()}
    for document, gold in reports(split):
        parse = parsed(document)
        mentions = Mentions(actors=tuple(actors(parse)))
        made, given = gold_claims(document, gold)
        coded = resolve_actors(made, parse=parse, mentions=mentions)
        for name in ("all", document.name.split("-")[0]):
            into = counts.setdefault(name, Counter())
            for claim, asked, truth in zip(coded, made, given, strict=True):
                for role in ("agents", "targets"):
                    _count(into, claim, asked, truth, role, mentions)
        if errors:
            _show(document, coded, made, given)
    return counts


def _answers(
    claim: Claim, asked: Claim, truth: dict[str, Any], role: str
) -> Iterator[tuple[Party, dict[str, Any]]]:
    """Each party that was asked about as it came out, with gold's; one that adds nobody came out no more."""
    left = {party.span: party for party in getattr(claim, role)}
    for party, given in zip(getattr(asked, role), truth[role], strict=True):
        yield left.get(party.span, party), given


def _count(
    into: Counter[str], claim: Claim, asked: Claim, truth: dict[str, Any], role: str, mentions: Mentions
) -> None:
    want = {p.get("actor") for p in truth[role]} - {None}
    got = {p.actor for p in getattr(claim, role)} - {None}
    if want or got:
        into[role + "_n"] += 1
        into[role + "_ok"] += want == got or bool(want & got)
    for party, given in _answers(claim, asked, truth, role):
        into["parties_n"] += 1
        # Gold lists the government and the army for one `regime`; either counts.
        into["parties_ok"] += party.actor == given.get("actor") or (
            party.actor is not None and party.actor in want
        )
        into["found"] += any(m.span.overlaps(party.span) for m in mentions.actors)


def _show(
    document: Document, coded: Sequence[Claim], made: Sequence[Claim], given: list[dict[str, Any]]
) -> None:
    text = document.text
    for claim, asked, truth in zip(coded, made, given, strict=True):
        for role in ("agents", "targets"):
            want = {p.get("actor") for p in truth[role]}
            for party, g in _answers(claim, asked, truth, role):
                if party.actor != g.get("actor") and party.actor not in want - {None}:
                    a, b = party.span
                    about = " ".join(
                        (text[max(0, a - 60) : a] + "[" + text[a:b] + "]" + text[b : b + 30]).split()
                    )
                    head = f"{document.name} {claim.action}.{role} gold={g.get('actor')} got={party.actor}"
                    print(f"{head} ({party.rule}): {about}")


def shares(counts: Counter[str]) -> dict[str, float | int]:
    """Shares of one corpus, rounded to three places, with the number of parties."""
    pairs = {"agents": ("agents_ok", "agents_n"), "targets": ("targets_ok", "targets_n")}
    pairs |= {"parties": ("parties_ok", "parties_n"), "found": ("found", "parties_n")}
    made: dict[str, float | int] = {
        k: round(counts[a] / counts[b], 3) for k, (a, b) in pairs.items() if counts[b]
    }
    return made | {"n": counts["parties_n"]}


def main() -> None:
    """Score both splits, print them, and with --json write results.json."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--split", choices=["train", "dev"])
    options.add_argument("--errors", action="store_true")
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    results = {}
    for split in [given.split] if given.split else ["train", "dev"]:
        results[split] = {name: shares(c) for name, c in score(split, errors=given.errors).items()}
        for name, row in results[split].items():
            print(f"{split:6} {name:10}", *(f"{k} {v:<7}" for k, v in row.items()))
    if given.json:
        RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
