"""Counts how often each entry of the action lexicon is a claim in the gold reports' train split.

usage: python -m training.lexicon.priors      writes src/dateline/lexicon/en/action_priors.yaml

The entry's own `prior` counts as four observations, so that a rule seen twice is not trusted more
than the analyst who wrote it. No seed: counting is exact.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.gold import reports
from dateline.annotate.parser import parse
from dateline.claims.triggers import lexicon_hits
from dateline.document import Span
from dateline.lexicon import entries

OUT = Path(__file__).resolve().parents[2] / "src/dateline/lexicon/en/action_priors.yaml"
WEIGHT = 4.0
HEADER = """# How often the words of an action entry are a claim, fitted by training/lexicon/priors.py on
# the train split of the gold reports. Do not edit: edit `prior` in actions.yaml and run the script again.
"""


def counts() -> tuple[Counter[str], Counter[str]]:
    """(hits that are claims, all hits) by entry id."""
    claims: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for document, gold in reports("train"):
        parsed = parse(document)
        triggers = [Span(*claim["span"]) for claim in gold["claims"]]
        for sentence in parsed.sentences:
            for hit in lexicon_hits(parsed, sentence):
                seen[hit.entry.id] += 1
                span = parsed.span_of(hit.start, hit.end)
                claims[hit.entry.id] += any(span.overlaps(t) for t in triggers)
    return claims, seen


def main() -> None:
    """Write the priors, one entry a line, in the lexicon's order."""
    claims, seen = counts()
    lines = []
    for entry in entries("actions"):
        own = float(entry.get("prior", 0.8))
        prior = (claims[entry.id] + WEIGHT * own) / (seen[entry.id] + WEIGHT)
        lines.append(f"{entry.id}: {prior:.3f}")
    OUT.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
