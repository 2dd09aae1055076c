"""What the finders find: frozen, picklable, each with its span."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dateline.document import Span

Bound = Literal["exact", "at_least", "at_most", "about", "range", "vague"]
Precision = Literal["day", "week", "month", "year", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """`over 500 square kilometres (193 square miles)`: one amount with its bounds.

    `unit` is the unit's name in lexicon `units` (`square kilometre`, `dollar`); `concept` the counted
    or measured words (`ISIL terrorists`); `measure` one of the codebook's measures when the unit or
    the counted noun decides it alone, else None (the claim's action decides `killed` or `wounded`).
    """

    span: Span
    text: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    concept: str | None = None
    concept_span: Span | None = None
    measure: str | None = None
    cumulative: bool = False
    part_of: Span | None = None
    """Span of the whole that this is a part of (`including several dozen`), or None."""
    said: tuple[float | None, float | None, str] | None = None
    """(low, high, unit) as written, where an area or distance was converted to km2 or km; else None."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression and the days it names, `[start, end]` inclusive; null when unanchored."""

    span: Span
    text: str
    value: str | None = None
    """TIMEX3 value (`2017-06-13`, `2017-W23`, `P1D`), or None."""
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "unknown"
    said_end: dt.date | None = None
    """The last day of the words themselves, where `since` stretched them to the report's day; else None."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place named in the text, resolved or not. `span` is the name without relation words."""

    span: Span
    text: str
    feature: str | None = None
    """The kind that a word beside or in the name gives by lexicon `place_words` (`hill` for a ridge, `base`
    for a checkpoint), `road` of the ends of one; else None."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that name or describe a body; `actor` is its id (`SYR:military`) when these words decide it."""

    span: Span
    text: str
    head: int
    """Offset of the first character of the head word (`soldiers` in `Syrian Army soldiers`)."""
    actor: str | None = None
    name: str | None = None
    score: float = 0.0
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Reported words: whose, by which cue, and the stretches of text that are theirs.

    `source` None means the speaker is not in the text; `direct` that the content stands in
    quotation marks. `span`s of the content exclude source and cue.
    """

    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    direct: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedTerm:
    """A word that takes a side (`terrorists`, `liberated`): recorded, never believed."""

    text: str
    span: Span


Mention = Quantity | Time | Toponym | ActorMention | Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """All mentions of one document by kind, each kind in text order."""

    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Toponym, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
