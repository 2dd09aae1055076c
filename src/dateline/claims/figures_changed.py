"""Tolls that changed: of `rose from 12 to 17`, and of `rose to 17 from 12`, what is claimed is 17."""

from __future__ import annotations

import dataclasses
import re
from functools import cache

from dateline.claims.figures_words import figure_words
from dateline.mentions.numbers_words import alternatives
from dateline.mentions.record import Quantity

REACH = 48
"""Characters before a number in which a change is told."""


def is_former(text: str, quantity: Quantity) -> bool:
    """True for 12 in `rose to 17 from 12`, and in `17 died, up from 12 in May`."""
    start = quantity.span.start
    return _former().search(text[max(0, start - REACH) : start]) is not None


def reached(text: str, quantity: Quantity) -> Quantity:
    """The quantity, of `from 12 to 17` after a word for change the number that was reached alone."""
    span = quantity.span
    if quantity.bound != "range" or not text[span.start : span.end].lower().startswith("from"):
        return quantity
    said = _change().search(text[max(0, span.start - REACH) : span.start])
    if said is None:
        return quantity
    value = quantity.low if said["falling"] else quantity.high
    return dataclasses.replace(quantity, low=value, high=value, bound="exact")


@cache
def _change() -> re.Pattern[str]:
    rising, falling = (alternatives(figure_words(kind)) for kind in ("rising", "falling"))
    return re.compile(rf"\b(?:(?P<rising>{rising})|(?P<falling>{falling}))\s+\Z", re.I)


@cache
def _former() -> re.Pattern[str]:
    """What stands before the number that was: a change, what it came to, and `from`."""
    changed = alternatives([*figure_words("rising"), *figure_words("falling")])
    against = alternatives(figure_words("against"))
    return re.compile(rf"\b(?:{changed})\s+to\s+(?:[\w,.-]+\s+){{1,3}}from\s+\Z|,\s+(?:{against})\s+\Z", re.I)
