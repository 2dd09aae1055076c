"""Quotations against PolNeAR dev: source, cue and content spans, exact and overlap.

usage: python -m benchmarks.attribution.run [--archive FILE] [--errors]

Definition, after citron's `citron_evaluate` (BBC, citron/metrics.py), over tokens of this parser:
- cue, exact: a quotation counts if one of the other side has the same cue span.
- source and content, exact: it counts if one of the other side whose cue overlaps has the same list of spans.
- overlap: shared tokens, summed over all pairs of found and gold quotations of a document, over the
  tokens found (precision) and the tokens in gold (recall). Quotations nested in others make citron's
  sum count a token more than once; `overlap_paired` is the stricter sum over pairs whose cues overlap.
Precision, recall and F1 are over all documents together (micro). The end punctuation of spans, which
annotators leave in and out at will, is stripped from both sides. Of texts annotated by several
people the first annotator's file (by name) is gold; `annotators` scores the others against the first:
the ceiling.
PolNeAR holds beliefs and intentions too, so all rules are on; `speech` in a rule's stance is for callers.
Nothing is fitted to these texts by a program, but they are not unseen: word lists and filters were chosen
after reading which cues here were missed and which were false. The words of attitudes (`attitudes.yaml`) were
chosen on every second article (`read_half`); `other_half` holds the rest.
No gold attribution stands inside another's content; what dateline finds there counts as found all the same.
"""

from __future__ import annotations

import argparse
import json
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.gold import SHARED
from dateline.annotate import Parse
from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of

ARCHIVE = SHARED / "bench" / "attribution" / "polnear-dev.tar.gz"
RESULTS = Path(__file__).with_name("results.json")
PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Row:
    """One quotation as token indices: each part a tuple of `(first, last)` stretches."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


def read(archive: Path) -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Texts by name, and for each text its annotation files as (name, content), sorted."""
    texts: dict[str, str] = {}
    files: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            handle = tar.extractfile(member) if member.isfile() else None
            if handle is None:
                continue
            body, path = handle.read().decode("utf-8"), Path(member.name)
            if path.suffix == ".txt":
                texts[path.stem] = body
            elif path.suffix == ".ann":
                files[path.stem.rpartition("_")[0]].append((path.stem, body))
    return texts, files


def gold_rows(parsed: Parse, annotation: str) -> list[Row]:
    """The attributions of one brat file that have a cue."""
    spans: dict[str, list[Span]] = {}
    rows = []
    for line in annotation.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            where = rest.partition("\t")[0].split(" ", 1)[1]
            spans[key] = [Span(*map(int, p.split())) for p in where.split(";")]
    for line in annotation.splitlines():
        if line.startswith("E"):
            linked: dict[str, list[Span]] = defaultdict(list)
            for pair in line.partition("\t")[2].split():
                role, _, key = pair.partition(":")
                linked[re.sub(r"\d+$", "", role).lower()].extend(spans.get(key, []))
            rows.append(_row(parsed, linked["source"], linked["cue"], linked["content"]))
    return [row for row in rows if row.cue]


def found_rows(parsed: Parse) -> list[Row]:
    """What dateline finds, quotations without a cue left out (gold has none)."""
    rows = []
    for quote in quotes(parsed):
        if quote.cue is not None and quote.rule != "marks.continued":
            source = [quote.source] if quote.source is not None else []
            rows.append(_row(parsed, source, [quote.cue], list(quote.content)))
    return [row for row in rows if row.cue]


def _row(parsed: Parse, source: list[Span], cue: list[Span], content: list[Span]) -> Row:
    return Row(*(_tokens(parsed, part) for part in (source, cue, content)))


def _tokens(parsed: Parse, spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    made: list[tuple[int, int]] = []
    for span in sorted(spans):
        tokens = parsed.tokens_in(span)
        while len(tokens) > 1 and not any(c.isalnum() for c in tokens[-1].text):
            tokens.pop()
        while len(tokens) > 1 and not any(c.isalnum() for c in tokens[0].text):
            tokens.pop(0)
        if tokens and made and tokens[0].i <= made[-1][1]:
            made[-1] = (made[-1][0], tokens[-1].i + 1)
        elif tokens:
            made.append((tokens[0].i, tokens[-1].i + 1))
    return tuple(made)


def _overlap(a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]]) -> int:
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x, y in product(a, b))


def _length(a: Sequence[tuple[int, int]]) -> int:
    return sum(last - first for first, last in a)


def score(pairs: Iterable[tuple[list[Row], list[Row]]]) -> dict[str, Any]:
    """The table over (found, gold) of every document."""
    n: dict[object, float] = defaultdict(float)
    for found, gold in pairs:
        n["found"] += len(found)
        n["gold"] += len(gold)
        for part in PARTS:
            n[part, "exact_p"] += sum(any(_same(part, f, g) for g in gold) for f in found)
            n[part, "exact_r"] += sum(any(_same(part, f, g) for f in found) for g in gold)
            n[part, "found"] += sum(_length(getattr(f, part)) for f in found)
            n[part, "gold"] += sum(_length(getattr(g, part)) for g in gold)
            for f, g in product(found, gold):
                shared = _overlap(getattr(f, part), getattr(g, part))
                n[part, "all"] += shared
                n[part, "paired"] += shared if _overlap(f.cue, g.cue) else 0
    table: dict[str, Any] = {"found": int(n["found"]), "gold": int(n["gold"])}
    for part in PARTS:
        table[part] = {
            "exact": _prf(n[part, "exact_p"], n["found"], n[part, "exact_r"], n["gold"]),
            "overlap": _prf(n[part, "all"], n[part, "found"], n[part, "all"], n[part, "gold"]),
            "overlap_paired": _prf(n[part, "paired"], n[part, "found"], n[part, "paired"], n[part, "gold"]),
        }
    return table


def _same(part: str, found: Row, gold: Row) -> bool:
    near = found.cue == gold.cue if part == "cue" else _overlap(found.cue, gold.cue) > 0
    return near and getattr(found, part) == getattr(gold, part)


def _prf(a: float, b: float, c: float, d: float) -> dict[str, float]:
    p, r = (a / b if b else 0.0), (c / d if d else 0.0)
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def main() -> None:
    """Print and store the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--archive", type=Path, default=ARCHIVE)
    chosen = options.parse_args()
    if not chosen.archive.exists():
        raise SystemExit(f"no PolNeAR archive at {chosen.archive}")
    texts, files = read(chosen.archive)
    pairs: list[tuple[list[Row], list[Row]]] = []
    others: list[tuple[list[Row], list[Row]]] = []
    for name, text in sorted(texts.items()):
        parsed = parse(document_of(text, name=name))
        first, *rest = (gold_rows(parsed, body) for _, body in sorted(files[name]))
        pairs.append((found_rows(parsed), first))
        others.extend((rows, first) for rows in rest)
    result = {
        "polnear_dev": score(pairs),
        "read_half": score(pairs[::2]),
        "other_half": score(pairs[1::2]),
        "annotators": score(others),
    }
    stored = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    RESULTS.write_text(json.dumps(stored | result, indent=1) + "\n", "utf-8")
    for name, table in result.items():
        print(name, "found", table["found"], "gold", table["gold"])
        for part in PARTS:
            print(
                f"  {part:8}",
                *(f"{k} {v['p']:.3f}/{v['r']:.3f}/{v['f1']:.3f}" for k, v in table[part].items()),
            )


if __name__ == "__main__":
    main()
