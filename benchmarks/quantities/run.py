"""Scores the quantity finder on NewsQuant, and on the numbers of the gold claims.

    python -m benchmarks.quantities.run [--errors] [--write]

NewsQuant counts a quantity as right when its value is (rtol 1e-5; a range is a pair), and as right with
unit when the normalised unit's name, in lower case, is the same too. `published` counts as the CQE
evaluation does, which lets one found value be right for several annotated ones until a unit fits;
`one_to_one` pairs each found quantity with one annotated one at most, and is the stricter.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.gold import SHARED, reports
from dateline.annotate import Parse
from dateline.annotate.parser import parse
from dateline.mentions.quantities import quantities
from dateline.mentions.record import Quantity
from dateline.read.text import document_of

NEWSQUANT = SHARED / "bench" / "quantity" / "newsquant-a.json"
RESULTS = Path(__file__).with_name("results.json")
UNREAD = slice(3, None, 4)
"""Every fourth sentence: errors of the others were read when the finder was last mended, of these not."""
UNANNOTATED = ("vague.", "none.", "singular.")
"""NewsQuant annotates neither `several` nor `no` nor `a woman`: our rules for these are left out."""

Value = tuple[float, ...]


class Amount(NamedTuple):
    """A value, or the two ends of a range, and the name of its unit."""

    value: Value
    unit: str


def amounts(read: Parse) -> list[Amount]:
    """What the finder finds, in NewsQuant's conventions."""
    return [_amount(read, q) for q in quantities(read) if not q.rule.startswith(UNANNOTATED)]


def _amount(read: Parse, quantity: Quantity) -> Amount:
    low, high, unit = quantity.said or (quantity.low, quantity.high, quantity.unit)
    if low is None or high is None or low == high:
        value: Value = (low if low is not None else high or 0.0,)
    else:
        value = (low, _open_end(quantity, low, high))
    noun = _noun(read, quantity)
    if unit == "share":
        unit = f"% {noun}"
    elif unit and unit.startswith("per "):
        unit = f"{noun} {unit}"
    return Amount(value, (unit or noun).lower())


def _open_end(quantity: Quantity, low: float, high: float) -> float:
    """Their `millions` end at 10,000,000 and `dozens` at 120, ours at 9,999,999 and 99."""
    if not quantity.rule.startswith("magnitude"):
        return high
    return 120 if high == 99 else high + 1


def _noun(read: Parse, quantity: Quantity) -> str:
    if quantity.concept_span is None:
        return "-"
    words = _led_by(read, quantity)
    for token in read.tokens_in(quantity.concept_span):
        if token.pos_ not in ("ADV", "CCONJ") and token.tag_ != "VBN" and not token.is_space:
            word = token.lemma_ if token.pos_ in ("NOUN", "ADJ") else token.text
            words += (word.removesuffix("s") if token.tag_ == "NNPS" else word) + token.whitespace_
    return words.strip()


def _led_by(read: Parse, quantity: Quantity) -> str:
    """The adjective before the number, which they join to the noun: `the last six carts` are `last cart`."""
    first, head = read.tokens_in(quantity.span)[0], read.tokens_in(quantity.concept_span)[-1]
    before = read.doc[first.i - 1] if first.i else None
    if before is None or before.pos_ not in ("ADJ", "NOUN") or before.head != head:
        return ""
    return f"{before.lemma_} "


def annotated(rows: list[dict[str, str]]) -> list[Amount]:
    """The annotated quantities of one sentence."""
    return [Amount(_value(row["value"]), row["normalized_unit"].lower()) for row in rows]


def _value(written: str) -> Value:
    if "E" in written or written.startswith("-") or "-" not in written:
        return (float(written),)
    first, second = written.split("-")
    # Ours are ordered: a fall `from 8 to 5` is the range 5 to 8.
    return tuple(sorted((float(first), float(second))))


def same_value(first: Value, second: Value) -> bool:
    """Equal numbers, or equal ends of two ranges."""
    return len(first) == len(second) and all(
        math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in zip(first, second, strict=True)
    )


def paired(gold: list[Amount], found: list[Amount]) -> tuple[int, int]:
    """Right values and right values with unit, each found quantity used once at most for either."""
    return _matches(gold, found, with_unit=False), _matches(gold, found, with_unit=True)


def _matches(gold: list[Amount], found: list[Amount], *, with_unit: bool) -> int:
    left, right = list(found), 0
    for amount in gold:
        hit = next(
            (
                f
                for f in left
                if same_value(f.value, amount.value) and (not with_unit or f.unit == amount.unit)
            ),
            None,
        )
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def published(gold: list[Amount], found: list[Amount]) -> tuple[int, int]:
    """The same counts as the CQE evaluation makes them."""
    left = sorted(found, key=lambda f: f.unit)
    budget, values, units = len(gold), 0, 0
    for amount in sorted(gold, key=lambda g: g.unit):
        for candidate in list(left):
            if not same_value(candidate.value, amount.value):
                continue
            if budget:
                values, budget = values + 1, budget - 1
            if candidate.unit == amount.unit:
                units += 1
                left.remove(candidate)
                break
    return values, units


def newsquant(*, errors: bool) -> dict[str, Any]:
    """Scores over all sentences, counted both ways, and over those whose errors were not read."""
    read = []
    for row in json.loads(NEWSQUANT.read_text("utf-8")):
        gold = annotated(row["quantities"])
        found = amounts(parse(document_of(row["text"], name="newsquant")))
        read.append((gold, found))
        if errors and paired(gold, found)[1] < max(len(gold), len(found)):
            print(row["text"], *(f"\n   gold  {g}" for g in gold), *(f"\n   found {f}" for f in found))
    return scored(read) | {"unread": scored(read[UNREAD])}


def scored(read: list[tuple[list[Amount], list[Amount]]]) -> dict[str, Any]:
    """Precision, recall and F1 of some sentences, each way of counting."""
    total_gold = sum(len(gold) for gold, _ in read)
    total_found = sum(len(found) for _, found in read)
    results: dict[str, Any] = {"gold": total_gold, "found": total_found}
    for name, count in (("one_to_one", paired), ("published", published)):
        right = [count(gold, found) for gold, found in read]
        results[name] = {
            "value": _scores(sum(values for values, _ in right), total_gold, total_found),
            "value_unit": _scores(sum(units for _, units in right), total_gold, total_found),
        }
    return results


def _scores(right: int, gold: int, found: int) -> dict[str, float]:
    return {
        "precision": round(right / found, 4),
        "recall": round(right / gold, 4),
        "f1": round(2 * right / (gold + found), 4),
    }


def gold_claims(split: str) -> dict[str, Any]:
    """Share of gold claim quantities that some Quantity of the claim's sentence gives.

    Bare plurals (vague, low 2) are left out: the claims room reads them off the noun.
    """
    counted = right = 0
    for document, gold in reports(split):
        read = parse(document)
        found = list(quantities(read))
        for claim in gold["claims"]:
            own = next((s for s in read.sentences if s.span.start <= claim["span"][0] < s.span.end), None)
            here = [q for q in found if own is not None and q.span.overlaps(own.span)]
            for figure in claim["quantities"]:
                if (figure["bound"], figure["low"], figure["high"]) == ("vague", 2, None):
                    continue
                loose = figure["bound"] in ("vague", "about")
                counted += 1
                right += any(q.low == figure["low"] and (loose or q.high == figure["high"]) for q in here)
    return {"quantities": counted, "recall": round(right / counted, 4)}


def main() -> None:
    """Prints the table; `--write` keeps it in results.json."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    results = {
        "newsquant_a": newsquant(errors=chosen.errors),
        "gold": {split: gold_claims(split) for split in ("train", "dev")},
        "published_newsquant_f1": {
            "CQE": {"value": 0.92, "value_unit": 0.856},
            "quantulum3": {"value": 0.73, "value_unit": 0.472},
        },
    }
    print(json.dumps(results, indent=1))
    if chosen.write:
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
