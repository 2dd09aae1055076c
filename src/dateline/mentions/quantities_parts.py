"""Relations among the amounts of a sentence: parts of a whole, running totals, one area said twice."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.document import Span
from dateline.mentions.record import Quantity

_PART = re.compile(
    r"\b(?:including|includes?|included|among them|among whom|of whom|of which|of them|among those|"
    r"of these|of those|counting)\b"
)
_PARTITIVE = re.compile(r"\s*(?:of|out of)\s+(?:them|these|those|whom|which|the)\b")
_OF_THEM = re.compile(r"\bof\s+(?:them|these|those|whom|which)\b")
"""The same within an amount: `11 of them children`."""
_ENDS = re.compile(
    r"[;.!?]|,\s+(?!including|counting|of\b)[a-z]+ing\b|\b(?:while|but|and\s+(?:wound|injur|destroy|damag|captur|kill|leav|displac)\w*)\b"
)
_CUMULATIVE = re.compile(
    r"\b(?:so far|to date|until now|up to now|in total|a total of|total of|overall|altogether|in all|"
    r"since|br(?:ought|inging|ings?)\b[^.;]{0,60}\bto|ris(?:en|ing|es)\s+to|rose\s+to|climbed\s+to|reached|"
    r"(?:death\s+)?toll)\b"
)
_LED_BY = re.compile(r"\b(?P<word>by|to|at|from)\s+\Z")
_SUSPENDED = re.compile(r"-\s*(?:,\s*)?(?:(?:and|or|to)\s+)?")
_OF_WHOLE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|a|an)\s+(?:[a-z]+\s+)?")
_OF_COUNT = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)?")
_AMONG = re.compile(r"\s+(?:(?:is|are|was|were)\s+)?among\s+(?:the\s+)?")
WEIGHTS = frozenset(("ton", "kilogram", "gram", "pound-mass", "ounce"))
"""Units of weight."""
_REACH = 90
"""Characters around an amount in which words that make it a running total must stand."""


def related(text: str, folded: str, sentence: Span, found: list[Quantity]) -> list[Quantity]:
    """The amounts of one sentence with `part_of` and `cumulative` set and conversions folded in."""
    made: list[Quantity] = []
    for quantity in found:
        if made and _is_same(folded, made[-1], quantity):
            span = Span(made[-1].span.start, _closed(folded, quantity.span.end, sentence.end))
            made[-1] = replace(made[-1], span=span, text=text[span.start : span.end])
            continue
        if made and _is_elliptic(folded, made[-1], quantity):
            quantity = replace(quantity, unit=made[-1].unit, measure=made[-1].measure)
        elif made and _ends_in(folded, made[-1], quantity):
            made[-1] = replace(made[-1], unit=quantity.unit, measure=quantity.measure)
        elif made and _shares(folded, made[-1], quantity):
            made[-1] = replace(made[-1], concept=quantity.concept, concept_span=quantity.concept_span)
        elif made and _takes_some(folded, made[-1], quantity):
            made[-1] = _some_of(made[-1], quantity)
        elif made and _is_among(folded, made[-1], quantity):
            made[-1] = replace(made[-1], part_of=quantity.span)
        if made and _is_conversion(folded, made[-1], quantity):
            quantity = replace(quantity, measure=None, rule=f"{quantity.rule}+conversion")
        whole = _whole(folded, made, quantity)
        running = _is_running(folded, sentence, quantity)
        plain = (whole, running) == (quantity.part_of, quantity.cumulative)
        made.append(quantity if plain else replace(quantity, part_of=whole, cumulative=running))
    return _suspended(folded, made)


def _suspended(folded: str, found: list[Quantity]) -> list[Quantity]:
    """`three-, four- and six-tonne`: what stands with the last of them holds for all."""
    made = list(found)
    for k in range(len(made) - 2, -1, -1):
        one, following = made[k], made[k + 1]
        alone = one.unit is None and one.concept is None
        if alone and _SUSPENDED.fullmatch(folded, one.span.end, following.span.start):
            made[k] = replace(
                one,
                unit=following.unit,
                measure=following.measure,
                concept=following.concept,
                concept_span=following.concept_span,
            )
    return made


def _is_conversion(folded: str, first: Quantity, second: Quantity) -> bool:
    """`47 feet (14 metres)`: the same length in another unit; it has a measure only once."""
    if first.unit is None or not _brackets(folded, first, second):
        return False
    if second.measure in ("distance", "money"):
        return first.measure == second.measure
    return first.unit in WEIGHTS and second.unit in WEIGHTS


def _is_elliptic(folded: str, first: Quantity, second: Quantity) -> bool:
    """`up by 2 percent and then by 1`: a share whose unit is said once."""
    if first.unit != "percentage" or second.unit is not None or second.concept is not None:
        return False
    led = _LED_BY.search(folded, max(0, first.span.start - 8), first.span.start)
    again = _LED_BY.search(folded, max(0, second.span.start - 8), second.span.start)
    return led is not None and again is not None and led["word"] == again["word"]


def _ends_in(folded: str, first: Quantity, second: Quantity) -> bool:
    """`2 million of the 5 million pounds`: a unit that is said with the whole."""
    if first.unit is not None or first.concept is not None or second.unit is None:
        return False
    return _OF_WHOLE.fullmatch(folded, first.span.end, second.span.start) is not None


def _shares(folded: str, first: Quantity, second: Quantity) -> bool:
    """`two thirds of the 40 captured trucks`: a share of what is counted after it."""
    if first.unit != "share" or first.concept is not None:
        return False
    return _OF_WHOLE.fullmatch(folded, first.span.end, second.span.start) is not None


def _takes_some(folded: str, first: Quantity, second: Quantity) -> bool:
    """`40 of the 90 trucks`: a number of what is counted after it."""
    if first.unit is not None or first.concept is not None or second.unit is not None:
        return False
    between = _OF_COUNT.fullmatch(folded, first.span.end, second.span.start)
    return second.concept is not None and between is not None


def _is_among(folded: str, first: Quantity, second: Quantity) -> bool:
    """`two medics among 31 killed`, `two medics were among the 31 dead`: the part is told first."""
    if first.unit is not None or second.unit is not None or first.concept_span is None:
        return False
    return _AMONG.fullmatch(folded, first.concept_span.end, second.span.start) is not None


def _some_of(part: Quantity, whole: Quantity) -> Quantity:
    """The part, of the things that the whole counts."""
    return replace(
        part,
        measure=whole.measure,
        concept=whole.concept,
        concept_span=whole.concept_span,
        part_of=whole.span,
        rule=f"{part.rule}+{whole.rule.partition('+')[2] or 'part'}",
    )


def _is_same(folded: str, first: Quantity, second: Quantity) -> bool:
    """`500 square kilometres (193 square miles)`: codebook section 6, one quantity."""
    return first.measure == second.measure == "area" and _brackets(folded, first, second, or_commas=True)


def _brackets(folded: str, first: Quantity, second: Quantity, *, or_commas: bool = False) -> bool:
    between = folded[first.span.end : second.span.start]
    return re.fullmatch(r"\s*[(\[]\s*" + (r"|\s*(?:,|or|-|/)\s*" if or_commas else ""), between) is not None


def _closed(folded: str, end: int, limit: int) -> int:
    return end + 1 if end < limit and folded[end] in ")]" else end


def _whole(folded: str, before: list[Quantity], quantity: Quantity) -> Span | None:
    """The earlier amount of the sentence that this one is a part of, or None."""
    countable = [
        q for q in before if q.unit is None and q.part_of is None and not q.rule.startswith("singular")
    ]
    if not countable or quantity.unit is not None:
        return None
    whole = countable[-1]
    between = folded[whole.span.end : quantity.span.start]
    within = _OF_THEM.search(folded, quantity.span.start, quantity.span.end)
    if (within or _PARTITIVE.match(folded, quantity.span.end)) and not _ENDS.search(between):
        return whole.span
    cues = list(_PART.finditer(between))
    if not cues or _ENDS.search(between, cues[-1].end()):
        return None
    return whole.span


def _is_running(folded: str, sentence: Span, quantity: Quantity) -> bool:
    if quantity.rule.startswith(("singular", "none")):
        return False
    start = max(sentence.start, quantity.span.start - _REACH)
    return _CUMULATIVE.search(folded, start, min(sentence.end, quantity.span.end + _REACH)) is not None
