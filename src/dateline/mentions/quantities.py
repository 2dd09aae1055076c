"""Finds amounts: how many of what, or how much in which unit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dateline.annotate import Parse
from dateline.document import Span
from dateline.mentions.numbers import Atom, Number, atoms
from dateline.mentions.numbers_words import lower_in_place
from dateline.mentions.quantities_bounds import bounded
from dateline.mentions.quantities_excluded import says_no_amount
from dateline.mentions.quantities_nouns import Counted, counted
from dateline.mentions.quantities_parts import related
from dateline.mentions.quantities_singular import none_counts, singular_counts
from dateline.mentions.quantities_units import (
    Unit,
    converted,
    normal_name,
    rate_after,
    unit_after,
    unit_before,
)
from dateline.mentions.record import Quantity


def quantities(parse: Parse) -> Iterator[Quantity]:
    """Amounts in the prose of a document, in text order, none inside another.

    `over 20 tanks` is at_least 20 with measure `tanks`; `a woman` is 1 (rule `singular.indefinite`);
    `no casualties` is 0. Area comes in square kilometres, distance in kilometres, with the amount as
    written in `said`. Durations and ages are amounts too (unit `day`, `year of age`), without a measure.
    """
    text = parse.document.text
    folded = lower_in_place(text)
    starts = parse.starts
    found: list[Quantity] = []
    for sentence in parse.sentences:
        begin, end = sentence.span
        piece = folded[begin:end]
        kept = [a for a in atoms(piece) if not says_no_amount(piece, text[begin:end], a)]
        numbers = [_shifted(n, begin) for n in bounded(piece, _trimmed(text[begin:end], piece, kept))]
        local = [_quantity(parse, text, folded, starts, number) for number in numbers]
        local += singular_counts(parse, sentence, folded)
        local += none_counts(parse, sentence, folded)
        found.extend(related(text, folded, sentence.span, _disjoint(local)))
    yield from found


_LETTER_SCALE = re.compile(r"\d\s*[mbk]\Z")
_MONEY_SIGN = re.compile(r"(?:[$£€¥₪₹=]|us|usd|rm|ps|eur|gbp)\s?\Z")


def _trimmed(written: str, piece: str, found: list[Atom]) -> list[Atom]:
    """Numbers whose `m` or `k` is a magnitude only after a currency: `37m` is metres, `4.3M` is not."""
    made = []
    for atom in found:
        phrase = piece[atom.start : atom.end]
        if (
            written[atom.end - 1] != "M"
            and _LETTER_SCALE.search(phrase)
            and not _MONEY_SIGN.search(piece[max(0, atom.start - 4) : atom.start])
        ):
            plain = phrase[:-1].rstrip()
            value = float(plain.replace(",", ""))
            atom = Atom(atom.start, atom.start + len(plain), value, value, "number.digits", True)
        made.append(atom)
    return made


def _shifted(number: Number, by: int) -> Number:
    core = (number.core[0] + by, number.core[1] + by)
    inner = None if number.inner is None else number.inner + by
    return number._replace(start=number.start + by, end=number.end + by, core=core, inner=inner)


def _quantity(parse: Parse, text: str, folded: str, starts: list[int], number: Number) -> Quantity:
    unit = _unit(text, folded, number)
    if unit is not None:
        return _measured(text, number, unit)
    following = max(number.end, number.core[1])
    if _is_age(text, number):
        return _counted(parse, folded, number._replace(rule=f"{number.rule}+age"), None, unit="year of age")
    noun = counted(parse, bisect_left(starts, following), compound=folded.startswith("-", following))
    return _counted(parse, folded, number, noun)


def _measured(text: str, number: Number, unit: Unit) -> Quantity:
    entry = unit.entry
    measure = None if unit.per else entry.get("measure")
    start, end = min(number.start, unit.start), max(number.end, unit.end)
    low, high, name, said = number.low, number.high, unit.name, None
    if measure and entry.get("to"):
        low, high, name = converted(low, entry), converted(high, entry), entry["to"]
        if name != normal_name(entry):
            said = (number.low, number.high, normal_name(entry))
    return Quantity(
        span=Span(start, end),
        text=text[start:end],
        low=low,
        high=high,
        bound=number.bound,
        unit=name,
        measure=measure,
        said=said,
        rule=f"{number.rule}+{entry.id}",
    )


def _unit(text: str, folded: str, number: Number) -> Unit | None:
    """The unit before or after a number, and of a range where its first number has one."""
    ends = [number.core[1]] if number.inner is None else [number.inner, number.core[1]]
    found = (unit_before(folded, number.core[0], end) or unit_after(text, folded, end) for end in ends)
    return next((unit for unit in found if unit is not None), None)


_AGE_BEFORE = re.compile(r"[A-Z][\w'’-]*\s*,\s*\Z")
_AGE_AFTER = re.compile(r"\s*,\s*[^\s\d]")
_AGE_SAID = re.compile(r"\b(?:[Hh]|[Ss]h)e\s+(?:is|was|will\s+be|would\s+be|turns|turned)\s+\Z")
_AGE_CLOSED = re.compile(r"\s*(?:[,.;)]|\s(?:when|and|by|at|in)\b|\Z)")
OLDEST = 110
"""Years of age beyond which `Smith, 130,` is no age."""


def _is_age(text: str, number: Number) -> bool:
    """`Smith, 45, was killed`, `he was 45 when`."""
    if not number.digits or number.bound != "exact" or not 0 < (number.low or 0) <= OLDEST:
        return False
    before, after = text[max(0, number.start - 24) : number.start], text[number.end : number.end + 8]
    named = _AGE_BEFORE.search(before) and _AGE_AFTER.match(after)
    return bool(named or (_AGE_SAID.search(before) and _AGE_CLOSED.match(after)))


def _counted(
    parse: Parse, folded: str, number: Number, noun: Counted | None, *, unit: str | None = None
) -> Quantity:
    text, start, end = parse.document.text, number.start, number.end
    concept_span, measure, rule = None, None, number.rule
    if number.rule.startswith("number.fraction"):
        unit = "share"
    if noun is not None:
        concept_span = parse.span_of(noun.first, noun.last)
        end = max(end, concept_span.end)
        if noun.entry is not None and unit is None:
            measure, rule = noun.entry["measure"], f"{rule}+{noun.entry.id}"
        rate = rate_after(folded, concept_span.end)
        if rate is not None and unit is None:
            end, unit = rate.end, f"per {rate.per}"
    return Quantity(
        span=Span(start, end),
        text=text[start:end],
        low=number.low,
        high=number.high,
        bound=number.bound,
        unit=unit,
        concept=text[concept_span.start : concept_span.end] if concept_span else None,
        concept_span=concept_span,
        measure=measure,
        rule=rule,
    )


def _disjoint(found: list[Quantity]) -> list[Quantity]:
    """Quantities in text order; of two that overlap the one that starts first stays whole."""
    made: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        if not made or quantity.span.start >= made[-1].span.end:
            made.append(quantity)
    return made
